"""Acts of reviewing a release: taking what was suggested, refusing it, and what is learnt."""

from collections.abc import Mapping, Sequence

from db.act import Act
from db.commands import decisions
from db.commands.accepting import accept as accept_suggestion
from db.rows.suggestions import Suggestion, Taken


def accept(source_id: int, taken: Taken, suggestions: Mapping[str, Suggestion]) -> Act[int]:
    """Make of a suggestion what was ticked; the answer is the entry's id."""
    return Act(
        key="reading.accept",
        run=lambda session: accept_suggestion(
            session, source_id=source_id, taken=taken, suggestions=suggestions
        ),
        about=taken.title or taken.suggestion.title,
    )


def refuse(source_id: int, keys: Sequence[str], about: str = "") -> Act[None]:
    """Refuse suggestions."""
    return Act(
        key="reading.refuse",
        run=lambda session: decisions.refuse(session, source_id=source_id, keys=keys),
        about=about,
    )


def reopen(source_id: int, key: str, about: str = "") -> Act[None]:
    """Put a suggestion back among those to be decided."""
    return Act(
        key="reading.reopen",
        run=lambda session: decisions.reopen(session, source_id=source_id, key=key),
        about=about,
    )


def learn_noise(words: str, source_id: int | None = None) -> Act[int]:
    """Pass over lines like this in every source."""
    return Act(
        key="noise.learn",
        run=lambda session: decisions.learn_noise(session, words=words, source_id=source_id),
        about=words,
    )


def change_noise(pattern_id: int, words: str) -> Act[None]:
    """Change a learnt line."""
    return Act(
        key="noise.change",
        run=lambda session: decisions.change_noise(session, pattern_id=pattern_id, words=words),
        about=words,
    )


def forget_noise(pattern_id: int, words: str) -> Act[None]:
    """Read lines like this again."""
    return Act(
        key="noise.forget",
        run=lambda session: decisions.forget_noise(session, pattern_id=pattern_id),
        about=words,
    )
