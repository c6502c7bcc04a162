"""Catalogues that grow at random, act by act, through the commands of the program."""

import contextlib
from collections.abc import Sequence
from typing import TypeVar

from hypothesis import strategies as st

from db.act import Act
from db.catalogue import Catalogue
from db.commands.content import PointSpec, QuotationSpec, add_quotation
from db.commands.decisions import keep_reading, learn_noise
from db.commands.entries import set_field
from db.commands.evidence import mark_passage
from db.commands.reports import keep_report
from db.commands.saved_searches import save_search
from db.errors import CatalogueError
from db.rows.dossier import DossierChoices
from db.rows.evidence import Span
from db.rows.faces import Target
from db.rows.saved import SearchSpec
from db.terms import EntryKind, How, LinkKind, NameKind, PassageKind, Presence, StageKind
from db.text.cleaning import clean_line
from tests import factories as make

T = TypeVar("T")

_LETTERS = st.one_of(
    st.characters(exclude_categories=["Cs"], exclude_characters="\0"),
    st.sampled_from('абвё «»"\\/\n\t  e\u0301🇦🇿😀\u202e\u2028=%'),
)
TEXTS = st.text(_LETTERS, min_size=1, max_size=30)
LINES = TEXTS.filter(lambda text: bool(clean_line(text)))
DATES = st.sampled_from(("", "2021-05-20", "2021?", "2021/2024", "2022-11", "XXXX-07-07"))


class Growing:
    """A catalogue to which acts are done, each drawn from what it has so far."""

    def __init__(self, catalogue: Catalogue, data: st.DataObject) -> None:
        self._catalogue, self._data = catalogue, data
        self.people: list[int] = []
        self.bodies: list[int] = []
        self.places = [make.make_country(catalogue, "AZ")]
        self.agreements: list[int] = []
        self.meetings: list[int] = []
        self.sources: list[tuple[int, str]] = []
        self.stages: list[tuple[int, int]] = []
        self.targets: list[Target] = []
        self.tags: list[int] = []
        self._posts: list[int] = []

    def grow(self, acts: int) -> None:
        """Do so many acts; what a command refuses is left undone."""
        possible = [getattr(self, name) for name in sorted(dir(self)) if name.startswith("_add_")]
        for _number in range(acts):
            with contextlib.suppress(CatalogueError):
                self._one(possible)()

    def _draw(self, strategy: st.SearchStrategy[T]) -> T:
        return self._data.draw(strategy)

    def _one(self, of: Sequence[T]) -> T:
        return self._draw(st.sampled_from(of))

    def _line(self) -> str:
        return self._draw(LINES)

    def _entries(self) -> list[int]:
        sources = [source for source, _text in self.sources]
        return [
            *self.people,
            *self.bodies,
            *self.places,
            *self.agreements,
            *self.meetings,
            *sources,
        ]

    def _add_source(self) -> None:
        text = self._draw(st.text(_LETTERS, min_size=1, max_size=200).filter(str.strip))
        values = {"published": self._draw(DATES), "publisher": self._line()}
        source = make.make_source(self._catalogue, text, title=self._line(), **values)
        self.sources.append((source, text.replace("\r\n", "\n").replace("\r", "\n")))

    def _add_person(self) -> None:
        country, post = self._one(("", "RU")), self._one(("", "Minister"))
        self.people.append(
            make.make_person(self._catalogue, self._line(), country=country, post=post)
        )

    def _add_body(self) -> None:
        self.bodies.append(make.make_body(self._catalogue, self._line(), country="AZ"))

    def _add_place(self) -> None:
        self.places.append(make.make_place(self._catalogue, self._line(), country="KZ"))

    def _add_agreement(self) -> None:
        values = {"covers": self._draw(DATES), "note": self._draw(TEXTS)}
        self.agreements.append(
            make.make_entry(self._catalogue, EntryKind.AGREEMENT, self._line(), **values)
        )

    def _add_meeting(self) -> None:
        place = str(self._one(["", *self.places]))
        values = {"start": self._draw(DATES), "place": place, "ordinal": self._one(("", "37"))}
        self.meetings.append(
            make.make_entry(self._catalogue, EntryKind.MEETING, self._line(), **values)
        )

    def _add_name(self) -> None:
        kind = self._one(tuple(NameKind))
        owner = self._one(self._entries())
        name = make.make_name(self._catalogue, owner, self._line(), kind=kind, language="ru")
        self.targets.append(Target("name", name))

    def _add_stage(self) -> None:
        if self.agreements:
            agreement = self._one(self.agreements)
            stage = make.make_stage(
                self._catalogue,
                agreement,
                self._one(tuple(StageKind)),
                date=self._draw(DATES),
                place_id=self._one(self.places),
                note=self._draw(TEXTS),
            )
            self.stages.append((stage, agreement))
            self.targets.append(Target("stage", stage, "date"))

    def _add_link(self) -> None:
        kind = self._one(tuple(LinkKind))
        subject, other = self._one(self._entries()), self._one(self._entries())
        link = make.make_link(
            self._catalogue,
            kind,
            subject,
            other,
            post_as=self._one(("", "Minister")),
            since=self._draw(DATES),
            number=self._one((None, 7)) or 1,
            note=self._draw(TEXTS),
        )
        self.targets.append(Target("link", link))

    def _add_signatory(self) -> None:
        if self.stages and self.bodies:
            stage, agreement = self._one(self.stages)
            self._posts.append(make.make_post(self._catalogue, "Minister", "Министр"))
            link = make.make_link(
                self._catalogue,
                LinkKind.SIGNATORY,
                agreement,
                None,
                object_kind="person",
                named_as=self._line(),
                stage_id=stage,
                on_behalf_of_id=self._one(self.bodies),
                post_id=self._one(self._posts),
                acting=True,
                presence=Presence.UNNAMED,
            )
            self.targets.append(Target("link", link))

    def _add_point(self) -> None:
        owner = self._one([*self.agreements, *self.meetings, *self.places])
        spec = PointSpec(wording=self._line(), due=self._draw(DATES), owed_by_id=self.places[0])
        self.targets.append(Target("point", make.make_point(self._catalogue, owner, spec)))

    def _add_figure(self) -> None:
        members = self._draw(st.lists(st.sampled_from(self._entries()), max_size=3, unique=True))
        owner = self._one(self._entries())
        figure = make.make_figure(self._catalogue, owner, "12.50", unit="т", members=members)
        self.targets.append(Target("figure", figure, "number"))

    def _add_quotation(self) -> None:
        spec = QuotationSpec(words=self._line(), speaker_id=self._one(self._entries()))
        owner = self._one(self._entries())
        act = Act(key="quotation.add", run=lambda s: add_quotation(s, entry_id=owner, spec=spec))
        self.targets.append(Target("quotation", self._catalogue.write(act).value))

    def _add_tag(self) -> None:
        parent = self._one([None, *self.tags])
        on = self._draw(st.lists(st.sampled_from(self._entries()), max_size=3))
        self.tags.append(make.make_tag(self._catalogue, self._line(), parent=parent, on=on))

    def _add_claim(self) -> None:
        if self.sources:
            source, text = self._one(self.sources)
            first = self._draw(st.integers(0, len(text) - 1))
            words = text[first : self._draw(st.integers(first + 1, len(text)))]
            target = self._one([*self.targets, Target("entry", self.places[0], "title")])
            make.make_claim(
                self._catalogue, target, source, words, how=How.REPORTED, as_stated=self._line(),
                attributed_as=self._line(), attributed_to_id=self.places[0],
            )  # fmt: skip

    def _add_inference(self) -> None:
        if self.sources:
            source, _text = self._one(self.sources)
            target = Target("entry", self._one(self._entries()), "title")
            make.make_claim(self._catalogue, target, source, how=How.INFERRED, reason=self._line())

    def _add_noise(self) -> None:
        if self.sources:
            source, text = self._one(self.sources)
            span, words = Span(first=0, last=len(text)), self._line()
            mark = Act(
                key="passage.mark",
                run=lambda s: mark_passage(s, source_id=source, span=span, kind=PassageKind.NOISE),
            )
            self._catalogue.write(mark)
            learn = Act(
                key="noise.learn", run=lambda s: learn_noise(s, words=words, source_id=source)
            )
            self._catalogue.write(learn)
            self._catalogue.keep(
                lambda s: keep_reading(s, source_id=source, version="1", keys=[words])
            )

    def _add_search(self) -> None:
        spec = SearchSpec(name=self._line(), query=self._line(), kind=EntryKind.MEETING)
        self._catalogue.write(Act(key="search.save", run=lambda s: save_search(s, spec=spec)))

    def _add_report(self) -> None:
        self._catalogue.keep(
            lambda s: keep_report(
                s, country="AZ", choices=DossierChoices(country="AZ"), versions={"A-0001": 3}
            )
        )

    def _add_edit(self) -> None:
        entry, title = self._one(self._entries()), self._line()
        act = Act(
            key="entry.set",
            run=lambda s: set_field(s, entry_id=entry, field="title", value=title),
        )
        self._catalogue.write(act)

    def _add_trash(self) -> None:
        make.trash(self._catalogue, self._one(self._entries()))

    def _add_undo(self) -> None:
        if self._draw(st.booleans()):
            self._catalogue.undo()
            self._catalogue.redo()
