"""An error nobody expected is written down without the catalogue's words, and told once."""
