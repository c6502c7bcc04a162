"""The trail: which entries were open, so that Back and Forward can return to them."""


class Trail:
    """Entries in the order they were opened, and where one stands among them."""

    def __init__(self) -> None:
        self._entries: list[int] = []
        self._place = -1

    def visit(self, entry: int) -> None:
        """Note that an entry was opened; what lay ahead is forgotten."""
        if self.here == entry:
            return
        del self._entries[self._place + 1 :]
        self._entries.append(entry)
        self._place = len(self._entries) - 1

    @property
    def here(self) -> int | None:
        """The entry last opened, or None."""
        return self._entries[self._place] if self._place >= 0 else None

    @property
    def can_go_back(self) -> bool:
        """Whether an entry was open before this one."""
        return self._place > 0

    @property
    def can_go_forward(self) -> bool:
        """Whether one went back from another entry."""
        return self._place < len(self._entries) - 1

    def back(self) -> int | None:
        """Go back; return the entry to open."""
        if not self.can_go_back:
            return None
        self._place -= 1
        return self.here

    def forward(self) -> int | None:
        """Go forward; return the entry to open."""
        if not self.can_go_forward:
            return None
        self._place += 1
        return self.here

    def forget(self, entries: frozenset[int]) -> None:
        """Take entries that are no longer there out of the trail."""
        if not entries:
            return
        here = self.here
        self._entries = [entry for entry in self._entries if entry not in entries]
        self._place = self._entries.index(here) if here in self._entries else len(self._entries) - 1
