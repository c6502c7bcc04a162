"""Forms: one for each kind of entry, built once and refilled."""
