"""How long things take: programs to run by hand, never tests."""
