"""What the finders of a reading return: frozen, each with the words it stands on.

All offsets count code points of the text; a span ends before its ``end``.
"""

from dataclasses import dataclass, field

from db.terms import AgreementType, How, LinkKind, MeetingKind, Presence, StageKind, Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Something a text names: where, by which rule, and how surely (0 to 1)."""

    start: int
    end: int
    rule: str
    confidence: float = 0.9

    def covers(self, other: "Found") -> bool:
        """Tell whether another finding lies wholly within this one."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, start: int, end: int) -> bool:
        """Tell whether a stretch of the text shares a character with this finding."""
        return self.start < end and start < self.end


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundDate(Found):
    """A date, as EDTF; `how` is inferred where a part of it is not in these words."""

    edtf: str
    how: How = How.STATED
    reason: str = ""
    """Where inferred: what it was inferred from, one sentence."""
    published: bool = False
    """Whether these words date the release itself (dateline, page line)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundCountry(Found):
    """A country named in any way, as ISO 3166-1 alpha-2."""

    code: str
    form: str = "name"
    """How: ``name``, ``adjective`` (Russian, сирийский), ``people`` (Syrians) or ``flag``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundCity(Found):
    """A city, and the country it lies in."""

    name: str
    """In the nominative, in the language of the text."""
    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundBody(Found):
    """A corporate body."""

    name: str
    """As it would be catalogued: whole, in the nominative, without article or owner's possessive
    ("Azerbaijan's State Agency" is "State Agency"), with "of <country>" where the name has it."""
    kind: str = "other"
    """A value of `db.terms.OrganisationKind`."""
    country: str = ""
    """ISO 3166-1 alpha-2 where the words or the possessive tell, or empty."""
    acronym: str = ""
    """The acronym the text gives for it: "Ministry of Health (MoH)"."""
    generic: bool = False
    """Words like "the Ministry", «комиссия», that only stand for a body named elsewhere."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundPerson(Found):
    """A person, or the unnamed holder of a post; start and end are the name's, or the post's."""

    name: str = ""
    """In the nominative, without honorific; empty where unnamed."""
    post: str = ""
    """The post as the words have it, in the nominative, without country owner ("Health Minister",
    "Заместитель министра здравоохранения РФ"), empty where none is told here."""
    post_start: int = -1
    post_end: int = -1
    """Where the post stands; -1 without one."""
    acting: bool = False
    country: str = ""
    """ISO 3166-1 alpha-2 of the country the post is of, or empty."""
    country_reason: str = ""
    """Where the country is inferred: what from, one sentence; empty where words tell it."""
    body: str = ""
    """The name of the body the post is of ("State Duma"), where the words tell."""
    presence: Presence = Presence.NAMED
    byline: bool = False
    """Whether this is who wrote or took the picture, not who took part."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """What somebody is to an agreement or meeting, and the words that say so."""

    kind: LinkKind
    who: FoundPerson | FoundBody | FoundCountry
    start: int
    end: int
    on_behalf_of: FoundBody | FoundCountry | None = None
    rule: str = ""
    confidence: float = 0.8
    reason: str = ""
    """One sentence, where the words do not tell the role and it is inferred."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundAgreement(Found):
    """An instrument; start and end are its title's."""

    title: str
    """As the words have it, in the nominative, without article, quotes or a leading adjective such
    as "updated", with "between …" where no subject follows."""
    type: AgreementType
    stage: StageKind | None
    """The furthest act told of it; PROPOSED or DRAFTED for what is planned; None if not told."""
    stage_start: int = -1
    stage_end: int = -1
    """The words that tell the act ("was signed by"), -1 where none do."""
    date: FoundDate | None = None
    """The date of that act."""
    signed: FoundDate | None = None
    """The date of signing, where that is told; of what is in force it is another than `date`."""
    city: FoundCity | None = None
    """Where that act was."""
    roles: tuple[Role, ...] = ()
    """Parties and signatories (SIGNATORY, INITIALLED_BY, WITNESS, PARTY)."""
    mentions: tuple[tuple[int, int], ...] = ()
    """Further words that stand for it: "the document", «документ», the short title."""
    statement: bool = False
    """A joint statement that the texts call declaration, statement or communiqué."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundMeeting(Found):
    """A meeting; start and end are those of the words that name it."""

    title: str
    kind: MeetingKind
    number: int | None = None
    number_as: str = ""
    """The number as written: "XXXVII", «двадцать первое»."""
    body: FoundBody | None = None
    """The body whose session it is."""
    date: FoundDate | None = None
    city: FoundCity | None = None
    place: FoundCountry | None = None
    """The country, where no city is told."""
    venue: FoundBody | None = None
    standing: Standing = Standing.HELD
    video: bool = False
    roles: tuple[Role, ...] = ()
    mentions: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """How one record stands to another: the agreement implements, was signed at, replaces it."""

    kind: LinkKind
    subject: FoundAgreement | FoundMeeting
    other: FoundAgreement | FoundMeeting | FoundBody
    start: int
    end: int
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundFigure(Found):
    """A number that is told of something: 300,000 doses, more than 70 regions."""

    number: str
    unit: str
    bound: str = "exact"
    """A value of `db.terms.Bound`."""
    state: str = "stated"
    """A value of `db.terms.FigureState`."""
    period: str = ""
    """EDTF, where told."""
    speaker: FoundPerson | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundQuotation(Found):
    """Words somebody is quoted with; start and end are those of the words themselves."""

    words: str
    speaker: FoundPerson | None = None
    direct: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundPoint(Found):
    """An item of an agenda or list, in order."""

    kind: str
    """A value of `db.terms.PointKind`."""
    wording: str
    owner: FoundMeeting | FoundAgreement | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """All that has been found so far; each finder gets it and adds its own."""

    dates: tuple[FoundDate, ...] = ()
    countries: tuple[FoundCountry, ...] = ()
    cities: tuple[FoundCity, ...] = ()
    bodies: tuple[FoundBody, ...] = ()
    people: tuple[FoundPerson, ...] = ()
    agreements: tuple[FoundAgreement, ...] = ()
    meetings: tuple[FoundMeeting, ...] = ()
    relations: tuple[Relation, ...] = ()
    figures: tuple[FoundFigure, ...] = ()
    quotations: tuple[FoundQuotation, ...] = ()
    points: tuple[FoundPoint, ...] = ()
    topics: tuple[tuple[int, int, int], ...] = field(default=())
    """Tag id, start and end of the words that call for it."""
