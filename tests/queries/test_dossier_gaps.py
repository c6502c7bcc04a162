"""What a dossier lacks: the gaps somebody could be asked to fill."""

import pytest

from db.catalogue import Catalogue
from db.queries.dossier.series import missing_runs
from db.rows.faces import Target
from db.terms import LinkKind, Presence, StageKind
from tests.factories import (
    make_agreement,
    make_body,
    make_claim,
    make_country,
    make_figure,
    make_link,
    make_meeting,
    make_person,
    make_place,
    make_source,
    make_stage,
    reference_of,
    trash,
)
from tests.queries.dossiers import dossier


def _kinds(catalogue: Catalogue) -> list[str]:
    return [gap.kind for gap in dossier(catalogue).gaps]


def test_a_bare_signed_agreement_lacks_nearly_everything(catalogue: Catalogue) -> None:
    baku = make_place(catalogue)
    agreement = make_agreement(catalogue)
    make_stage(catalogue, agreement, StageKind.SIGNED)
    make_stage(catalogue, agreement, StageKind.PROPOSED, place_id=baku, date="2020")
    kinds = ["date", "place", "parties", "signatories", "in_force", "text", "evidence"]
    assert _kinds(catalogue) == kinds


def test_a_well_told_agreement_lacks_nothing(catalogue: Catalogue) -> None:
    country = make_country(catalogue)
    agreement = make_agreement(catalogue)
    party = make_link(catalogue, LinkKind.PARTY, agreement, country)
    signed = make_stage(
        catalogue,
        agreement,
        StageKind.SIGNED,
        date="2021-05-20",
        place_id=make_place(catalogue),
    )
    in_force = make_stage(catalogue, agreement, StageKind.IN_FORCE, date="2021-07-01")
    signatory = make_link(
        catalogue, LinkKind.SIGNATORY, agreement, make_person(catalogue), stage_id=signed
    )
    source = make_source(catalogue, "Whole text.")
    make_link(catalogue, LinkKind.TEXT_OF, source, agreement)
    for target in (
        Target("link", party),
        Target("stage", signed),
        Target("stage", in_force),
        Target("link", signatory),
    ):
        make_claim(catalogue, target, source, "Whole text")
    assert _kinds(catalogue) == []


def test_a_draft_is_not_asked_for_its_signing_or_force(catalogue: Catalogue) -> None:
    agreement = make_agreement(catalogue, parties=[make_country(catalogue)])
    make_stage(catalogue, agreement, StageKind.INITIALLED, date="2024")
    assert not {"place", "signatories", "in_force"} & set(_kinds(catalogue))


def test_an_unnamed_signatory_of_any_side_is_asked_for(catalogue: Catalogue) -> None:
    agreement = make_agreement(catalogue, parties=[make_country(catalogue)])
    stage = make_stage(catalogue, agreement, StageKind.SIGNED, date="2021")
    make_link(
        catalogue,
        LinkKind.SIGNATORY,
        agreement,
        make_country(catalogue, "RU"),
        stage_id=stage,
        presence=Presence.UNNAMED,
        post_as="deputy minister",
    )
    found = dossier(catalogue).gaps
    assert [gap.detail for gap in found if gap.kind == "unnamed"] == ["deputy minister, Russia"]
    assert "signatories" in [gap.kind for gap in found]


def test_of_those_unnamed_at_a_meeting_only_the_countrys_own_are_asked_for(
    catalogue: Catalogue,
) -> None:
    meeting = make_meeting(catalogue, start="2024-12-07", place_as_stated="there")
    for code in ("AM", "KZ"):
        make_link(
            catalogue,
            LinkKind.ATTENDEE,
            meeting,
            make_country(catalogue, code),
            presence=Presence.UNNAMED,
            post_as="Minister of Health",
        )
    gaps = [gap for gap in dossier(catalogue, "AM").gaps if gap.kind == "unnamed"]
    assert [gap.detail for gap in gaps] == ["Minister of Health, Armenia"]


@pytest.mark.parametrize(
    ("standing", "start", "asked"),
    [
        ("held", "2020", False),
        ("planned", "2020", True),
        ("planned", "2030", False),
        ("planned", "2026", False),
        ("proposed", "", True),
    ],
)
def test_what_was_announced_is_asked_after_once_its_time_is_over(
    catalogue: Catalogue, standing: str, start: str, asked: bool
) -> None:
    country = make_country(catalogue)
    make_meeting(catalogue, attendees=[country], standing=standing, start=start)
    assert ("unconfirmed" in _kinds(catalogue)) is asked


def test_a_meeting_by_video_is_not_asked_for_its_place(catalogue: Catalogue) -> None:
    country = make_country(catalogue)
    make_meeting(catalogue, "Here", attendees=[country], start="2021")
    make_meeting(catalogue, "Afar", attendees=[country], start="2021", format="video")
    assert [gap.title for gap in dossier(catalogue).gaps if gap.kind == "place"] == ["Here"]


def test_the_session_between_two_others_is_missing(catalogue: Catalogue) -> None:
    commission = make_body(catalogue, "Commission", country="AZ")
    for number in ("19", "21"):
        meeting = make_meeting(catalogue, f"Session {number}", ordinal=number)
        make_link(catalogue, LinkKind.SESSION_OF, meeting, commission)
    gap = next(gap for gap in dossier(catalogue).gaps if gap.kind == "series")
    assert (gap.reference, gap.detail) == (reference_of(catalogue, commission), "20")


def test_sessions_outside_the_period_still_fill_the_series(catalogue: Catalogue) -> None:
    commission = make_body(catalogue, "Commission", country="AZ")
    for number, start in (("19", "2021"), ("20", "2022"), ("22", "2024")):
        meeting = make_meeting(catalogue, f"Session {number}", ordinal=number, start=start)
        make_link(catalogue, LinkKind.SESSION_OF, meeting, commission)
    found = dossier(catalogue, period_from="2023").gaps
    assert [gap.detail for gap in found if gap.kind == "series"] == ["21"]


def test_missing_numbers_that_follow_each_other_are_one_run() -> None:
    assert missing_runs([2, 1, 5, 19, 21]) == [(3, 4), (6, 18), (20, 20)]
    assert missing_runs([7]) == missing_runs([]) == []


def test_a_count_tells_how_many_are_found(catalogue: Catalogue) -> None:
    country = make_country(catalogue)
    there = make_agreement(catalogue, parties=[country])
    gone = make_agreement(catalogue, "Gone", parties=[country])
    meeting = make_meeting(catalogue, attendees=[country])
    make_figure(catalogue, meeting, "12", unit="agreements", members=[there, gone])
    make_figure(catalogue, meeting, "1", unit="found", members=[there])
    make_figure(catalogue, meeting, "3.5", unit="%")
    trash(catalogue, gone)
    gaps = [gap for gap in dossier(catalogue).gaps if gap.kind == "count"]
    assert [(gap.detail, gap.found, gap.total) for gap in gaps] == [("agreements", 1, 12)]
