"""The closed vocabularies: one word for one thing, in schema, code, screen and help.

Values are stored as they stand here; the desktop gives them labels. Terms follow ISAD(G),
ISAAR(CPF) and RiC-CM where these have one.
"""

from enum import IntEnum, StrEnum


class EntryKind(StrEnum):
    """What an entry is."""

    SOURCE = "source"
    AGREEMENT = "agreement"
    MEETING = "meeting"
    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"


class ReviewState(StrEnum):
    """How far an entry has been worked on."""

    DRAFT = "draft"
    CHECKED = "checked"
    FINAL = "final"


class SourceKind(StrEnum):
    """What form a source has."""

    PRESS_RELEASE = "press_release"
    NEWS_REPORT = "news_report"
    MESSENGER_POST = "messenger_post"
    WEB_PAGE = "web_page"
    LETTER = "letter"
    TREATY_TEXT = "treaty_text"
    OTHER = "other"


class ReadingState(StrEnum):
    """How far a source has been read."""

    INBOX = "inbox"
    READING = "reading"
    READ = "read"
    CHECKED = "checked"


class AgreementType(StrEnum):
    """What kind of instrument an agreement is."""

    AGREEMENT = "agreement"
    TREATY = "treaty"
    MEMORANDUM = "memorandum"
    PROTOCOL = "protocol"
    ROADMAP = "roadmap"
    FINAL_RECORD = "final_record"
    JOINT_STATEMENT = "joint_statement"
    CONTRACT = "contract"
    PROGRAMME = "programme"
    CONVENTION = "convention"
    EXCHANGE_OF_NOTES = "exchange_of_notes"
    OTHER = "other"


class StageKind(StrEnum):
    """One act in an agreement's life; DATED means the source gives a date and not the act."""

    PROPOSED = "proposed"
    DRAFTED = "drafted"
    INITIALLED = "initialled"
    DATED = "dated"
    SIGNED = "signed"
    RATIFIED = "ratified"
    ACCEDED = "acceded"
    IN_FORCE = "in_force"
    EXTENDED = "extended"
    AMENDED = "amended"
    SUSPENDED = "suspended"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"
    TERMINATED = "terminated"
    REPLACED = "replaced"


STAGES_BY_FORCE = (
    StageKind.IN_FORCE,
    StageKind.EXTENDED,
    StageKind.AMENDED,
    StageKind.RATIFIED,
    StageKind.ACCEDED,
    StageKind.SIGNED,
    StageKind.DATED,
    StageKind.INITIALLED,
    StageKind.DRAFTED,
    StageKind.PROPOSED,
    StageKind.SUSPENDED,
    StageKind.WITHDRAWN,
    StageKind.EXPIRED,
    StageKind.TERMINATED,
    StageKind.REPLACED,
)
"""Stages as reports group agreements by them: what binds, what is to bind, what no longer does."""


class MeetingKind(StrEnum):
    """What kind of gathering a meeting is."""

    SESSION = "session"
    TALKS = "talks"
    VISIT = "visit"
    FORUM = "forum"
    CEREMONY = "ceremony"
    TOUR = "tour"
    OTHER = "other"


class MeetingFormat(StrEnum):
    """How a meeting was held."""

    NOT_STATED = "not_stated"
    IN_PERSON = "in_person"
    VIDEO = "video"
    MIXED = "mixed"


class Standing(StrEnum):
    """Whether a meeting took place."""

    HELD = "held"
    PLANNED = "planned"
    PROPOSED = "proposed"


class OrganisationKind(StrEnum):
    """What kind of corporate body an organisation is."""

    MINISTRY = "ministry"
    AGENCY = "agency"
    GOVERNMENT = "government"
    PARLIAMENT = "parliament"
    INTERGOVERNMENTAL = "intergovernmental"
    COMMISSION = "commission"
    COMPANY = "company"
    UNIVERSITY = "university"
    HOSPITAL = "hospital"
    MEDIA = "media"
    ASSOCIATION = "association"
    OTHER = "other"


class PlaceKind(StrEnum):
    """What kind of place a place is; a city is only where, never a party."""

    COUNTRY = "country"
    REGION = "region"
    CITY = "city"


class NameKind(StrEnum):
    """How a further form of a name stands to the entry's title."""

    ORIGINAL = "original"
    TRANSLATION = "translation"
    TRANSLITERATION = "transliteration"
    VARIANT = "variant"
    FORMER = "former"
    ACRONYM = "acronym"


class LinkKind(StrEnum):
    """How one entry stands to another; domain, range and labels are rows of link_rule."""

    PARTY = "party"
    SIGNATORY = "signatory"
    INITIALLED_BY = "initialled_by"
    WITNESS = "witness"
    DRAFTED_BY = "drafted_by"
    DEPOSITARY = "depositary"
    BENEFICIARY = "beneficiary"
    IMPLEMENTS = "implements"
    BASED_ON = "based_on"
    AMENDS = "amends"
    UPDATES = "updates"
    REPLACES = "replaces"
    ANNEX_OF = "annex_of"
    MENTIONS = "mentions"
    RELATED_TO = "related_to"
    DISCUSSED_AT = "discussed_at"
    APPROVED_AT = "approved_at"
    GOVERNED_BY = "governed_by"
    CHAIR = "chair"
    CO_CHAIR = "co_chair"
    OPENED_BY = "opened_by"
    SPEAKER = "speaker"
    WELCOMED_BY = "welcomed_by"
    ATTENDEE = "attendee"
    GUEST = "guest"
    HOST = "host"
    ORGANISER = "organiser"
    VISITED = "visited"
    SESSION_OF = "session_of"
    VENUE = "venue"
    PART_OF = "part_of"
    HOLDS_POST = "holds_post"
    MEMBER_OF = "member_of"
    CHAIRS = "chairs"
    CO_CHAIRS = "co_chairs"
    BRANCH_OF = "branch_of"
    OF_COUNTRY = "of_country"
    SEATED_IN = "seated_in"
    ABOUT = "about"
    TEXT_OF = "text_of"


STAGED_LINKS = frozenset({LinkKind.SIGNATORY, LinkKind.INITIALLED_BY, LinkKind.WITNESS})
"""Kinds of link that stand on one stage of the agreement."""

AGREEMENT_ROLES = (
    LinkKind.PARTY,
    LinkKind.SIGNATORY,
    LinkKind.INITIALLED_BY,
    LinkKind.WITNESS,
    LinkKind.DRAFTED_BY,
    LinkKind.DEPOSITARY,
    LinkKind.BENEFICIARY,
)
"""Roles a participant has in an agreement, in the order they are shown."""

MEETING_ROLES = (
    LinkKind.CHAIR,
    LinkKind.CO_CHAIR,
    LinkKind.OPENED_BY,
    LinkKind.SPEAKER,
    LinkKind.WELCOMED_BY,
    LinkKind.ATTENDEE,
    LinkKind.GUEST,
    LinkKind.HOST,
    LinkKind.ORGANISER,
    LinkKind.VISITED,
)
"""Roles a participant has in a meeting, in the order they are shown."""


class Presence(StrEnum):
    """Who was there: a named person, an unnamed holder of a post, a group, the body itself."""

    NAMED = "named"
    UNNAMED = "unnamed"
    DELEGATION = "delegation"
    BODY = "body"


class Mode(StrEnum):
    """How somebody took part."""

    NOT_STATED = "not_stated"
    IN_PERSON = "in_person"
    VIDEO = "video"
    READ_OUT = "read_out"


class PassageKind(StrEnum):
    """What a passage of a source is for."""

    EVIDENCE = "evidence"
    HEADING = "heading"
    NOISE = "noise"


class How(StrEnum):
    """How a source supports a value."""

    STATED = "stated"
    REPORTED = "reported"
    INFERRED = "inferred"
    NOT_STATED = "not_stated"


class Face(StrEnum):
    """What a field shows of its evidence."""

    EVIDENCE = "evidence"
    NONE = "none"
    NOT_STATED = "not_stated"
    CONFLICT = "conflict"


class PointKind(StrEnum):
    """What a point of an agreement or meeting is."""

    AGENDA_ITEM = "agenda_item"
    SUBJECT = "subject"
    PROVISION = "provision"
    UNDERTAKING = "undertaking"
    PROPOSAL = "proposal"
    RESULT = "result"


class Bound(StrEnum):
    """How exactly a figure is given."""

    EXACT = "exact"
    ABOUT = "about"
    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    AT_MOST = "at_most"


class FigureState(StrEnum):
    """Whether a figure is a fact or a plan."""

    STATED = "stated"
    DELIVERED = "delivered"
    PLANNED = "planned"


class QuotationMode(StrEnum):
    """Whether words are quoted or retold."""

    DIRECT = "direct"
    REPORTED = "reported"


class RevisionState(StrEnum):
    """Whether an act stands, was undone, can no longer be redone, or is itself an undo or redo."""

    DONE = "done"
    UNDONE = "undone"
    DROPPED = "dropped"
    STEP = "step"


class Verdict(StrEnum):
    """What an archivist decided on a suggestion or on one of its lines."""

    ACCEPTED = "accepted"
    REFUSED = "refused"
    BROUGHT = "brought"
    """Made because a line of another record names it; its own lines are still to be decided."""


class Strength(IntEnum):
    """How strongly an entry belongs to a country, strongest first (design §2)."""

    PARTY_OR_PARTICIPANT = 1
    OF_ITS_PEOPLE = 2
    PLACE_ONLY = 3
    NAMED_ONLY = 4


REFERENCE_LETTERS = {
    EntryKind.AGREEMENT: "A",
    EntryKind.MEETING: "M",
    EntryKind.SOURCE: "S",
    EntryKind.PERSON: "P",
    EntryKind.ORGANISATION: "O",
    EntryKind.PLACE: "L",
}
"""The letter before the number of a reference; L is for location."""
