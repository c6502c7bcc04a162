"""Who has a catalogue open: real programs beside one another."""
