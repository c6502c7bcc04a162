"""A large page that is pasted is read apart, with the same outcome."""

from pytestqt.qtbot import QtBot

from desktop.dialogs.pasted import Pasted
from desktop.dialogs.release_reading import Reading, ReleaseReading
from desktop.workspace import Workspace


def test_a_large_page_is_read_as_a_small_one_is(workspace: Workspace, qtbot: QtBot) -> None:
    words = [f"The ministers met for the {number}th time." for number in range(2000)]
    page = "".join(f"<p>{one}</p>" for one in words)
    reading = ReleaseReading(workspace, workspace.operations)
    with qtbot.waitSignal(reading.answered, timeout=30_000) as answered:
        reading.ask(Pasted(text="\n".join(words), html=page))
    assert answered.args is not None
    found = answered.args[1]
    assert isinstance(found, Reading)
    assert found.release is not None
    assert (found.release.format, found.release.text) == ("html", "\n\n".join(words))
    assert found.release.original == page.encode()
