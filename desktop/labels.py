"""What things are called on screen: labels of terms, fields and acts, in the user's language.

The tables are marked for translation with ``QT_TRANSLATE_NOOP``; ``label`` looks a word up when
it is shown, so that a change of language is seen at once.
"""

from enum import StrEnum

from db.errors import CatalogueError
from db.rows.fields import Field
from db.terms import (
    AgreementType,
    Bound,
    EntryKind,
    FigureState,
    How,
    MeetingFormat,
    MeetingKind,
    Mode,
    NameKind,
    OrganisationKind,
    PassageKind,
    PlaceKind,
    PointKind,
    Presence,
    QuotationMode,
    ReadingState,
    ReviewState,
    SourceKind,
    StageKind,
    Standing,
)
from db.text.dates import DateError, display_date, parse_date
from desktop.translation import QT_TRANSLATE_NOOP, translate

_TERMS: dict[tuple[type[StrEnum], str], object] = {
    (EntryKind, EntryKind.SOURCE): QT_TRANSLATE_NOOP("terms", "source"),
    (EntryKind, EntryKind.AGREEMENT): QT_TRANSLATE_NOOP("terms", "agreement"),
    (EntryKind, EntryKind.MEETING): QT_TRANSLATE_NOOP("terms", "meeting"),
    (EntryKind, EntryKind.PERSON): QT_TRANSLATE_NOOP("terms", "person"),
    (EntryKind, EntryKind.ORGANISATION): QT_TRANSLATE_NOOP("terms", "body"),
    (EntryKind, EntryKind.PLACE): QT_TRANSLATE_NOOP("terms", "place"),
    (ReviewState, ReviewState.DRAFT): QT_TRANSLATE_NOOP("terms", "draft"),
    (ReviewState, ReviewState.CHECKED): QT_TRANSLATE_NOOP("terms", "checked"),
    (ReviewState, ReviewState.FINAL): QT_TRANSLATE_NOOP("terms", "final"),
    (SourceKind, SourceKind.PRESS_RELEASE): QT_TRANSLATE_NOOP("terms", "press release"),
    (SourceKind, SourceKind.NEWS_REPORT): QT_TRANSLATE_NOOP("terms", "news report"),
    (SourceKind, SourceKind.MESSENGER_POST): QT_TRANSLATE_NOOP("terms", "messenger post"),
    (SourceKind, SourceKind.WEB_PAGE): QT_TRANSLATE_NOOP("terms", "web page"),
    (SourceKind, SourceKind.LETTER): QT_TRANSLATE_NOOP("terms", "letter"),
    (SourceKind, SourceKind.TREATY_TEXT): QT_TRANSLATE_NOOP("terms", "treaty text"),
    (SourceKind, SourceKind.OTHER): QT_TRANSLATE_NOOP("terms", "other"),
    (ReadingState, ReadingState.INBOX): QT_TRANSLATE_NOOP("terms", "inbox"),
    (ReadingState, ReadingState.READING): QT_TRANSLATE_NOOP("terms", "reading"),
    (ReadingState, ReadingState.READ): QT_TRANSLATE_NOOP("terms", "read"),
    (ReadingState, ReadingState.CHECKED): QT_TRANSLATE_NOOP("terms", "checked"),
    (AgreementType, AgreementType.AGREEMENT): QT_TRANSLATE_NOOP("terms", "agreement"),
    (AgreementType, AgreementType.TREATY): QT_TRANSLATE_NOOP("terms", "treaty"),
    (AgreementType, AgreementType.MEMORANDUM): QT_TRANSLATE_NOOP("terms", "memorandum"),
    (AgreementType, AgreementType.PROTOCOL): QT_TRANSLATE_NOOP("terms", "protocol"),
    (AgreementType, AgreementType.ROADMAP): QT_TRANSLATE_NOOP("terms", "roadmap"),
    (AgreementType, AgreementType.FINAL_RECORD): QT_TRANSLATE_NOOP("terms", "final record"),
    (AgreementType, AgreementType.JOINT_STATEMENT): QT_TRANSLATE_NOOP("terms", "joint statement"),
    (AgreementType, AgreementType.CONTRACT): QT_TRANSLATE_NOOP("terms", "contract"),
    (AgreementType, AgreementType.PROGRAMME): QT_TRANSLATE_NOOP("terms", "programme"),
    (AgreementType, AgreementType.CONVENTION): QT_TRANSLATE_NOOP("terms", "convention"),
    (AgreementType, AgreementType.EXCHANGE_OF_NOTES): QT_TRANSLATE_NOOP(
        "terms", "exchange of notes"
    ),
    (AgreementType, AgreementType.OTHER): QT_TRANSLATE_NOOP("terms", "other"),
    (StageKind, StageKind.PROPOSED): QT_TRANSLATE_NOOP("terms", "proposed"),
    (StageKind, StageKind.DRAFTED): QT_TRANSLATE_NOOP("terms", "drafted"),
    (StageKind, StageKind.INITIALLED): QT_TRANSLATE_NOOP("terms", "initialled"),
    (StageKind, StageKind.DATED): QT_TRANSLATE_NOOP("terms", "dated"),
    (StageKind, StageKind.SIGNED): QT_TRANSLATE_NOOP("terms", "signed"),
    (StageKind, StageKind.RATIFIED): QT_TRANSLATE_NOOP("terms", "ratified"),
    (StageKind, StageKind.ACCEDED): QT_TRANSLATE_NOOP("terms", "acceded"),
    (StageKind, StageKind.IN_FORCE): QT_TRANSLATE_NOOP("terms", "in force"),
    (StageKind, StageKind.EXTENDED): QT_TRANSLATE_NOOP("terms", "extended"),
    (StageKind, StageKind.AMENDED): QT_TRANSLATE_NOOP("terms", "amended"),
    (StageKind, StageKind.SUSPENDED): QT_TRANSLATE_NOOP("terms", "suspended"),
    (StageKind, StageKind.WITHDRAWN): QT_TRANSLATE_NOOP("terms", "withdrawn"),
    (StageKind, StageKind.EXPIRED): QT_TRANSLATE_NOOP("terms", "expired"),
    (StageKind, StageKind.TERMINATED): QT_TRANSLATE_NOOP("terms", "terminated"),
    (StageKind, StageKind.REPLACED): QT_TRANSLATE_NOOP("terms", "replaced"),
    (MeetingKind, MeetingKind.SESSION): QT_TRANSLATE_NOOP("terms", "session"),
    (MeetingKind, MeetingKind.TALKS): QT_TRANSLATE_NOOP("terms", "talks"),
    (MeetingKind, MeetingKind.VISIT): QT_TRANSLATE_NOOP("terms", "visit"),
    (MeetingKind, MeetingKind.FORUM): QT_TRANSLATE_NOOP("terms", "forum"),
    (MeetingKind, MeetingKind.CEREMONY): QT_TRANSLATE_NOOP("terms", "ceremony"),
    (MeetingKind, MeetingKind.TOUR): QT_TRANSLATE_NOOP("terms", "tour"),
    (MeetingKind, MeetingKind.OTHER): QT_TRANSLATE_NOOP("terms", "other"),
    (MeetingFormat, MeetingFormat.NOT_STATED): QT_TRANSLATE_NOOP("terms", "not stated"),
    (MeetingFormat, MeetingFormat.IN_PERSON): QT_TRANSLATE_NOOP("terms", "in person"),
    (MeetingFormat, MeetingFormat.VIDEO): QT_TRANSLATE_NOOP("terms", "by video"),
    (MeetingFormat, MeetingFormat.MIXED): QT_TRANSLATE_NOOP("terms", "in person and by video"),
    (Standing, Standing.HELD): QT_TRANSLATE_NOOP("terms", "held"),
    (Standing, Standing.PLANNED): QT_TRANSLATE_NOOP("terms", "planned"),
    (Standing, Standing.PROPOSED): QT_TRANSLATE_NOOP("terms", "proposed"),
    (OrganisationKind, OrganisationKind.MINISTRY): QT_TRANSLATE_NOOP("terms", "ministry"),
    (OrganisationKind, OrganisationKind.AGENCY): QT_TRANSLATE_NOOP("terms", "agency"),
    (OrganisationKind, OrganisationKind.GOVERNMENT): QT_TRANSLATE_NOOP("terms", "government"),
    (OrganisationKind, OrganisationKind.PARLIAMENT): QT_TRANSLATE_NOOP("terms", "parliament"),
    (OrganisationKind, OrganisationKind.INTERGOVERNMENTAL): QT_TRANSLATE_NOOP(
        "terms", "intergovernmental body"
    ),
    (OrganisationKind, OrganisationKind.COMMISSION): QT_TRANSLATE_NOOP("terms", "commission"),
    (OrganisationKind, OrganisationKind.COMPANY): QT_TRANSLATE_NOOP("terms", "company"),
    (OrganisationKind, OrganisationKind.UNIVERSITY): QT_TRANSLATE_NOOP("terms", "university"),
    (OrganisationKind, OrganisationKind.HOSPITAL): QT_TRANSLATE_NOOP("terms", "hospital"),
    (OrganisationKind, OrganisationKind.MEDIA): QT_TRANSLATE_NOOP("terms", "media"),
    (OrganisationKind, OrganisationKind.ASSOCIATION): QT_TRANSLATE_NOOP(
        "terms", "association or council"
    ),
    (OrganisationKind, OrganisationKind.OTHER): QT_TRANSLATE_NOOP("terms", "other"),
    (PlaceKind, PlaceKind.COUNTRY): QT_TRANSLATE_NOOP("terms", "country"),
    (PlaceKind, PlaceKind.REGION): QT_TRANSLATE_NOOP("terms", "region"),
    (PlaceKind, PlaceKind.CITY): QT_TRANSLATE_NOOP("terms", "city"),
    (NameKind, NameKind.ORIGINAL): QT_TRANSLATE_NOOP("terms", "original"),
    (NameKind, NameKind.TRANSLATION): QT_TRANSLATE_NOOP("terms", "translation"),
    (NameKind, NameKind.TRANSLITERATION): QT_TRANSLATE_NOOP("terms", "transliteration"),
    (NameKind, NameKind.VARIANT): QT_TRANSLATE_NOOP("terms", "variant"),
    (NameKind, NameKind.FORMER): QT_TRANSLATE_NOOP("terms", "former"),
    (NameKind, NameKind.ACRONYM): QT_TRANSLATE_NOOP("terms", "acronym"),
    (Presence, Presence.NAMED): QT_TRANSLATE_NOOP("terms", "named person"),
    (Presence, Presence.UNNAMED): QT_TRANSLATE_NOOP("terms", "unnamed holder of the post"),
    (Presence, Presence.DELEGATION): QT_TRANSLATE_NOOP("terms", "delegation or group"),
    (Presence, Presence.BODY): QT_TRANSLATE_NOOP("terms", "the body itself"),
    (Mode, Mode.NOT_STATED): QT_TRANSLATE_NOOP("terms", "not stated"),
    (Mode, Mode.IN_PERSON): QT_TRANSLATE_NOOP("terms", "in person"),
    (Mode, Mode.VIDEO): QT_TRANSLATE_NOOP("terms", "by video"),
    (Mode, Mode.READ_OUT): QT_TRANSLATE_NOOP("terms", "read out"),
    (PassageKind, PassageKind.EVIDENCE): QT_TRANSLATE_NOOP("terms", "evidence"),
    (PassageKind, PassageKind.HEADING): QT_TRANSLATE_NOOP("terms", "heading"),
    (PassageKind, PassageKind.NOISE): QT_TRANSLATE_NOOP("terms", "noise"),
    (How, How.STATED): QT_TRANSLATE_NOOP("terms", "stated"),
    (How, How.REPORTED): QT_TRANSLATE_NOOP("terms", "reported"),
    (How, How.INFERRED): QT_TRANSLATE_NOOP("terms", "inferred"),
    (How, How.NOT_STATED): QT_TRANSLATE_NOOP("terms", "not stated"),
    (PointKind, PointKind.AGENDA_ITEM): QT_TRANSLATE_NOOP("terms", "agenda item"),
    (PointKind, PointKind.SUBJECT): QT_TRANSLATE_NOOP("terms", "subject"),
    (PointKind, PointKind.PROVISION): QT_TRANSLATE_NOOP("terms", "provision"),
    (PointKind, PointKind.UNDERTAKING): QT_TRANSLATE_NOOP("terms", "undertaking"),
    (PointKind, PointKind.PROPOSAL): QT_TRANSLATE_NOOP("terms", "proposal"),
    (PointKind, PointKind.RESULT): QT_TRANSLATE_NOOP("terms", "result"),
    (Bound, Bound.EXACT): QT_TRANSLATE_NOOP("terms", "exactly"),
    (Bound, Bound.ABOUT): QT_TRANSLATE_NOOP("terms", "about"),
    (Bound, Bound.AT_LEAST): QT_TRANSLATE_NOOP("terms", "at least"),
    (Bound, Bound.MORE_THAN): QT_TRANSLATE_NOOP("terms", "more than"),
    (Bound, Bound.AT_MOST): QT_TRANSLATE_NOOP("terms", "at most"),
    (FigureState, FigureState.STATED): QT_TRANSLATE_NOOP("terms", "as a fact"),
    (FigureState, FigureState.DELIVERED): QT_TRANSLATE_NOOP("terms", "delivered"),
    (FigureState, FigureState.PLANNED): QT_TRANSLATE_NOOP("terms", "planned"),
    (QuotationMode, QuotationMode.DIRECT): QT_TRANSLATE_NOOP("terms", "word for word"),
    (QuotationMode, QuotationMode.REPORTED): QT_TRANSLATE_NOOP("terms", "retold"),
}

PLURALS: dict[EntryKind, object] = {
    EntryKind.SOURCE: QT_TRANSLATE_NOOP("terms", "Sources"),
    EntryKind.AGREEMENT: QT_TRANSLATE_NOOP("terms", "Agreements"),
    EntryKind.MEETING: QT_TRANSLATE_NOOP("terms", "Meetings"),
    EntryKind.PERSON: QT_TRANSLATE_NOOP("terms", "People"),
    EntryKind.ORGANISATION: QT_TRANSLATE_NOOP("terms", "Bodies"),
    EntryKind.PLACE: QT_TRANSLATE_NOOP("terms", "Places"),
}

_FIELDS: dict[str, object] = {
    "title": QT_TRANSLATE_NOOP("fields", "Title"),
    "summary": QT_TRANSLATE_NOOP("fields", "Summary"),
    "note": QT_TRANSLATE_NOOP("fields", "Note"),
    "review": QT_TRANSLATE_NOOP("fields", "Review"),
    "source_kind": QT_TRANSLATE_NOOP("fields", "Kind"),
    "reading_state": QT_TRANSLATE_NOOP("fields", "Reading"),
    "publisher": QT_TRANSLATE_NOOP("fields", "Publisher"),
    "byline": QT_TRANSLATE_NOOP("fields", "Byline"),
    "published": QT_TRANSLATE_NOOP("fields", "Published"),
    "received": QT_TRANSLATE_NOOP("fields", "Received"),
    "languages": QT_TRANSLATE_NOOP("fields", "Languages"),
    "address": QT_TRANSLATE_NOOP("fields", "Address"),
    "agreement_type": QT_TRANSLATE_NOOP("fields", "Type"),
    "number": QT_TRANSLATE_NOOP("fields", "Number"),
    "covers": QT_TRANSLATE_NOOP("fields", "Covers"),
    "authentic_languages": QT_TRANSLATE_NOOP("fields", "Authentic in"),
    "meeting_kind": QT_TRANSLATE_NOOP("fields", "Kind"),
    "standing": QT_TRANSLATE_NOOP("fields", "Status"),
    "ordinal": QT_TRANSLATE_NOOP("fields", "Number"),
    "ordinal_as_written": QT_TRANSLATE_NOOP("fields", "As written"),
    "start": QT_TRANSLATE_NOOP("fields", "Start"),
    "end": QT_TRANSLATE_NOOP("fields", "End"),
    "place": QT_TRANSLATE_NOOP("fields", "Place"),
    "place_as_stated": QT_TRANSLATE_NOOP("fields", "Place as stated"),
    "format": QT_TRANSLATE_NOOP("fields", "Format"),
    "family_name": QT_TRANSLATE_NOOP("fields", "Family name"),
    "given_names": QT_TRANSLATE_NOOP("fields", "Given names"),
    "born": QT_TRANSLATE_NOOP("fields", "Born"),
    "died": QT_TRANSLATE_NOOP("fields", "Died"),
    "organisation_kind": QT_TRANSLATE_NOOP("fields", "Kind"),
    "place_kind": QT_TRANSLATE_NOOP("fields", "Kind"),
    "parent": QT_TRANSLATE_NOOP("fields", "Lies in"),
    "code": QT_TRANSLATE_NOOP("fields", "ISO code"),
    "date": QT_TRANSLATE_NOOP("fields", "Date"),
    "meeting": QT_TRANSLATE_NOOP("fields", "Meeting"),
    "party": QT_TRANSLATE_NOOP("fields", "Party"),
    "post": QT_TRANSLATE_NOOP("fields", "Post"),
    "post_as": QT_TRANSLATE_NOOP("fields", "Post as stated"),
    "acting": QT_TRANSLATE_NOOP("fields", "Acting"),
    "presence": QT_TRANSLATE_NOOP("fields", "Presence"),
    "mode": QT_TRANSLATE_NOOP("fields", "Mode"),
    "since": QT_TRANSLATE_NOOP("fields", "From"),
    "until": QT_TRANSLATE_NOOP("fields", "Until"),
    "named_as": QT_TRANSLATE_NOOP("fields", "Named as"),
    "object": QT_TRANSLATE_NOOP("fields", "Other end"),
    "on_behalf_of": QT_TRANSLATE_NOOP("fields", "On behalf of"),
    "wording": QT_TRANSLATE_NOOP("fields", "Wording"),
    "due": QT_TRANSLATE_NOOP("fields", "Due"),
    "owed_by": QT_TRANSLATE_NOOP("fields", "Owed by"),
    "owed_to": QT_TRANSLATE_NOOP("fields", "Owed to"),
    "unit": QT_TRANSLATE_NOOP("fields", "Unit"),
    "bound": QT_TRANSLATE_NOOP("fields", "Bound"),
    "period": QT_TRANSLATE_NOOP("fields", "Period"),
    "state": QT_TRANSLATE_NOOP("fields", "State"),
    "speaker": QT_TRANSLATE_NOOP("fields", "Speaker"),
    "members": QT_TRANSLATE_NOOP("fields", "Members"),
    "words": QT_TRANSLATE_NOOP("fields", "Words"),
    "kind": QT_TRANSLATE_NOOP("fields", "Kind"),
    "text": QT_TRANSLATE_NOOP("fields", "Text"),
    "language": QT_TRANSLATE_NOOP("fields", "Language"),
}

_ACTS: dict[str, object] = {
    "backup.bring_back": QT_TRANSLATE_NOOP("acts", "Bring back from a backup"),
    "entry.create": QT_TRANSLATE_NOOP("acts", "New entry"),
    "entry.set": QT_TRANSLATE_NOOP("acts", "Edit"),
    "entry.trash": QT_TRANSLATE_NOOP("acts", "Move to trash"),
    "entry.restore": QT_TRANSLATE_NOOP("acts", "Restore from trash"),
    "entry.remove": QT_TRANSLATE_NOOP("acts", "Remove for good"),
    "entry.review": QT_TRANSLATE_NOOP("acts", "Set review"),
    "name.add": QT_TRANSLATE_NOOP("acts", "Add name"),
    "name.change": QT_TRANSLATE_NOOP("acts", "Change name"),
    "name.remove": QT_TRANSLATE_NOOP("acts", "Remove name"),
    "link.add": QT_TRANSLATE_NOOP("acts", "Add link"),
    "link.change": QT_TRANSLATE_NOOP("acts", "Change link"),
    "link.remove": QT_TRANSLATE_NOOP("acts", "Remove link"),
    "link.move": QT_TRANSLATE_NOOP("acts", "Move link"),
    "participant.add": QT_TRANSLATE_NOOP("acts", "Add participants"),
    "stage.add": QT_TRANSLATE_NOOP("acts", "Add stage"),
    "stage.change": QT_TRANSLATE_NOOP("acts", "Change stage"),
    "stage.remove": QT_TRANSLATE_NOOP("acts", "Remove stage"),
    "stage.move": QT_TRANSLATE_NOOP("acts", "Move stage"),
    "evidence.add": QT_TRANSLATE_NOOP("acts", "Add evidence"),
    "evidence.change": QT_TRANSLATE_NOOP("acts", "Change evidence"),
    "evidence.remove": QT_TRANSLATE_NOOP("acts", "Remove evidence"),
    "passage.mark": QT_TRANSLATE_NOOP("acts", "Mark words"),
    "passage.unmark": QT_TRANSLATE_NOOP("acts", "Unmark words"),
    "tag.create": QT_TRANSLATE_NOOP("acts", "New tag"),
    "tag.change": QT_TRANSLATE_NOOP("acts", "Change tag"),
    "tag.remove": QT_TRANSLATE_NOOP("acts", "Remove tag"),
    "tag.add": QT_TRANSLATE_NOOP("acts", "Tag"),
    "tag.take": QT_TRANSLATE_NOOP("acts", "Untag"),
    "search.save": QT_TRANSLATE_NOOP("acts", "Save search"),
    "search.change": QT_TRANSLATE_NOOP("acts", "Change search"),
    "search.remove": QT_TRANSLATE_NOOP("acts", "Remove search"),
    "search.move": QT_TRANSLATE_NOOP("acts", "Move search"),
    "source.add": QT_TRANSLATE_NOOP("acts", "Take in source"),
    "source.state": QT_TRANSLATE_NOOP("acts", "Set reading"),
    "point.add": QT_TRANSLATE_NOOP("acts", "Add point"),
    "point.change": QT_TRANSLATE_NOOP("acts", "Change point"),
    "point.remove": QT_TRANSLATE_NOOP("acts", "Remove point"),
    "figure.add": QT_TRANSLATE_NOOP("acts", "Add figure"),
    "figure.change": QT_TRANSLATE_NOOP("acts", "Change figure"),
    "figure.remove": QT_TRANSLATE_NOOP("acts", "Remove figure"),
    "quotation.add": QT_TRANSLATE_NOOP("acts", "Add quotation"),
    "quotation.change": QT_TRANSLATE_NOOP("acts", "Change quotation"),
    "quotation.remove": QT_TRANSLATE_NOOP("acts", "Remove quotation"),
    "post.change": QT_TRANSLATE_NOOP("acts", "Change post"),
    "reading.accept": QT_TRANSLATE_NOOP("acts", "Take"),
    "reading.refuse": QT_TRANSLATE_NOOP("acts", "Refuse"),
    "reading.reopen": QT_TRANSLATE_NOOP("acts", "Put back"),
    "noise.learn": QT_TRANSLATE_NOOP("acts", "Learn noise"),
    "noise.change": QT_TRANSLATE_NOOP("acts", "Change learnt noise"),
    "noise.forget": QT_TRANSLATE_NOOP("acts", "Forget learnt noise"),
    "catalogue.import": QT_TRANSLATE_NOOP("acts", "Import"),
    "undo": QT_TRANSLATE_NOOP("acts", "Undo"),
    "redo": QT_TRANSLATE_NOOP("acts", "Redo"),
    "undo.alone": QT_TRANSLATE_NOOP("acts", "Take back alone"),
    "schema.horizon": QT_TRANSLATE_NOOP("acts", "New version"),
}


def label(term: StrEnum) -> str:
    """Return what a term is called, in small letters."""
    return translate("terms", str(_TERMS[type(term), term.value]))


def heading(term: StrEnum) -> str:
    """Return what a term is called, with a capital."""
    word = label(term)
    return word[:1].upper() + word[1:]


def plural(kind: EntryKind) -> str:
    """Return what the entries of a kind are called together."""
    return translate("terms", str(PLURALS[kind]))


def field_label(name: str) -> str:
    """Return what a field is called, of an entry or of a part; also what an entry may lack.

    Evidence can say that an act or a role is not stated (``in_force``, ``signatory``), and a
    catalogue made elsewhere may hold a field unknown here: it keeps its own name.
    """
    if name in _FIELDS:
        return translate("fields", str(_FIELDS[name]))
    if name in set(StageKind):
        return heading(StageKind(name))
    return name.replace("_", " ").capitalize()


def choice_labels(field: Field) -> list[tuple[str, str]]:
    """Return each choice of a field with what it is called, in the order of the vocabulary."""
    terms = next(
        terms
        for terms in {terms for terms, _value in _TERMS}
        if tuple(member.value for member in terms) == field.choices
    )
    return [(member.value, heading(member)) for member in terms]


def act_label(key: str) -> str:
    """Return what an act is called; one of a newer program keeps its key."""
    return translate("acts", str(_ACTS[key])) if key in _ACTS else key


def act_labels() -> list[tuple[str, str]]:
    """Return each kind of act with what it is called, in the order of the alphabet."""
    return sorted(((key, act_label(key)) for key in _ACTS), key=lambda pair: pair[1].casefold())


def date_label(text: str, language: str = "en") -> str:
    """Return a stored EDTF date as people write it; text that is none comes back as it is."""
    try:
        return display_date(parse_date(text), "ru" if language == "ru" else "en") if text else ""
    except DateError:
        return text


def error_sentence(error: BaseException) -> str:
    """Return what a user is told of an error: one sentence with what to do."""
    if isinstance(error, CatalogueError):
        return str(error)
    return translate(
        "errors", "Something went wrong inside Chancery; nothing was changed. ({0})"
    ).format(type(error).__name__)
