"""What history says of the rows of an act: from what to what, in words."""

import pytest

from db.catalogue import Catalogue
from db.commands.decisions import decide
from db.commands.tags import untag_entries
from db.queries.acts import acts_page
from db.rows.acts import ActsWanted
from db.terms import Verdict
from desktop.acts import entries as acts
from desktop.forms.history_lines import told
from desktop.forms.history_words import Line, lines_of
from tests.factories import make_agreement, make_country, make_source, make_tag, trash
from tests.write_path.acts import write


def _last(catalogue: Catalogue) -> list[Line]:
    """Return the lines of the last act."""
    with catalogue.read() as session:
        found = told(session, acts_page(session, wanted=ActsWanted(), size=1).rows)
    ((_act, changes),) = found.acts
    return lines_of(changes, found.refs, "en")


def test_a_tag_says_what_was_tagged_with_it_and_what_no_longer_is(catalogue: Catalogue) -> None:
    entry = make_agreement(catalogue, "Roadmap")
    tag = make_tag(catalogue, "health", "здоровье", on=[entry])
    assert Line("Tag", "", "health / здоровье · Roadmap") in _last(catalogue)
    write(catalogue, lambda s: untag_entries(s, entry_ids=[entry], tag_id=tag))
    assert _last(catalogue) == [Line("Tag", "health / здоровье · Roadmap", "")]


def test_a_tag_that_was_removed_is_told_by_the_act_that_removed_it(catalogue: Catalogue) -> None:
    entry = make_agreement(catalogue, "Roadmap")
    tag = make_tag(catalogue, "health", on=[entry])
    catalogue.write(acts.remove_tag(tag))
    assert Line("Tag", "health · Roadmap", "") in _last(catalogue)


@pytest.mark.parametrize(
    ("first", "words"), [(Verdict.ACCEPTED, "taken"), (Verdict.REFUSED, "refused")]
)
def test_a_decision_says_on_what_it_was_and_how_it_went(
    catalogue: Catalogue, first: Verdict, words: str
) -> None:
    source = make_source(catalogue)

    def settle(verdict: Verdict) -> None:
        key = "person:teymur musayev"
        write(catalogue, lambda s: decide(s, source_id=source, key=key, verdict=verdict))

    settle(first)
    assert _last(catalogue) == [Line("Suggestion", "", f"person teymur musayev: {words}")]
    settle(Verdict.BROUGHT)
    assert _last(catalogue) == [Line("Suggestion", words, "made along with another")]


def test_entries_that_were_removed_for_good_are_named_as_they_were(catalogue: Catalogue) -> None:
    agreement = make_agreement(catalogue, "Roadmap", parties=[make_country(catalogue)])
    trash(catalogue, agreement)
    catalogue.write(acts.remove([agreement]))
    lines = _last(catalogue)
    assert Line("Title", "Roadmap", "") in lines
    assert Line("Link", "party Roadmap → Azerbaijan", "") in lines
