"""The twenty-five links of the release on the Council's meeting, entered without a mouse."""

from collections import Counter
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from db.commands.names import add_name
from db.queries.history import next_steps
from db.rows.entries import LinkRow
from db.terms import EntryKind, LinkKind, NameKind, Presence
from desktop.forms.links.paste_review import PasteReview
from tests.desktop.forms.links.desk import CTRL, Desk, LinksDesk

Open = Callable[[int], LinksDesk]

LINES = {
    "Mikhail Murashko, Minister of Health, RU, chair": 1,
    "health ministers of AM, BY, KZ, KG, TJ and UZ, attendee": 6,
    "heads of medical organisations of St. Petersburg": 1,
    "chairs of the commissions": 1,
    "representatives, CIS Interparliamentary Assembly": 1,
    "representatives, CIS Executive Committee": 1,
    "Alexander Beglov, Governor of St. Petersburg, RU, guest": 1,
    "Sergey Leonov, Chairman of the Health Committee": 1,
    "Oleg Ergashev, Vice-Governor of St. Petersburg": 1,
    "Mikhail Murashko, Minister of Health, opened": 1,
    "Sergey Lebedev, Secretary General, CIS, welcomed": 1,
    "Dmitry Kobitsky, Secretary General, CIS Interparliamentary Assembly": 1,
    "Vyacheslav Volodin, Chairman of the State Duma, RU": 1,
    "Hans Kluge, Regional Director for Europe, WHO": 1,
    "Alexander Beglov, Governor of St. Petersburg, speaker": 1,
    "Evgeny Shlyakhto, Director General, host": 1,
    "session of: CIS Health Council": 1,
    "venue: Almazov Centre": 1,
    "visited: Institute of Molecular Biology": 1,
    "visited: Situation Centre": 1,
}
EXPECTED = {
    LinkKind.CHAIR: 1,
    LinkKind.OPENED_BY: 1,
    LinkKind.SPEAKER: 1,
    LinkKind.WELCOMED_BY: 4,
    LinkKind.ATTENDEE: 10,
    LinkKind.GUEST: 3,
    LinkKind.HOST: 1,
    LinkKind.VISITED: 2,
    LinkKind.SESSION_OF: 1,
    LinkKind.VENUE: 1,
}
KEYS_BY_LINE = 1000
KEYS_BY_LIST = 3


def bodies(desk: Desk) -> None:
    """Make the bodies that an archivist of these releases has long had."""
    for title, short in {
        "Commonwealth of Independent States": "CIS",
        "World Health Organization": "WHO",
        "CIS Interparliamentary Assembly": "",
        "CIS Executive Committee": "",
    }.items():
        body = desk.make(EntryKind.ORGANISATION, title)
        if short:
            desk.write(
                lambda session, body=body, short=short: add_name(
                    session, entry_id=body, text=short, kind=NameKind.ACRONYM
                )
            )


def told(row: LinkRow) -> tuple[str, str, str]:
    other = row.other.title if row.other is not None else row.named_as
    return other, row.post_as, row.on_behalf_of.title if row.on_behalf_of is not None else ""


def check(rows: tuple[LinkRow, ...]) -> None:
    assert Counter(row.kind for row in rows) == EXPECTED
    by_kind = {row.kind: told(row) for row in rows}
    assert by_kind[LinkKind.CHAIR] == ("Mikhail Murashko", "Minister of Health", "Russia")
    assert by_kind[LinkKind.OPENED_BY][0] == "Mikhail Murashko"
    welcomed = [told(row) for row in rows if row.kind == LinkKind.WELCOMED_BY]
    assert [(who, whose) for who, _post, whose in welcomed] == [
        ("Sergey Lebedev", "Commonwealth of Independent States"),
        ("Dmitry Kobitsky", "CIS Interparliamentary Assembly"),
        ("Vyacheslav Volodin", "Russia"),
        ("Hans Kluge", "World Health Organization"),
    ]
    unnamed = [row for row in rows if row.presence == Presence.UNNAMED]
    assert [told(row)[0] for row in unnamed[:6]] == [
        "Armenia",
        "Belarus",
        "Kazakhstan",
        "Kyrgyzstan",
        "Tajikistan",
        "Uzbekistan",
    ]
    assert len(unnamed) == 8
    groups = [row.named_as for row in rows if row.presence == Presence.DELEGATION]
    assert len(groups) == 2
    people = {
        row.object.id for row in rows if row.object and row.object.title == "Alexander Beglov"
    }
    assert len(people) == 1


def test_line_by_line_it_takes_hardly_more_keys_than_letters(desk: Desk, open_links: Open) -> None:
    bodies(desk)
    links = open_links(desk.make(EntryKind.MEETING, "XXXVII meeting of the Council"))
    for line, count in LINES.items():
        links.enter(line, links=count)
    check(desk.links())
    letters = sum(map(len, LINES))
    assert links.hands.pressed == letters + len(LINES)  # each line and its Enter, nothing else
    assert links.hands.pressed < KEYS_BY_LINE


def test_as_a_list_it_is_pasted_looked_at_and_made_as_one_act(desk: Desk, open_links: Open) -> None:
    bodies(desk)
    links = open_links(desk.make(EntryKind.MEETING, "XXXVII meeting of the Council"))
    QGuiApplication.clipboard().setText("\n".join(LINES))
    links.hands.press(Qt.Key.Key_V, CTRL)
    desk.settle()
    review = QApplication.activeModalWidget()
    assert isinstance(review, PasteReview)
    assert len(review.rows()) == 25
    assert not any(row.doubtful() for row in review.rows())
    links.hands.press(Qt.Key.Key_Return, CTRL)
    desk.wait(lambda: len(links.section.links().rows()) == 25)
    check(desk.links())
    assert links.hands.pressed < KEYS_BY_LIST
    desk.undo()
    assert desk.links() == ()
    steps = desk.read(next_steps)
    assert steps.redo is not None
    assert steps.redo.act == "participant.add"
