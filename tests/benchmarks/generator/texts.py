"""The texts of releases: a headline, a date line, paragraphs of drawn words."""

import random
from hashlib import sha256

from db.terms import EntryKind
from tests.benchmarks.generator.entries import Entries, dated
from tests.benchmarks.generator.vocabulary import Vocabulary

LENGTH = 2_000
"""Characters of a text, about."""


class Texts:
    """Make sources with their texts, and evidence that stands on their sentences."""

    def __init__(self, entries: Entries, dice: random.Random, words: dict[str, Vocabulary]) -> None:
        self._entries, self._dice, self._words = entries, dice, words

    def title(self, language: str, count: int = 7) -> str:
        """Return a headline."""
        return " ".join(self._words[language].draw(self._dice, count)).capitalize()

    def source(self, language: str, day: str, names: tuple[str, ...]) -> tuple[int, str]:
        """Make a source of a day that names some people and bodies; return its id and text."""
        title = self.title(language)
        text = f"{title}\n{day}\n\n{self._paragraphs(language, names)}"
        digest = sha256(text.encode()).hexdigest()
        self._entries.store.put("source_text", sha256=digest, text=text)
        source = self._entries.make(EntryKind.SOURCE, title)
        self._entries.store.put(
            "source", id=source, source_kind="press_release",
            publisher="Press office" if language == "en" else "Пресс-служба",
            **dated("published", day), languages=language,
            reading_state=("inbox", "reading", "read", "checked")[source % 4],
            file_name="release.txt", format="text", encoding="utf-8", reader="plain",
            reader_version="1", text_sha256=digest,
        )  # fmt: skip
        return source, text

    def evidence(
        self, source: int, text: str, line: int, *, target: str, of: int, field: str = ""
    ) -> None:
        """Let a value stand on a line of a text."""
        store = self._entries.store
        lines = text.split("\n")
        first = sum(len(before) + 1 for before in lines[:line])
        last = first + len(lines[line])
        passage = store.add(
            "passage", source_id=source, first=first, last=last, words=text[first:last],
            language="", kind="evidence",
        )  # fmt: skip
        targets = dict.fromkeys(("entry_id", "link_id", "stage_id"))
        targets[f"{target}_id"] = of  # pyright: ignore[reportArgumentType] - a row's value
        evidence = store.add("evidence", source_id=source, **targets, field=field, how="stated")
        store.put("evidence_passage", evidence_id=evidence, passage_id=passage, position=0)

    def _paragraphs(self, language: str, names: tuple[str, ...]) -> str:
        drawn = self._words[language].draw(self._dice, LENGTH // 8)
        for place, name in enumerate(names):
            drawn.insert(17 + 31 * place, name)
        lines = [
            " ".join(drawn[at : at + 14]).capitalize() + "." for at in range(0, len(drawn), 14)
        ]
        return "\n".join(lines)
