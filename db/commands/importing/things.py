"""What belongs to an entry, on its way into the tables: each thing with its evidence."""

from collections.abc import Iterable, Mapping, Sequence

from db.commands.importing.cited import FromImport, Span
from db.commands.importing.filing import Filing
from db.commands.importing.rows import (
    Values,
    claim_values,
    figure_values,
    link_values,
    name_values,
    point_values,
    quotation_values,
    stage_values,
)
from db.errors import Unimportable
from db.rows.records.entries import AgreementRecord, EntryRecord
from db.rows.records.things import (
    EvidenceRecord,
    FigureRecord,
    LinkRecord,
    NameRecord,
    PointRecord,
    QuotationRecord,
    StageRecord,
)
from db.terms import EntryKind, LinkKind

_CITY_MAY_BE = frozenset({LinkKind.SEATED_IN, LinkKind.ABOUT, LinkKind.TEXT_OF})


class Things:
    """Takes what belongs to entries, each thing with its evidence."""

    def __init__(self, filing: Filing, cited: FromImport, passages: Mapping[Span, int]) -> None:
        self._filing, self._cited, self._passages = filing, cited, passages

    def all_of(self, entry: int, kind: EntryKind, record: EntryRecord) -> None:
        """Take everything that belongs to a new entry."""
        self._cited.stages.clear()
        if isinstance(record, AgreementRecord):
            for stage in record.stages:
                self.stage(entry, stage)
        for name in record.names:
            self.name(entry, name)
        for link in record.links:
            self.link(entry, kind, link)
        for point in record.points:
            self.point(entry, point)
        for figure in record.figures:
            self.figure(figure, entry_id=entry, point_id=None)
        for quotation in record.quotations:
            self.quotation(entry, quotation)
        for tag in record.tags:
            self.tag(entry, tag)
        self.claims("entry", entry, record.evidence)

    def tag(self, entry: int, tag: int) -> None:
        """Take that an entry is about a subject."""
        self._filing.put("entry_tag", entry_id=entry, tag_id=self._cited.tag(tag))

    def name(self, entry: int, name: NameRecord) -> None:
        """Take a name."""
        id_ = self._filing.put_new(
            "name", name.id, entry_id=entry, **name_values(name, self._cited)
        )
        self.claims("name", id_, name.evidence)

    def stage(self, entry: int, stage: StageRecord) -> None:
        """Take a stage."""
        id_ = self._filing.put_new(
            "stage", stage.id, agreement_id=entry, **stage_values(stage, self._cited)
        )
        self._cited.stages[stage.id] = id_
        self.claims("stage", id_, stage.evidence)

    def link(self, entry: int, kind: EntryKind, link: LinkRecord) -> None:
        """Take a link.

        Raises:
            Unimportable: ``not_whole`` where its ends can't be, without a place.
        """
        values = {
            "subject_id": entry,
            "subject_kind": kind.value,
            **link_values(link, self._cited),
            "on_behalf_of_kind": self._behalf_kind(link),
        }
        self._check_ends(link)
        if self.is_symmetric(link):
            _put_in_order(values)
        id_ = self._filing.put_new("link", link.id, **values)
        self.claims("link", id_, link.evidence)

    def point(self, entry: int, point: PointRecord) -> None:
        """Take a point with its figures."""
        id_ = self._filing.put_new(
            "point", point.id, entry_id=entry, **point_values(point, self._cited)
        )
        for figure in point.figures:
            self.figure(figure, entry_id=None, point_id=id_)
        self.claims("point", id_, point.evidence)

    def figure(self, figure: FigureRecord, *, entry_id: int | None, point_id: int | None) -> None:
        """Take a figure of an entry or of a point."""
        id_ = self._filing.put_new(
            "figure",
            figure.id,
            entry_id=entry_id,
            point_id=point_id,
            **figure_values(figure, self._cited),
        )
        self.members(id_, (self._cited.entry(member) for member in figure.members))
        self.claims("figure", id_, figure.evidence)

    def members(self, figure: int, entries: Iterable[int]) -> None:
        """Take the entries a figure counts."""
        for entry in entries:
            self._filing.put("figure_member", figure_id=figure, entry_id=entry)

    def is_symmetric(self, link: LinkRecord) -> bool:
        """Tell whether a link is the same from both ends."""
        return link.object is not None and link.kind in self._filing.symmetric

    def quotation(self, entry: int, quotation: QuotationRecord) -> None:
        """Take a quotation."""
        id_ = self._filing.put_new(
            "quotation", quotation.id, entry_id=entry, **quotation_values(quotation, self._cited)
        )
        self.claims("quotation", id_, quotation.evidence)

    def claims(self, target: str, id_: int, claims: Sequence[EvidenceRecord]) -> None:
        """Take the evidence for a thing.

        Raises:
            Unimportable: ``not_quoted`` for words that are no passage, without a place.
        """
        for claim in claims:
            about = dict.fromkeys(_TARGET_COLUMNS)
            values = claim_values(claim, self._cited)
            evidence = self._filing.put_new(
                "evidence", claim.id, **{**about, f"{target}_id": id_, **values}
            )
            for span in claim.passages:
                place = (values["source_id"], span.kind.value, span.first, span.last)
                if place not in self._passages:
                    raise Unimportable("not_quoted")
                self._filing.put(
                    "evidence_passage",
                    evidence_id=evidence,
                    passage_id=self._passages[place],
                    position=span.position,
                )

    def _behalf_kind(self, link: LinkRecord) -> str | None:
        if link.on_behalf_of is None:
            return None
        return self._cited.known(link.on_behalf_of).kind.value

    def _check_ends(self, link: LinkRecord) -> None:
        if link.object is None:
            return
        other = self._cited.known(link.object)
        if other.kind != link.object_kind:
            detail = f"{link.object} is no {link.object_kind}"
            raise Unimportable("not_whole", detail=detail)
        if other.is_city and link.kind not in _CITY_MAY_BE:
            detail = f"{link.object} is a city, and a city is only where something happens"
            raise Unimportable("not_whole", detail=detail)


_TARGET_COLUMNS = (
    "entry_id", "name_id", "link_id", "stage_id", "point_id", "figure_id", "quotation_id",
)  # fmt: skip


def _put_in_order(link: Values) -> None:
    """Let a symmetric link begin at the entry that was there first, as ``add_link`` does."""
    if link["object_id"] < link["subject_id"]:
        link["subject_id"], link["object_id"] = link["object_id"], link["subject_id"]
        link["subject_kind"], link["object_kind"] = link["object_kind"], link["subject_kind"]
