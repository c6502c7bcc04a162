"""The fields in which one line of a card is edited, and the line that they make."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from typing_extensions import override

from db.rows.entries import EntryRef
from db.rows.fields import FieldType, field_of
from db.rows.suggestions import LineKind, SuggestedLine
from db.terms import (
    Bound,
    EntryKind,
    FigureState,
    How,
    LinkKind,
    NameKind,
    PointKind,
    Presence,
    QuotationMode,
    StageKind,
)
from desktop.desk.cards.end_edit import EndEdit
from desktop.desk.cards.wording import Wording, translate
from desktop.forms.editors import FieldEditor, make_editor
from desktop.forms.links.post_edit import PostEdit
from desktop.forms.links.roles import Role, role_by_code, roles_of
from desktop.labels import field_label, heading
from desktop.widgets.choice_edit import ChoiceEdit
from desktop.widgets.edtf_edit import EdtfEdit
from desktop.widgets.text_edit import BlockEdit
from desktop.widgets.value_edit import LineEdit
from desktop.workspace import Workspace

_ACTS_FOR = (EntryKind.PLACE, EntryKind.ORGANISATION)
_SPEAKERS = (EntryKind.PERSON, EntryKind.ORGANISATION, EntryKind.PLACE)
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_ENDS = frozenset({"other", "on_behalf_of", "place"})


class WordsEdit(BlockEdit):
    """Edit words that may be long but are one line: Enter is for the card around it."""

    @override
    def value(self) -> str:
        """Give the words on one line."""
        return " ".join(super().value().split())

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """Leave Enter to the card."""
        if event.key() in _ENTER:
            event.ignore()
        else:
            super().keyPressEvent(event)


@dataclass(frozen=True, slots=True, kw_only=True)
class LineField:
    """One field: which part of the line it edits, what it is called, and its editor."""

    name: str
    label: str
    editor: FieldEditor | PostEdit
    beside: bool = False
    """Whether it stands beside the field before it."""

    def problem(self) -> str:
        """Say why its value can't be kept."""
        return "" if isinstance(self.editor, PostEdit) else self.editor.problem()


class LineFields:
    """The fields of one line; what is not edited stays as it was suggested."""

    def __init__(
        self, line: SuggestedLine, kind: EntryKind, workspace: Workspace, wording: Wording
    ) -> None:
        self._line, self._kind = line, kind
        self._workspace, self._wording = workspace, wording
        self._roles: tuple[Role, ...] = ()
        self.fields = tuple(self._make())

    @property
    def key(self) -> str:
        """The key of the line."""
        return self._line.key

    def line(self, pick: Callable[[EntryRef], str]) -> SuggestedLine:
        """Return the line as edited; ``pick`` gives the key of an entry that became an end."""
        line = self._line
        for field in self.fields:
            if field.name in _ENDS:
                line = self._with_end(line, field, pick)
            elif field.name == "role":
                role = role_by_code(self._roles, field.editor.value())
                if role is not None:
                    line = replace(line, name=role.kind, outgoing=role.outgoing)
            elif field.name == "acting":
                line = replace(line, acting=bool(field.editor.value()))
            else:
                line = replace(line, **{field.name: field.editor.value()})
        return line

    def _with_end(
        self, line: SuggestedLine, field: LineField, pick: Callable[[EntryRef], str]
    ) -> SuggestedLine:
        entry = field.editor.entry() if isinstance(field.editor, EndEdit) else None
        if entry is None or entry.id == self._known_id(getattr(self._line, field.name)):
            return line
        key = pick(entry)
        unnamed = line.presence != Presence.NAMED and line.kind == LineKind.LINK
        if field.name == "other" and unnamed and entry.kind == EntryKind.PERSON:
            behalf = line.on_behalf_of or line.other
            return replace(line, other=key, on_behalf_of=behalf, presence=Presence.NAMED)
        return replace(line, **{field.name: key})

    def _known_id(self, key: str) -> int | None:
        end = self._wording.ends.get(key)
        return end.entry_id if end is not None else None

    def _make(self) -> Iterator[LineField]:
        makers: dict[LineKind, Callable[[], Iterator[LineField]]] = {
            LineKind.FIELD: self._of_field,
            LineKind.NAME: self._of_name,
            LineKind.STAGE: self._of_stage,
            LineKind.LINK: self._of_link,
            LineKind.POINT: self._of_point,
            LineKind.FIGURE: self._of_figure,
            LineKind.QUOTATION: self._of_quotation,
            LineKind.TAG: self._of_tag,
        }
        yield from makers[self._line.kind]()
        if self._line.how == How.INFERRED:
            yield self._text("reason", translate("cards", "Because"), self._line.reason)

    def _of_field(self) -> Iterator[LineField]:
        name, spec = field_label(self._line.name), field_of(self._kind, self._line.name)
        if spec is None or spec.type == FieldType.PLACE:
            yield self._end("other", name, (EntryKind.PLACE,))
            return
        editor = make_editor(self._workspace, spec)
        editor.set_value(self._line.value)
        yield LineField(name="value", label=name, editor=editor)

    def _of_name(self) -> Iterator[LineField]:
        yield self._words("value", translate("cards", "Name"))
        yield self._choice("name", field_label("kind"), tuple(NameKind), NameKind.VARIANT)

    def _of_stage(self) -> Iterator[LineField]:
        yield self._choice("name", translate("cards", "Stage"), tuple(StageKind), StageKind.DATED)
        language = "ru" if self._workspace.settings.language == "ru" else "en"
        date = EdtfEdit(language=language)
        date.set_value(self._line.value)
        yield LineField(name="value", label=field_label("date"), editor=date, beside=True)
        yield self._end("place", field_label("place"), (EntryKind.PLACE,))

    def _of_link(self) -> Iterator[LineField]:
        self._roles = self._fitting_roles()
        options = [(role.code, role.label) for role in self._roles]
        choice = ChoiceEdit(options)
        direction = "out" if self._line.outgoing else "in"
        choice.set_value(f"{self._line.name}:{direction}")
        yield LineField(name="role", label=translate("cards", "Link"), editor=choice)
        partners = self._partners()
        yield self._end("other", field_label("object"), partners)
        if self._has_post():
            yield from self._post()
            if self._line.name != LinkKind.HOLDS_POST:
                yield self._end("on_behalf_of", field_label("on_behalf_of"), _ACTS_FOR)

    def _has_post(self) -> bool:
        """Tell whether the other end holds a post: a body or a country itself has none."""
        end = self._wording.ends.get(self._line.other)
        is_person = end is not None and end.kind == EntryKind.PERSON
        unnamed = self._line.presence in {Presence.UNNAMED, Presence.DELEGATION}
        takes_post = any(role.takes_post for role in self._roles if self._is_now(role))
        return takes_post and (is_person or unnamed or bool(self._line.post_as))

    def _post(self) -> Iterator[LineField]:
        acting = ChoiceEdit(
            [("", translate("cards", "in office")), ("1", translate("cards", "acting"))]
        )
        acting.set_value("1" if self._line.acting else "")
        yield LineField(name="acting", label=field_label("post"), editor=acting)
        post = PostEdit(self._workspace)
        post.set_value(self._line.post_as)
        post.setAccessibleName(field_label("post_as"))
        yield LineField(name="post_as", label="", editor=post, beside=True)

    def _of_point(self) -> Iterator[LineField]:
        yield self._choice("name", field_label("kind"), tuple(PointKind), PointKind.SUBJECT)
        yield self._words("value", field_label("wording"))

    def _of_figure(self) -> Iterator[LineField]:
        yield self._choice("bound", translate("cards", "Figure"), tuple(Bound), Bound.EXACT)
        yield self._text("value", field_label("number"), self._line.value, beside=True)
        yield self._text("unit", field_label("unit"), self._line.unit)
        yield self._choice(
            "state", field_label("state"), tuple(FigureState), FigureState.STATED, beside=True
        )

    def _of_quotation(self) -> Iterator[LineField]:
        yield self._words("value", field_label("words"))
        yield self._choice("name", field_label("kind"), tuple(QuotationMode), QuotationMode.DIRECT)
        yield self._end("other", field_label("speaker"), _SPEAKERS)

    def _of_tag(self) -> Iterator[LineField]:
        options = [(str(tag), name) for tag, name in self._wording.tags.items()]
        choice = ChoiceEdit(options)
        choice.set_value(self._line.value)
        yield LineField(name="value", label=translate("cards", "Tag"), editor=choice)

    def _fitting_roles(self) -> tuple[Role, ...]:
        """Return the roles that a link of these ends can have, from this record."""
        end = self._wording.ends.get(self._line.other or self._line.on_behalf_of)
        roles = roles_of(self._workspace, self._kind)
        return tuple(
            role
            for role in roles
            if role.outgoing == self._line.outgoing and (end is None or end.kind in role.partners)
        )

    def _partners(self) -> tuple[EntryKind, ...]:
        now = [role.partners for role in self._roles if self._is_now(role)]
        return now[0] if now else tuple(EntryKind)

    def _is_now(self, role: Role) -> bool:
        return (role.kind, role.outgoing) == (self._line.name, self._line.outgoing)

    def _end(self, name: str, label: str, kinds: Sequence[EntryKind]) -> LineField:
        key = getattr(self._line, name)
        end = self._wording.ends.get(key)
        title = self._wording.title(key) if key else ""
        editor = EndEdit(self._workspace, kinds, suggested=title)
        if end is not None and end.entry_id is not None:
            reference = end.entry_reference
            editor.set_entry(
                EntryRef(id=end.entry_id, kind=end.kind, reference=reference, title=title)
            )
        return LineField(name=name, label=label, editor=editor)

    def _words(self, name: str, label: str) -> LineField:
        editor = WordsEdit(least_lines=1, most_lines=6)
        editor.set_value(getattr(self._line, name))
        return LineField(name=name, label=label, editor=editor)

    def _text(self, name: str, label: str, value: str, *, beside: bool = False) -> LineField:
        editor = LineEdit()
        editor.set_value(value)
        return LineField(name=name, label=label, editor=editor, beside=beside)

    def _choice(
        self,
        name: str,
        label: str,
        terms: Sequence[StrEnum],
        usual: StrEnum,
        *,
        beside: bool = False,
    ) -> LineField:
        editor = ChoiceEdit([(term.value, heading(term)) for term in terms])
        editor.set_value(getattr(self._line, name) or usual.value)
        return LineField(name=name, label=label, editor=editor, beside=beside)
