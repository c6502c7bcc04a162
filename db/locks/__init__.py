"""Who has a catalogue open: one program writes, the others read and say who writes."""
