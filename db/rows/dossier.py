"""What the catalogue knows about one country, gathered for its report.

Rows hold facts and codes, no wording: the apparatus of the report is worded where it is typeset.
Unless a field says otherwise: a *code* is a value of the vocabulary named (``db.terms``), a date is
EDTF text (ISO 8601-2) or empty, a country is ISO 3166-1 alpha-2, a language ISO 639, ``citations``
are numbers of the dossier's own sources, and an empty string means that nothing was entered.
Every tuple comes in the order in which it is to be printed.
"""

from dataclasses import dataclass
from typing import Literal

Forms = tuple[tuple[str, str], ...]
"""Forms of a name or title, each a language code (or empty) and the text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierChoices:
    """What was asked of the report; kept with each printed report as JSON."""

    country: str
    period_from: str = ""
    period_to: str = ""
    tags: tuple[str, ...] = ()
    """Labels in the report's language."""
    language: Literal["en", "ru"] = "en"
    paper: Literal["a4", "letter"] = "a4"
    only_new: bool = False
    since: str = ""
    """Day of the last printed report; empty with ``only_new``: there was none, all is new."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierBelonging:
    """Why an entry stands in the report (design §2, "An entry belongs to a country")."""

    strength: str
    """Name of a Strength in small letters, such as ``party_or_participant``."""
    through: tuple[str, ...] = ()
    """Names of the participants or places it rests on; empty: the country itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierEvidence:
    """What one source says of one field, where it is not simply stated (a factoid)."""

    field: str = ""
    """Name of the field or link kind; empty: the thing itself."""
    how: str = "stated"
    """How: stated, reported, inferred, not_stated."""
    value: str = ""
    """What this source says the value is, as it should be read; a date in EDTF."""
    quoted: tuple[str, ...] = ()
    """The words of its passages, letter by letter."""
    attributed_to: str = ""
    reason: str = ""
    citation: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierLink:
    """A participant in a role: who, in which post that day, for whom and how present."""

    role: str
    """LinkKind: party, signatory, chair, attendee ..."""
    name: str
    """Title of the person, body or place; the words of the source where it is named only so."""
    reference: str = ""
    country: str = ""
    """Country of the body or person, printed after the name; empty where the name says it."""
    named_as: str = ""
    """The name as the source has it, where it differs from ``name``."""
    post: str = ""
    """The post held that day, authority form in the report's language, or as the source has it."""
    acting: bool = False
    on_behalf_of: str = ""
    presence: str = "named"
    """Presence: named, unnamed, delegation, body."""
    number: int | None = None
    mode: str = "not_stated"
    """Mode: not_stated, in_person, video, read_out."""
    note: str = ""
    doubtful: bool = False
    """True where all its evidence is inferred."""
    citations: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierRelation:
    """Another entry that this one stands to, such as the agreement it implements."""

    kind: str
    """LinkKind, or a StageKind for what was signed or initialled at a meeting."""
    inverse: bool = False
    """True: the other entry is the subject ("implemented by")."""
    reference: str = ""
    title: str = ""
    date: str = ""
    doubtful: bool = False
    citations: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierStage:
    """One act in an agreement's life."""

    kind: str
    """StageKind."""
    date: str = ""
    place: str = ""
    meeting: DossierRelation | None = None
    """The meeting where it happened; its ``kind`` is not printed."""
    by: str = ""
    """The party whose act it is; empty: of all."""
    links: tuple[DossierLink, ...] = ()
    """Signatories, initiallers and witnesses of this act."""
    inferred: bool = False
    note: str = ""
    citations: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierStatus:
    """Whether an agreement is in force on the dossier's day, and what that rests on."""

    latest_stage: str = ""
    """StageKind reached last, by which the report groups; empty: none is known."""
    in_force: str = "not_known"
    """yes, no or not_known; a signed agreement is not thereby in force."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierPoint:
    """One point of an agreement or meeting."""

    kind: str
    """PointKind."""
    wording: str
    owed_by: str = ""
    owed_to: str = ""
    due: str = ""
    citations: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierFigure:
    """A number a source gives; a count also says how many of its members are catalogued."""

    number: str
    """A decimal number with a full stop, unrounded."""
    unit: str = ""
    bound: str = "exact"
    """Bound: exact, about, at_least, more_than, at_most."""
    state: str = "stated"
    """FigureState: stated, delivered, planned."""
    period: str = ""
    speaker: str = ""
    found: int | None = None
    """Entries found of those counted; None: the figure is no count."""
    citations: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierEntry:
    """What agreements and meetings share."""

    reference: str
    title: str
    language: str = ""
    """Language of the title; empty: guessed from its script for hyphenation."""
    other_titles: Forms = ()
    summary: str = ""
    """Paragraphs parted by line breaks."""
    review: str = "final"
    """ReviewState: draft, checked, final."""
    news: Literal["", "new", "changed"] = ""
    """What it is since the last report; set only when the choices ask for the new."""
    belongs: DossierBelonging
    links: tuple[DossierLink, ...] = ()
    """Roles that stand on no stage."""
    relations: tuple[DossierRelation, ...] = ()
    points: tuple[DossierPoint, ...] = ()
    figures: tuple[DossierFigure, ...] = ()
    subjects: tuple[str, ...] = ()
    """Labels of its tags in the report's language."""
    evidence: tuple[DossierEvidence, ...] = ()
    """Only what is inferred, reported or disputed."""
    not_stated: tuple[str, ...] = ()
    """Fields and link kinds that every source was read for and none tells."""
    citations: tuple[int, ...] = ()
    """The sources that tell of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierAgreement(DossierEntry):
    """An agreement with its stages, roles and lineage."""

    type: str = "agreement"
    """AgreementType."""
    number: str = ""
    covers: str = ""
    authentic_languages: tuple[str, ...] = ()
    status: DossierStatus = DossierStatus()
    stages: tuple[DossierStage, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierMeeting(DossierEntry):
    """A meeting with its bodies, place and participants; relations hold what was signed there."""

    kind: str = "session"
    """MeetingKind."""
    ordinal: int | None = None
    ordinal_as_written: str = ""
    bodies: tuple[DossierRelation, ...] = ()
    """The bodies whose session it is."""
    start: str = ""
    end: str = ""
    place: str = ""
    venue: str = ""
    format: str = "not_stated"
    """MeetingFormat."""
    standing: str = "held"
    """Standing: held, planned, proposed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierPost:
    """A post somebody holds or held."""

    post: str
    held_in: str = ""
    since: str = ""
    until: str = ""
    acting: bool = False
    citations: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierAppearance:
    """An entry of the dossier in which a participant has a role."""

    role: str
    """LinkKind."""
    reference: str
    title: str = ""
    date: str = ""
    on_behalf_of: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierParticipant:
    """A person, body or region of the country."""

    reference: str
    kind: Literal["person", "organisation", "place"]
    name: str
    language: str = ""
    other_names: Forms = ()
    organisation_kind: str = ""
    """OrganisationKind of an organisation."""
    posts: tuple[DossierPost, ...] = ()
    appearances: tuple[DossierAppearance, ...] = ()
    news: Literal["", "new", "changed"] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierMembership:
    """A body the country belongs to or presides over."""

    role: str
    """LinkKind: member_of, chairs, co_chairs."""
    body: str
    reference: str = ""
    since: str = ""
    until: str = ""
    together_with: tuple[str, ...] = ()
    """Names of the others who preside."""
    citations: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierSource:
    """A source as the report cites it (ISAD(G) 3.1 to 3.4)."""

    number: int
    """As cited: [1]."""
    reference: str
    title: str
    language: str = ""
    kind: str = "press_release"
    """SourceKind."""
    publisher: str = ""
    byline: str = ""
    published: str = ""
    received: str = ""
    languages: tuple[str, ...] = ()
    address: str = ""
    sha256: str = ""
    """Of the original bytes, 64 hexadecimal digits."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierDisagreement:
    """A field on which sources disagree: what each says, and the archivist's ruling."""

    reference: str
    title: str
    field: str
    claims: tuple[DossierEvidence, ...]
    ruling: str = ""
    """The value the entry holds, as it should be read; empty: left open."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierGap:
    """Something the catalogue lacks and somebody could be asked for."""

    kind: Literal[
        "date", "place", "signatories", "parties", "in_force", "unnamed", "series", "count",
        "unconfirmed", "evidence", "text",
    ]  # fmt: skip
    reference: str = ""
    title: str = ""
    detail: str = ""
    """``unnamed``: the post or body; ``series``: the number missing; ``count``: what is counted."""
    found: int | None = None
    total: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OverviewCount:
    """So many agreements or meetings of a type, of one year."""

    kind: Literal["agreement", "meeting"]
    type: str
    """AgreementType or MeetingKind."""
    year: str
    """Of the date it is sorted by, four digits; empty: it has none."""
    entries: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CountryOverview:
    """What a country's dossier would hold, counted without gathering it."""

    choices: DossierChoices
    """As asked, with the day of the last report."""
    counts: tuple[OverviewCount, ...] = ()
    """Of agreements, then of meetings, by year, those of none first."""
    participants: int = 0

    @property
    def agreements(self) -> int:
        """How many agreements."""
        return sum(count.entries for count in self.counts if count.kind == "agreement")

    @property
    def meetings(self) -> int:
        """How many meetings."""
        return sum(count.entries for count in self.counts if count.kind == "meeting")


@dataclass(frozen=True, slots=True, kw_only=True)
class CountryDossier:
    """A country as the catalogue knows it on one day."""

    country: str
    names: Forms
    """Of the country, by language: the report's own is its title, the others stand below."""
    choices: DossierChoices
    catalogue_title: str
    as_of: str
    """Day of the catalogue's state; also the day on which "in force" is judged."""
    agreements: tuple[DossierAgreement, ...] = ()
    meetings: tuple[DossierMeeting, ...] = ()
    participants: tuple[DossierParticipant, ...] = ()
    memberships: tuple[DossierMembership, ...] = ()
    disagreements: tuple[DossierDisagreement, ...] = ()
    gaps: tuple[DossierGap, ...] = ()
    sources: tuple[DossierSource, ...] = ()
