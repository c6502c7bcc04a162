"""A reading made by hand: an agreement signed by two, a meeting, bodies, countries, a city."""

from db.rows.evidence import Span
from db.rows.suggestions import LineKind, Reading, SuggestedLine, Suggestion
from db.terms import EntryKind, How, LinkKind, Presence


def line(key: str, kind: LineKind, name: str, value: str = "", **rest: object) -> SuggestedLine:
    """Make a line; its spans follow from its key, so that each differs."""
    first = 40 + sum(map(ord, key)) % 200
    given: dict[str, object] = {"spans": (Span(first=first, last=first + 9),), **rest}
    return SuggestedLine(key=key, kind=kind, name=name, value=value, **given)  # pyright: ignore[reportArgumentType] - fields by name


def suggestion(
    key: str, kind: EntryKind, title: str, at: int, *lines: SuggestedLine, **rest: object
) -> Suggestion:
    """Make a suggestion that stands at a place of the text."""
    spans = (Span(first=at, last=at + max(1, len(title))),)
    return Suggestion(key=key, kind=kind, title=title, spans=spans, lines=lines, **rest)  # pyright: ignore[reportArgumentType] - fields by name


AGREEMENT = suggestion(
    "agreement:roadmap",
    EntryKind.AGREEMENT,
    "Roadmap for the development of cooperation in cardiology, 2021–2024",
    10,
    line("type", LineKind.FIELD, "agreement_type", "roadmap"),
    line("covers", LineKind.FIELD, "covers", "2021/2024"),
    line(
        "stage",
        LineKind.STAGE,
        "signed",
        "2021-04-27",
        place="city:Ganja",
        how=How.INFERRED,
        reason="the year is that of the release",
    ),
    line("party", LineKind.LINK, LinkKind.PARTY, other="body:ministry"),
    line(
        "signed:1",
        LineKind.LINK,
        LinkKind.SIGNATORY,
        other="person:aliyeva",
        on_behalf_of="place:AZ",
        post_as="Health Minister",
        acting=True,
        stage="stage",
    ),
    line(
        "signed:2",
        LineKind.LINK,
        LinkKind.SIGNATORY,
        other="place:AM",
        post_as="Minister of Health",
        presence=Presence.UNNAMED,
        stage="stage",
    ),
    line("point", LineKind.POINT, "provision", "joint training of cardiologists"),
    line(
        "figure",
        LineKind.FIGURE,
        "",
        "300000",
        unit="doses",
        bound="more_than",
        state="planned",
        confidence=0.4,
    ),
    line("said", LineKind.QUOTATION, "direct", "We begin at once", other="person:aliyeva"),
    line("tag", LineKind.TAG, "tag", "7"),
    confidence=0.9,
)
MEETING = suggestion(
    "meeting:4",
    EntryKind.MEETING,
    "Fourth meeting of the cardiology council",
    120,
    line("kind", LineKind.FIELD, "meeting_kind", "session"),
    line("start", LineKind.FIELD, "start", "2024-12-07"),
    line("place", LineKind.FIELD, "place", other="city:Ganja"),
    line("chair", LineKind.LINK, LinkKind.CHAIR, other="person:aliyeva"),
    confidence=0.7,
)
PERSON = suggestion(
    "person:aliyeva",
    EntryKind.PERSON,
    "Leyla Aliyeva",
    80,
    line(
        "post", LineKind.LINK, LinkKind.HOLDS_POST, other="body:ministry", post_as="Health Minister"
    ),
    entry_id=3,
    entry_title="Leyla Aliyeva",
    entry_reference="P-0003",
    likeness=1.0,
)
BODY = suggestion(
    "body:ministry",
    EntryKind.ORGANISATION,
    "Министерство здравоохранения и медицинской промышленности по вопросам развития "
    "кардиологической помощи населению и подготовки врачей",
    60,
    line("body-kind", LineKind.FIELD, "organisation_kind", "ministry"),
    line("country", LineKind.LINK, LinkKind.OF_COUNTRY, other="place:AZ"),
    line("acronym", LineKind.NAME, "acronym", "МЗ"),
    confidence=0.5,
)
GANJA = suggestion("city:Ganja", EntryKind.PLACE, "Ganja", 150)
AZERBAIJAN = suggestion(
    "place:AZ",
    EntryKind.PLACE,
    "Azerbaijan",
    20,
    line("about", LineKind.LINK, LinkKind.ABOUT, other="source", outgoing=False),
    code="AZ",
)
ARMENIA = suggestion(
    "place:AM",
    EntryKind.PLACE,
    "Armenia",
    200,
    line("about", LineKind.LINK, LinkKind.ABOUT, other="source", outgoing=False),
    code="AM",
)
SOURCE = suggestion(
    "source",
    EntryKind.SOURCE,
    "",
    0,
    line("published", LineKind.FIELD, "published", "2024-12-12"),
)
READING = Reading(
    suggestions=(SOURCE, AGREEMENT, AZERBAIJAN, BODY, PERSON, MEETING, GANJA, ARMENIA)
)
ORDER = (
    "source",
    "agreement:roadmap",
    "body:ministry",
    "person:aliyeva",
    "meeting:4",
    "place:AZ",
    "place:AM",
)
"""The keys of the cards in the order they are shown."""
TAGS = {7: "cardiology"}
