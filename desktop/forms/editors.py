"""Which editor a field takes."""

from typing import TypeAlias

from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget

from db.rows.fields import Field, FieldType
from db.terms import EntryKind
from desktop.forms.entry_edit import EntryEdit
from desktop.forms.languages import language_names
from desktop.labels import choice_labels
from desktop.widgets.choice_edit import ChoiceEdit
from desktop.widgets.edtf_edit import EdtfEdit
from desktop.widgets.text_edit import BlockEdit
from desktop.widgets.value_edit import IntEdit, LanguageEdit, LineEdit
from desktop.workspace import Workspace

FieldEditor: TypeAlias = LineEdit | EdtfEdit | ChoiceEdit | BlockEdit | EntryEdit


def make_editor(workspace: Workspace, field: Field) -> FieldEditor:
    """Make the editor of a field."""
    if field.type == FieldType.PLACE:
        return EntryEdit(workspace, (EntryKind.PLACE,))
    return _make_simple(field, workspace.settings.language)


def _make_simple(field: Field, language: str) -> FieldEditor:
    match field.type:
        case FieldType.BLOCK:
            return BlockEdit(least_lines=1)
        case FieldType.DATE:
            return EdtfEdit(language="ru" if language == "ru" else "en")
        case FieldType.CHOICE:
            return _narrow(ChoiceEdit(choice_labels(field)))
        case FieldType.INTEGER:
            return IntEdit(least=1, most=999_999)
        case FieldType.LANGUAGES:
            return LanguageEdit(language_names(language))
        case _:
            return LineEdit()


def _narrow(edit: ChoiceEdit) -> ChoiceEdit:
    """Let the form say how broad a choice is, not its longest label."""
    edit.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    edit.setMinimumContentsLength(6)
    return edit


def lock_editor(editor: QWidget, *, reason: str) -> None:
    """Keep an editor from being changed and say why; an empty reason gives it free again."""
    locked = bool(reason)
    match editor:
        case QLineEdit() | QPlainTextEdit():
            editor.setReadOnly(locked)
        case QComboBox():
            editor.setEnabled(not locked)
        case _:
            editor.setEnabled(not locked)
    editor.setToolTip(reason)
    editor.setAccessibleDescription(reason)
