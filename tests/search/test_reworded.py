"""Which entries are read again by the index after a change, and which are left alone."""

from db.history import RowChange
from db.owners import Owned
from db.search.reworded import reworded


def _changed(table: str, *entries: tuple[str, int], **after: str) -> Owned:
    change = RowChange(table=table, key="[1]", before=dict.fromkeys(after, ""), after=after)
    return _owned(change, *entries)


def _owned(change: RowChange, *entries: tuple[str, int]) -> Owned:
    return Owned(change, tuple(end for end, _id in entries), tuple(id_ for _end, id_ in entries))


def test_what_changes_no_words_leaves_the_index_alone() -> None:
    wordless = [
        _changed("source", ("id", 1), reading_state="read"),
        _changed("entry", ("id", 1), review="checked"),
        _changed("passage", ("source_id", 1), words="a"),
        _changed("stage", ("agreement_id", 1), date="2021"),
        _changed("link", ("subject_id", 1), ("object_id", 2), note="a"),
    ]
    assert reworded(wordless).entries == frozenset()


def test_changed_words_are_read_again_and_names_only_where_they_changed() -> None:
    found = reworded(
        [
            _changed("entry", ("id", 1), review="checked", title="b"),
            _changed("entry", ("id", 2), reference="A-0002"),
            _changed("name", ("entry_id", 3), text="c"),
            _changed("point", ("entry_id", 4), wording="d"),
            _owned(
                RowChange(table="entry", key="[5]", before=None, after={"title": "e"}), ("id", 5)
            ),
        ]
    )
    assert found.entries == {1, 2, 3, 4, 5}
    assert found.named == {1, 3, 5}


def test_the_words_of_a_link_are_of_its_subject_alone() -> None:
    ends = (("subject_id", 1), ("object_id", 2), ("on_behalf_of_id", 3))
    bare = RowChange(table="link", key="[1]", before=None, after={"named_as": "", "post_as": ""})
    assert reworded([_owned(bare, *ends)]).entries == frozenset()
    in_words = RowChange(table="link", key="[1]", before={"post_as": "Minister"}, after=None)
    assert reworded([_owned(in_words, *ends)]).entries == {1}
    assert reworded([_changed("link", *ends, post_as="Minister")]).entries == {1}


def test_words_that_move_to_another_entry_are_read_again_in_both() -> None:
    moved = _changed("name", ("entry_id", 1), ("entry_id", 2), entry_id="2")
    assert reworded([moved]).entries == {1, 2}
