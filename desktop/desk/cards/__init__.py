"""The column of cards beside a text: what a reading suggests, to be taken, changed or refused."""
