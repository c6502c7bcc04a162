"""A sample source as it is read: its text, and the claims that stand on words of it."""

from dataclasses import dataclass, replace
from typing import Self

from db.rows.evidence import EvidenceSpec, Span
from db.rows.faces import Target
from db.terms import How


class MisquotedError(ValueError):
    """Words are not in a text exactly once, so that they can't be pointed at."""


def span_of(text: str, quote: str, *, inner: str = "") -> Span:
    """Return where the quoted words stand in a text, in code points.

    ``inner`` are those of the words that are meant; the others only tell where.

    Raises:
        MisquotedError: they stand there not at all, or more than once.
    """
    first = text.find(quote) if quote.strip() else -1
    if first < 0 or text.find(quote, first + 1) >= 0:
        message = f"{text.count(quote) if quote else 0} times in the text: {quote!r}"
        raise MisquotedError(message)
    meant = inner or quote
    first += quote.index(meant)
    return Span(first=first, last=first + len(meant))


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What a source says, waiting for the thing it is about."""

    source_id: int
    spans: tuple[Span, ...] = ()
    how: How = How.STATED
    field: str = ""
    value: str | None = None
    as_stated: str = ""
    attributed_as: str = ""
    attributed_to_id: int | None = None
    reason: str = ""

    def on(self, field: str, *, value: str | None = None, as_stated: str = "") -> Self:
        """Return the claim as one about a field: what it is said to be, and in which words."""
        return replace(self, field=field, value=value, as_stated=as_stated)

    def by(self, speaker: int | str) -> Self:
        """Return the claim as made by somebody: an entry's id, or the source's words for him."""
        if isinstance(speaker, int):
            return replace(self, attributed_to_id=speaker)
        return replace(self, attributed_as=speaker)

    def of(self, thing: str, thing_id: int, *, field: str | None = None) -> EvidenceSpec:
        """Return the evidence to be recorded for a thing."""
        return EvidenceSpec(
            target=Target(thing, thing_id, self.field if field is None else field),
            source_id=self.source_id,
            spans=self.spans,
            how=self.how,
            value=self.value,
            as_stated=self.as_stated,
            attributed_as=self.attributed_as,
            attributed_to_id=self.attributed_to_id,
            reason=self.reason,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A source with its text, ready to be quoted."""

    source_id: int
    text: str

    def stated(self, *quotes: str) -> Claim:
        """Claim what the words say."""
        return Claim(source_id=self.source_id, spans=self._spans(quotes))

    def reported(self, by: int | str, *quotes: str) -> Claim:
        """Claim what the source has at second hand from an entry or from somebody in words."""
        return replace(self.stated(*quotes).by(by), how=How.REPORTED)

    def inferred(self, reason: str, *quotes: str) -> Claim:
        """Claim what no word says but a reason, and perhaps some words, suggest."""
        return replace(self.stated(*quotes), how=How.INFERRED, reason=reason)

    def not_stated(self, field: str, reason: str = "") -> Claim:
        """Claim that the source was read for a field and does not tell it."""
        return Claim(source_id=self.source_id, how=How.NOT_STATED, field=field, reason=reason)

    def _spans(self, quotes: tuple[str, ...]) -> tuple[Span, ...]:
        return tuple(span_of(self.text, quote) for quote in quotes)


def evidence_of(
    thing: str, thing_id: int, claims: tuple[Claim, ...], fields: tuple[str, ...] = ()
) -> list[EvidenceSpec]:
    """Return the evidence for a thing and its fields.

    As with a pinned passage, the first claim about the thing itself also carries each of the
    fields that no claim of its own speaks of.
    """
    specs = [claim.of(thing, thing_id) for claim in claims]
    pinned = next((claim for claim in claims if not claim.field), None)
    if pinned is not None:
        spoken_of = {claim.field for claim in claims}
        specs += [
            pinned.of(thing, thing_id, field=field) for field in fields if field not in spoken_of
        ]
    return specs
