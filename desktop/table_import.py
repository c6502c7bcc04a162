"""Importing a table of entries: what its words stand for, and the act that takes it in.

No Qt here but its translations: the command line uses it too.
"""

from collections.abc import Callable, Iterator, Mapping

from sqlalchemy.orm import Session

from db.act import Act
from db.commands.importing.table import import_table
from db.errors import Refused
from db.rows.fields import FIELDS
from db.rows.incoming_table import IncomingTable, RowProblem, TableOutcome, TableWishes
from db.terms import EntryKind
from db.text.folding import fold
from desktop.catalogue_import import ACT
from desktop.labels import choice_labels, label, plural
from desktop.translation import translate

Tell = Callable[[int, int], None]

_RUSSIAN: Mapping[str, EntryKind] = {
    "источник": EntryKind.SOURCE,
    "соглашение": EntryKind.AGREEMENT,
    "договор": EntryKind.AGREEMENT,
    "встреча": EntryKind.MEETING,
    "человек": EntryKind.PERSON,
    "персона": EntryKind.PERSON,
    "организация": EntryKind.ORGANISATION,
    "орган": EntryKind.ORGANISATION,
    "место": EntryKind.PLACE,
}


def words_of_choices() -> dict[str, dict[str, str]]:
    """Return the values of each field with choices by the folded words for them."""
    words: dict[str, dict[str, str]] = {"kind": {fold(word): k for word, k in _RUSSIAN.items()}}
    for kind, fields in FIELDS.items():
        words["kind"] |= {fold(label(kind)): kind, fold(plural(kind)): kind}
        for field in fields:
            if field.choices:
                words[field.name] = {fold(said): value for value, said in choice_labels(field)}
    return words


def table_act(
    table: IncomingTable,
    wishes: TableWishes,
    *,
    tell: Tell = lambda _done, _total: None,
) -> Act[TableOutcome]:
    """Return the act that takes in a table; rehearsed, it says what that would do."""
    total = len(table.rows)

    def run(session: Session) -> TableOutcome:
        tell(0, total)  # it may have been stopped while it waited for its turn
        return import_table(
            session, table=table, wishes=wishes, tell=lambda done: tell(done, total)
        )

    return Act(key=ACT, run=run, about=table.name)


def table_summary(outcome: TableOutcome) -> str:
    """Return in one line how many rows come in, are here already, and are left out."""
    parts = (
        (outcome.new.count, translate("imports", "{0} new")),
        (outcome.here.count, translate("imports", "{0} already here")),
        (outcome.left_out, translate("imports", "{0} left out")),
    )
    said = [words.format(count) for count, words in parts if count]
    return ", ".join(said) if said else translate("imports", "nothing")


def problem_lines(outcome: TableOutcome) -> Iterator[str]:
    """Yield why rows are left out, a line each."""
    for problem in outcome.problems:
        yield translate("imports", "Row {0}, {1}: {2}").format(
            problem.line, problem.heading, problem_sentence(problem)
        )


def problem_sentence(problem: RowProblem) -> str:
    """Return what is wrong with a row, in one sentence."""
    return str(Refused(problem.reason, value=problem.value, field=problem.heading))
