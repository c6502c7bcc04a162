"""The archivist of the sample: each gesture is one act on the catalogue, as the screen makes it."""

from collections.abc import Callable, Iterable
from functools import partial, wraps
from pathlib import Path
from typing import Concatenate, ParamSpec, Protocol, TypedDict, TypeVar

from sqlalchemy.orm import Session
from typing_extensions import Unpack

from db.act import Act
from db.catalogue import Catalogue
from db.commands.content import (
    FigureSpec,
    PointSpec,
    QuotationSpec,
    add_figure,
    add_point,
    add_quotation,
)
from db.commands.entries import create_entry, ensure_country, set_field, set_review
from db.commands.evidence import add_evidence_for_all, mark_passage
from db.commands.links import add_link
from db.commands.names import add_name
from db.commands.posts import change_post, ensure_post
from db.commands.sources import add_source, set_reading_state
from db.commands.stages import StageSpec, add_stage
from db.commands.tags import TagSpec, create_tag, tag_entries
from db.exchange.intake import read_release
from db.rows.fields import FIELDS
from db.rows.links import LinkSpec
from db.terms import (
    EntryKind,
    LinkKind,
    Mode,
    NameKind,
    PassageKind,
    PointKind,
    Presence,
    ReadingState,
    ReviewState,
    SourceKind,
)
from resources.sample.reading import Claim, Reading, evidence_of, span_of

T = TypeVar("T")
P = ParamSpec("P")
_TEXTS = Path(__file__).parent / "texts"


class LinkDetails(TypedDict, total=False):
    """What a link carries besides its kind and ends, as of ``LinkSpec``."""

    object_kind: str
    on_behalf_of_id: int
    stage_id: int
    named_as: str
    post_as: str
    post_id: int
    acting: bool
    presence: Presence
    number: int
    mode: Mode
    since: str
    note: str


class Archivist:
    """Writes into a catalogue, one act a gesture; claims given along become evidence."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._titles: dict[int, str] = {}
        self._session: Session | None = None

    def _act(self, key: str, about: int | str, run: Callable[[Session], T]) -> T:
        if self._session is not None:
            return run(self._session)
        title = about if isinstance(about, str) else self._titles[about]
        return self._catalogue.write(Act(key=key, run=run, about=title)).value

    def together(self, key: str, about: int | str, gestures: Callable[[], T]) -> T:
        """Make several gestures one act, as where a suggestion is accepted whole."""

        def run(session: Session) -> T:
            is_outermost, self._session = self._session is None, session
            try:
                return gestures()
            finally:
                if is_outermost:
                    self._session = None

        return self._act(key, about, run)

    def source(self, file: str, *, kind: SourceKind, **values: str) -> Reading:
        """Take in a text of the sample."""
        release = read_release((_TEXTS / file).read_bytes(), name=file)
        source_id = self._act(
            "source.add",
            values.get("title", release.title),
            lambda session: add_source(session, release=release, kind=kind, values=values),
        )
        self._titles[source_id] = values.get("title", release.title)
        return Reading(source_id=source_id, text=release.text)

    def reading_state(self, reading: Reading, state: ReadingState) -> None:
        """Say how far a source has been read."""
        source_id = reading.source_id
        self._act(
            "source.state",
            source_id,
            lambda session: set_reading_state(session, source_id=source_id, state=state),
        )

    def mark(self, reading: Reading, kind: PassageKind, *quotes: str) -> None:
        """Mark words of a source as a heading or as noise."""
        source_id = reading.source_id
        spans = [span_of(reading.text, quote, inner=quote.strip()) for quote in quotes]

        def run(session: Session) -> None:
            for span in spans:
                mark_passage(session, source_id=source_id, span=span, kind=kind)

        self._act("passage.mark", source_id, run)

    def entry(self, kind: EntryKind, title: str, *claims: Claim, **values: str) -> int:
        """Make an entry; its evidenced fields stand on the first claim about the entry itself."""
        fields = tuple(
            field.name for field in FIELDS[kind] if field.evidenced and values.get(field.name)
        )

        def run(session: Session) -> int:
            made = create_entry(session, kind=kind, values={"title": title, **values})
            add_evidence_for_all(session, specs=evidence_of("entry", made, claims, fields))
            return made

        entry_id = self._act("entry.create", title, run)
        self._titles[entry_id] = title
        return entry_id

    def set(self, entry_id: int, field: str, value: str) -> None:
        """Save a field that stands on no words yet."""
        self._act(
            "entry.set",
            entry_id,
            lambda session: set_field(session, entry_id=entry_id, field=field, value=value),
        )

    def country(self, code: str) -> int:
        """Return the place of a country, made if it is missing."""
        entry_id = self._act(
            "entry.create", code, lambda session: ensure_country(session, code=code)
        )
        self._titles[entry_id] = code
        return entry_id

    def name(
        self, entry_id: int, text: str, kind: NameKind, *claims: Claim, language: str = ""
    ) -> int:
        """Add a further form of an entry's name."""

        def run(session: Session) -> int:
            made = add_name(session, entry_id=entry_id, text=text, kind=kind, language=language)
            add_evidence_for_all(session, specs=evidence_of("name", made, claims))
            return made

        return self._act("name.add", entry_id, run)

    def link(
        self,
        kind: LinkKind,
        subject_id: int,
        object_id: int | None,
        *claims: Claim,
        **details: Unpack[LinkDetails],
    ) -> int:
        """Link two entries, or an entry to somebody named in words alone."""
        spec = LinkSpec(kind=kind, subject_id=subject_id, object_id=object_id, **details)

        def run(session: Session) -> int:
            made = add_link(session, spec=spec)
            add_evidence_for_all(session, specs=evidence_of("link", made, claims))
            return made

        return self._act("link.add", subject_id, run)

    def about(self, reading: Reading, *entry_ids: int, **countries: tuple[int, Claim]) -> None:
        """Say which entries a source tells of, and by which words it names a country."""

        def gestures() -> None:
            for entry_id in entry_ids:
                self.link(LinkKind.ABOUT, reading.source_id, entry_id)
            for country, claim in countries.values():
                self.link(LinkKind.ABOUT, reading.source_id, country, claim)

        self.together("link.add", reading.source_id, gestures)

    def stage(self, agreement_id: int, spec: StageSpec, *claims: Claim) -> int:
        """Add a stage; its date stands on the first claim about the stage itself."""
        fields = ("date",) if spec.date else ()

        def run(session: Session) -> int:
            made = add_stage(session, agreement_id=agreement_id, spec=spec)
            add_evidence_for_all(session, specs=evidence_of("stage", made, claims, fields))
            return made

        return self._act("stage.add", agreement_id, run)

    def point(self, entry_id: int, spec: PointSpec, *claims: Claim) -> int:
        """Add a point after the others."""

        def run(session: Session) -> int:
            made = add_point(session, entry_id=entry_id, spec=spec)
            add_evidence_for_all(session, specs=evidence_of("point", made, claims))
            return made

        return self._act("point.add", entry_id, run)

    def points(
        self, entry_id: int, kind: PointKind, worded: Iterable[tuple[str, Claim]]
    ) -> list[int]:
        """Add points of one kind, each with its claim, as one act."""
        return self.together(
            "point.add",
            entry_id,
            lambda: [
                self.point(entry_id, PointSpec(kind=kind, wording=wording), claim)
                for wording, claim in worded
            ],
        )

    def figure(
        self, entry_id: int, spec: FigureSpec, *claims: Claim, point_id: int | None = None
    ) -> int:
        """Add a figure to an entry, or to a point of it."""

        def run(session: Session) -> int:
            owner = None if point_id is not None else entry_id
            made = add_figure(session, spec=spec, entry_id=owner, point_id=point_id)
            add_evidence_for_all(session, specs=evidence_of("figure", made, claims))
            return made

        return self._act("figure.add", entry_id, run)

    def quotation(self, entry_id: int, spec: QuotationSpec, *claims: Claim) -> int:
        """Add a quotation."""

        def run(session: Session) -> int:
            made = add_quotation(session, entry_id=entry_id, spec=spec)
            add_evidence_for_all(session, specs=evidence_of("quotation", made, claims))
            return made

        return self._act("quotation.add", entry_id, run)

    def claim(self, thing: str, thing_id: int, *claims: Claim, about: int) -> None:
        """Let a thing already there, which belongs to the entry ``about``, stand on more words."""
        self._act(
            "evidence.add",
            about,
            lambda session: add_evidence_for_all(
                session, specs=evidence_of(thing, thing_id, claims)
            ),
        )

    def mention(self, *claims: Claim, of: Iterable[int]) -> None:
        """Let entries already there stand on more words."""
        for entry_id in of:
            self.claim("entry", entry_id, *claims, about=entry_id)

    def post(self, label_en: str, label_ru: str) -> int:
        """Put a post into the vocabulary."""

        def run(session: Session) -> int:
            made = ensure_post(session, label=label_en)
            change_post(session, post_id=made, label_en=label_en, label_ru=label_ru)
            return made

        return self._act("post.change", label_en, run)

    def tag(self, spec: TagSpec) -> int:
        """Put a subject into the tree."""
        return self._act(
            "tag.create", spec.label_en, lambda session: create_tag(session, spec=spec)
        )

    def tagged(self, tag_id: int, *entry_ids: int) -> None:
        """Tag entries."""
        self._act(
            "tag.add",
            entry_ids[0],
            lambda session: tag_entries(session, entry_ids=entry_ids, tag_id=tag_id),
        )

    def review(self, state: ReviewState, *entry_ids: int) -> None:
        """Say how far entries have been worked on."""
        self._act(
            "entry.review",
            entry_ids[0],
            lambda session: set_review(session, entry_ids=entry_ids, review=state),
        )


class _Desk(Protocol):
    @property
    def archivist(self) -> Archivist: ...


D = TypeVar("D", bound=_Desk)


def accepted_whole(
    about: str,
) -> Callable[[Callable[Concatenate[D, P], T]], Callable[Concatenate[D, P], T]]:
    """Make all that a function does at a desk one act, as where a suggestion is accepted whole."""

    def decorate(read: Callable[Concatenate[D, P], T]) -> Callable[Concatenate[D, P], T]:
        @wraps(read)
        def act(desk: D, *args: P.args, **kwargs: P.kwargs) -> T:
            return desk.archivist.together(
                "entry.create", about, partial(read, desk, *args, **kwargs)
            )

        return act

    return decorate
