"""The second release: the exhibition and the tour of the centre that went with the session."""

from db.commands.content import QuotationSpec
from db.terms import (
    EntryKind,
    LinkKind,
    MeetingKind,
    OrganisationKind,
    Presence,
    QuotationMode,
)
from resources.sample.actors import install, make_body, make_person
from resources.sample.archivist import accepted_whole
from resources.sample.cis_meeting import CisDesk

_SHOWN = "took the ministers and the Chief State Doctors of the CIS round it"
_STOPS = (
    ("the Institute of Molecular Biology and Genetics", "Institute of Molecular Biology and "
     "Genetics"),
    ("the hybrid operating room", ""),
    ("the intensive care unit", ""),
    ("the Situation and Analytical Centres", "Situation and Analytical Centres"),
    ("the Artificial Intelligence Centre", "Artificial Intelligence Centre"),
)  # fmt: skip
"""The words of the text, and the name of the unit where it is a body of its own."""


@accepted_whole("[Tour of the Almazov Centre]")
def read_tour(desk: CisDesk, session: int) -> int:
    """Make the tour as a meeting within the session, its guide, its visitors and its stops."""
    tour = _tour(desk, session)
    _guide(desk, tour)
    _visitors(desk, tour)
    _stops(desk, tour)
    _impressions(desk, tour)
    return tour


def _tour(desk: CisDesk, session: int) -> int:
    exhibition = desk.reading.stated(
        "An exhibition of the Centre's inventions went with the meeting"
    )
    tour = desk.archivist.entry(
        EntryKind.MEETING,
        "[Tour of the Almazov Centre]",
        desk.reading.stated("The tour then led to"),
        desk.reading.inferred(
            "It belonged to the session of that day.",
            "An exhibition of the Centre's inventions went with the meeting",
        ).on("start", value="2024-12-07"),
        desk.reading.inferred("It led through the venue.", "The tour then led to").on("place"),
        meeting_kind=MeetingKind.TOUR,
        start="2024-12-07",
        place=str(desk.ground.places["Saint Petersburg"]),
    )
    desk.archivist.link(LinkKind.PART_OF, tour, session, exhibition)
    desk.archivist.link(LinkKind.VENUE, tour, desk.centre, exhibition)
    return tour


def _guide(desk: CisDesk, tour: int) -> None:
    named = desk.reading.stated("Evgeny Shlyakhto, the Director General")
    guide = make_person(desk.archivist, "Evgeny Shlyakhto", named, original="Евгений Шляхто")
    post = desk.ground.posts["Director General"]
    install(desk.archivist, guide, desk.centre, named, post_as="Director General", post_id=post)
    desk.archivist.link(
        LinkKind.HOST,
        tour,
        guide,
        desk.reading.stated("Evgeny Shlyakhto, the Director General", _SHOWN),
        on_behalf_of_id=desk.centre,
        post_as="Director General",
        post_id=post,
    )


def _visitors(desk: CisDesk, tour: int) -> None:
    shown = desk.reading.stated(_SHOWN)
    desk.archivist.link(
        LinkKind.ATTENDEE,
        tour,
        None,
        shown,
        object_kind=EntryKind.PERSON,
        on_behalf_of_id=desk.cis,
        named_as="the ministers",
        post_id=desk.ground.posts["Minister of Health"],
        presence=Presence.UNNAMED,
    )
    desk.archivist.link(
        LinkKind.ATTENDEE,
        tour,
        None,
        shown,
        desk.reading.inferred(
            "A mistranslation: the post is главный государственный санитарный врач.",
            "Chief State Doctors",
        ).on("post", as_stated="Chief State Doctors"),
        object_kind=EntryKind.PERSON,
        on_behalf_of_id=desk.cis,
        named_as="the Chief State Doctors of the CIS",
        post_as="Chief State Doctors",
        post_id=desk.ground.posts["Chief State Sanitary Doctor"],
        presence=Presence.UNNAMED,
    )


def _stops(desk: CisDesk, tour: int) -> None:
    for words, title in _STOPS:
        claim = desk.reading.stated(words)
        unit = None
        if title:
            unit = make_body(desk.archivist, title, OrganisationKind.OTHER, claim)
            desk.archivist.link(
                LinkKind.PART_OF,
                unit,
                desk.centre,
                desk.reading.inferred("The tour did not leave the centre.", words),
            )
        desk.archivist.link(
            LinkKind.VISITED,
            tour,
            unit,
            claim,
            object_kind=EntryKind.ORGANISATION,
            named_as=words,
            presence=Presence.BODY,
        )


def _impressions(desk: CisDesk, tour: int) -> None:
    desk.archivist.quotation(
        tour,
        QuotationSpec(
            words="They liked what they saw and hoped for further cooperation of hospitals.",
            speaker_as="the visitors from abroad",
            mode=QuotationMode.REPORTED,
        ),
        desk.reading.stated("The visitors from abroad liked what they saw").by(
            "the visitors from abroad"
        ),
    )
