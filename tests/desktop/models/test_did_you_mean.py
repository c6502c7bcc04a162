"""What may have been meant, offered where a query finds nothing."""

import pytest
from PySide6.QtTest import QSignalSpy

from db.rows.lists import ListSpec
from desktop.models.did_you_mean import DidYouMean
from desktop.workspace import Workspace
from tests.desktop.models.conftest import Settle
from tests.factories import make_agreement


@pytest.fixture
def meant(workspace: Workspace) -> DidYouMean:
    make_agreement(workspace.operations.catalogue, "Memorandum on pharmaceuticals")
    return DidYouMean(workspace)


def test_a_slip_is_put_right_and_the_rest_of_the_query_kept(
    meant: DidYouMean, settle: Settle
) -> None:
    told = QSignalSpy(meant.suggested)
    meant.follow(ListSpec(query="type:protocol memorandun"))
    meant.note_counts(0, 1, True)
    settle()
    assert [told.at(n) for n in range(told.count())] == [[""], ["type:protocol memorandum"]]


def test_nothing_is_asked_while_something_is_found_or_not_yet_known(
    meant: DidYouMean, workspace: Workspace, settle: Settle
) -> None:
    meant.follow(ListSpec(query="memorandun"))
    told = QSignalSpy(meant.suggested)
    meant.note_counts(3, 10, True)
    meant.note_counts(0, 10, False)
    assert workspace.operations.is_idle
    meant.follow(ListSpec())
    meant.note_counts(0, 0, True)
    assert workspace.operations.is_idle
    assert told.count() == 1


def test_an_answer_to_an_earlier_query_is_dropped(meant: DidYouMean, settle: Settle) -> None:
    meant.follow(ListSpec(query="memorandun"))
    meant.note_counts(0, 1, True)
    meant.follow(ListSpec(query="country:AZ"))
    told = QSignalSpy(meant.suggested)
    settle()
    assert told.count() == 0


def test_where_there_is_nothing_better_nothing_is_suggested(
    meant: DidYouMean, settle: Settle
) -> None:
    meant.follow(ListSpec(query="qqqqzzzz"))
    told = QSignalSpy(meant.suggested)
    meant.note_counts(0, 1, True)
    settle()
    assert told.at(0) == [""]
