"""Linking: what may be joined, what is refused, and what lands on which stage."""

import pytest
from sqlalchemy.exc import IntegrityError

from db.catalogue import Catalogue
from db.commands.entries import create_entry, ensure_country
from db.commands.links import add_link, change_link, move_link
from db.commands.stages import StageSpec, add_stage
from db.errors import Refused
from db.models import Link
from db.queries.sheets import entry_sheet
from db.rows.entries import EntrySheet
from db.rows.links import LinkSpec
from db.terms import EntryKind, LinkKind, Presence, StageKind
from tests.write_path.acts import rows, write


@pytest.fixture
def ids(catalogue: Catalogue) -> dict[str, int]:
    """Make one entry of each kind, and two countries."""

    def make(kind: EntryKind, title: str, **values: str) -> int:
        return write(
            catalogue,
            lambda session: create_entry(session, kind=kind, values={"title": title, **values}),
        ).value

    return {
        "agreement": make(EntryKind.AGREEMENT, "Protocol"),
        "older": make(EntryKind.AGREEMENT, "Agreement"),
        "meeting": make(EntryKind.MEETING, "Talks"),
        "person": make(EntryKind.PERSON, "Teymur Musayev"),
        "ministry": make(EntryKind.ORGANISATION, "Ministry of Health"),
        "city": make(EntryKind.PLACE, "Baku", place_kind="city"),
        "az": write(catalogue, lambda session: ensure_country(session, code="AZ")).value,
        "ru": write(catalogue, lambda session: ensure_country(session, code="RU")).value,
    }


def _add(catalogue: Catalogue, **spec: object) -> int:
    return write(
        catalogue,
        lambda session: add_link(session, spec=LinkSpec(**spec)),  # type: ignore[arg-type]
    ).value


def _refusal(catalogue: Catalogue, **spec: object) -> str:
    with pytest.raises(Refused) as told:
        _add(catalogue, **spec)
    return told.value.reason


def _sheet(catalogue: Catalogue, entry: int) -> EntrySheet:
    with catalogue.read() as session:
        sheet = entry_sheet(session, entry)
    assert sheet is not None
    return sheet


def test_a_link_is_seen_from_both_ends(catalogue: Catalogue, ids: dict[str, int]) -> None:
    _add(catalogue, kind=LinkKind.PARTY, subject_id=ids["agreement"], object_id=ids["ministry"])
    (here,) = _sheet(catalogue, ids["agreement"]).links
    (there,) = _sheet(catalogue, ids["ministry"]).links
    assert (here.label_en, here.outgoing, here.other and here.other.title) == (
        "party",
        True,
        "Ministry of Health",
    )
    assert (there.label_en, there.outgoing, there.other and there.other.title) == (
        "party to",
        False,
        "Protocol",
    )


def test_ends_that_do_not_fit_are_refused(catalogue: Catalogue, ids: dict[str, int]) -> None:
    reason = _refusal(
        catalogue, kind=LinkKind.CHAIR, subject_id=ids["agreement"], object_id=ids["person"]
    )
    assert reason == "link_ends_do_not_fit"


def test_no_path_can_store_ends_that_do_not_fit(catalogue: Catalogue, ids: dict[str, int]) -> None:
    with pytest.raises(IntegrityError):
        write(
            catalogue,
            lambda session: session.add(
                Link(
                    kind="chair",
                    subject_id=ids["agreement"],
                    subject_kind="agreement",
                    object_id=ids["person"],
                    object_kind="person",
                )
            ),
        )


def test_no_path_can_lie_about_the_kind_of_an_end(
    catalogue: Catalogue, ids: dict[str, int]
) -> None:
    with pytest.raises(IntegrityError):
        write(
            catalogue,
            lambda session: session.add(
                Link(
                    kind="chair",
                    subject_id=ids["agreement"],
                    subject_kind="meeting",
                    object_id=ids["person"],
                    object_kind="person",
                )
            ),
        )


def test_a_city_is_only_where(catalogue: Catalogue, ids: dict[str, int]) -> None:
    reason = _refusal(
        catalogue, kind=LinkKind.PARTY, subject_id=ids["agreement"], object_id=ids["city"]
    )
    assert reason == "city_is_only_where"


def test_the_same_link_twice_is_refused(catalogue: Catalogue, ids: dict[str, int]) -> None:
    spec = {"kind": LinkKind.PARTY, "subject_id": ids["agreement"], "object_id": ids["az"]}
    _add(catalogue, **spec)
    assert _refusal(catalogue, **spec) == "link_exists"


def test_two_posts_of_one_country_are_two_participants(
    catalogue: Catalogue, ids: dict[str, int]
) -> None:
    for post in ("Minister of Health", "Minister of Finance"):
        _add(
            catalogue,
            kind=LinkKind.ATTENDEE,
            subject_id=ids["meeting"],
            object_id=ids["az"],
            presence=Presence.UNNAMED,
            post_as=post,
        )
    assert rows(catalogue, "SELECT count(*) FROM link") == [(2,)]


def test_a_symmetric_link_is_stored_once(catalogue: Catalogue, ids: dict[str, int]) -> None:
    _add(
        catalogue,
        kind=LinkKind.RELATED_TO,
        subject_id=ids["older"],
        object_id=ids["agreement"],
    )
    reason = _refusal(
        catalogue,
        kind=LinkKind.RELATED_TO,
        subject_id=ids["agreement"],
        object_id=ids["older"],
    )
    assert reason == "link_exists"


def test_an_end_may_be_named_in_words_alone(catalogue: Catalogue, ids: dict[str, int]) -> None:
    _add(
        catalogue,
        kind=LinkKind.ATTENDEE,
        subject_id=ids["meeting"],
        object_kind="organisation",
        named_as="heads of hospitals",
        presence=Presence.DELEGATION,
    )
    (link,) = _sheet(catalogue, ids["meeting"]).links
    assert (link.other, link.named_as) == (None, "heads of hospitals")
    reason = _refusal(
        catalogue, kind=LinkKind.ATTENDEE, subject_id=ids["meeting"], object_kind="person"
    )
    assert reason == "link_needs_an_end"


def test_nobody_acts_on_behalf_of_a_person(catalogue: Catalogue, ids: dict[str, int]) -> None:
    reason = _refusal(
        catalogue,
        kind=LinkKind.PARTY,
        subject_id=ids["agreement"],
        object_id=ids["ministry"],
        on_behalf_of_id=ids["person"],
    )
    assert reason == "on_behalf_of_whom"


def test_a_signatory_stands_on_the_one_signing(catalogue: Catalogue, ids: dict[str, int]) -> None:
    stage = write(
        catalogue,
        lambda session: add_stage(
            session, agreement_id=ids["agreement"], spec=StageSpec(kind=StageKind.SIGNED)
        ),
    ).value
    _add(catalogue, kind=LinkKind.SIGNATORY, subject_id=ids["agreement"], object_id=ids["person"])
    assert rows(catalogue, "SELECT stage_id FROM link") == [(stage,)]


def test_a_stage_of_another_agreement_is_refused_by_the_schema(
    catalogue: Catalogue, ids: dict[str, int]
) -> None:
    stage = write(
        catalogue,
        lambda session: add_stage(
            session, agreement_id=ids["older"], spec=StageSpec(kind=StageKind.SIGNED)
        ),
    ).value
    with pytest.raises(IntegrityError):
        _add(
            catalogue,
            kind=LinkKind.SIGNATORY,
            subject_id=ids["agreement"],
            object_id=ids["person"],
            stage_id=stage,
        )


def test_naming_an_unnamed_participant_keeps_the_link(
    catalogue: Catalogue, ids: dict[str, int]
) -> None:
    spec = LinkSpec(
        kind=LinkKind.ATTENDEE,
        subject_id=ids["meeting"],
        object_id=ids["az"],
        presence=Presence.UNNAMED,
        post_as="Minister of Health",
    )
    link = write(catalogue, lambda session: add_link(session, spec=spec)).value
    named = LinkSpec(
        kind=LinkKind.ATTENDEE,
        subject_id=ids["meeting"],
        object_id=ids["person"],
        on_behalf_of_id=ids["az"],
        post_as="Minister of Health",
    )
    write(catalogue, lambda session: change_link(session, link_id=link, spec=named))
    (row,) = _sheet(catalogue, ids["meeting"]).links
    assert row.id == link
    assert row.other is not None
    assert row.on_behalf_of is not None
    assert (row.other.title, row.on_behalf_of.title) == ("Teymur Musayev", "Azerbaijan")


def test_links_can_be_put_in_another_order(catalogue: Catalogue, ids: dict[str, int]) -> None:
    links = [
        _add(catalogue, kind=LinkKind.PARTY, subject_id=ids["agreement"], object_id=ids[end])
        for end in ("az", "ru", "ministry")
    ]
    write(catalogue, lambda session: move_link(session, link_id=links[2], position=0))
    assert [link.id for link in _sheet(catalogue, ids["agreement"]).links] == [
        links[2],
        links[0],
        links[1],
    ]
