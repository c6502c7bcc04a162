"""A page that shows an entry as it stood at a moment: its fields, all it had, and its evidence."""

from collections.abc import Iterator, Sequence
from functools import partial
from html import escape

from PySide6.QtCore import QCoreApplication

from db.rows.entries import EntryRef, EntrySheet, LinkRow
from db.rows.evidence import EvidenceRow
from db.rows.fields import FIELDS
from db.rows.standing import Standing
from desktop.forms.wording import header_words, target_words, value_words
from desktop.labels import date_label, field_label, heading, label
from desktop.theme import Palette

_tr = partial(QCoreApplication.translate, "history")


class StandingPage:
    """Write one page in the colours of a palette; what the catalogue holds is plain text in it."""

    def __init__(self, standing: Standing, look: Palette, language: str) -> None:
        self._standing, self._language = standing, language
        self._quiet = look.quiet.name()

    def html(self) -> str:
        """Return the page."""
        sheet = self._standing.sheet
        if sheet is None:
            return f"<p>{escape(_tr('It was not in the catalogue then.'))}</p>"
        return "".join(
            [
                self._quietly(header_words(sheet)),
                f'<h2 style="margin:2px 0 8px 0">{escape(sheet.title)}</h2>',
                self._table(self._fields(sheet)),
                *self._sections(sheet),
            ]
        )

    def _sections(self, sheet: EntrySheet) -> Iterator[str]:
        yield self._section(_tr("Names"), [(label(x.kind), x.text) for x in sheet.names])
        yield self._section(_tr("Stages"), self._stages(sheet))
        yield self._section(_tr("Links"), [self._link(link) for link in sheet.links])
        if sheet.more_links:
            yield self._quietly(_tr("and {0} more").format(sheet.more_links))
        yield self._section(
            _tr("Points"),
            [
                (
                    label(x.kind),
                    _joined(x.wording, _title(x.owed_by), _title(x.owed_to), self._date(x.due)),
                )
                for x in sheet.points
            ],
        )
        yield self._section(_tr("Figures"), self._figures(sheet))
        yield self._section(
            _tr("Quotations"),
            [(_title(x.speaker) or x.speaker_as, f"“{x.words}”") for x in sheet.quotations],
        )
        tags = [("", tag.label(self._language)) for tag in sheet.tags]
        yield self._section(_tr("Tags"), tags)
        yield self._section(_tr("Evidence"), self._evidence(sheet, self._standing.evidence))

    def _fields(self, sheet: EntrySheet) -> list[tuple[str, str]]:
        return [
            (
                field_label(field.name),
                value_words(sheet, field.name, sheet.values[field.name], self._language),
            )
            for field in FIELDS[sheet.kind]
            if field.name != "title" and sheet.values.get(field.name)
        ]

    def _stages(self, sheet: EntrySheet) -> list[tuple[str, str]]:
        return [
            (
                heading(x.kind),
                _joined(
                    self._date(x.date),
                    _title(x.place),
                    _title(x.meeting),
                    _title(x.party),
                    x.note,
                ),
            )
            for x in sheet.stages
        ]

    def _link(self, link: LinkRow) -> tuple[str, str]:
        relation = link.label_ru if self._language == "ru" else link.label_en
        behalf = _tr("for {0}").format(link.on_behalf_of.title) if link.on_behalf_of else ""
        words = _joined(
            _title(link.other) or link.named_as,
            link.post_as,
            behalf,
            self._date(link.since),
            self._date(link.until),
            link.note,
        )
        return relation, words

    def _figures(self, sheet: EntrySheet) -> list[tuple[str, str]]:
        return [
            (
                label(x.bound),
                _joined(
                    f"{x.number} {x.unit}".strip(),
                    self._date(x.period),
                    _title(x.speaker),
                    ", ".join(member.title for member in x.members),
                ),
            )
            for x in sheet.figures
        ]

    def _evidence(self, sheet: EntrySheet, claims: Sequence[EvidenceRow]) -> list[tuple[str, str]]:
        return [
            (
                target_words(sheet, claim.target, self._language),
                _joined(
                    label(claim.how),
                    " … ".join(f"“{passage.words}”" for passage in claim.passages),
                    claim.attributed_to or claim.attributed_as,
                    claim.reason,
                    f"{claim.source_reference} {claim.source_title}",
                ),
            )
            for claim in claims
        ]

    def _section(self, title: str, lines: Sequence[tuple[str, str]]) -> str:
        if not lines:
            return ""
        return f'<h4 style="margin:12px 0 2px 0">{escape(title)}</h4>{self._table(lines)}'

    def _table(self, lines: Sequence[tuple[str, str]]) -> str:
        rows = "".join(
            f'<tr><td style="color:{self._quiet}; padding-right:12px">{escape(name)}</td>'
            f"<td>{escape(words).replace(chr(10), '<br>')}</td></tr>"
            for name, words in lines
        )
        return f'<table cellspacing="0" cellpadding="2">{rows}</table>'

    def _quietly(self, words: str) -> str:
        return f'<p style="color:{self._quiet}; margin:0">{escape(words)}</p>'

    def _date(self, text: str) -> str:
        return date_label(text, self._language)


def _title(ref: EntryRef | None) -> str:
    return ref.title if ref is not None else ""


def _joined(*parts: str) -> str:
    return "  ·  ".join(filter(None, parts))
