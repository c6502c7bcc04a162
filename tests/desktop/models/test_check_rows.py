from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.models.check_rows import CheckRow, CheckRowsModel

ON, OFF = Qt.CheckState.Checked, Qt.CheckState.Unchecked
ROWS = (
    CheckRow(key="RU", label="Russia", also="RU Россия", state=ON),
    CheckRow(key="SY", label="Syria", also="SY Сирия"),
    CheckRow(key="new", label="Create", state=None),
)


def keys(model: CheckRowsModel) -> list[str]:
    return [model.row(number).key for number in range(model.rowCount())]


def test_rows_are_found_by_any_of_their_words_in_either_script(qapp: QApplication) -> None:
    model = CheckRowsModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_rows(ROWS)
    assert keys(model) == ["RU", "SY"]
    for typed, found in (("rus", ["RU"]), ("сир", ["SY"]), ("sy", ["SY"]), ("zz", [])):
        model.narrow(typed)
        assert keys(model) == [*found, "new"], typed
    del tester


def test_other_states_of_the_same_rows_do_not_reset_the_list(
    qapp: QApplication, qtbot: QtBot
) -> None:
    model = CheckRowsModel()
    model.show_rows(ROWS)
    assert model.any_checked()
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.dataChanged):
        model.show_rows([CheckRow(key="RU", label="Russia"), ROWS[1]])
    assert not model.any_checked()
    assert model.index(0).data(Qt.ItemDataRole.CheckStateRole) == OFF
