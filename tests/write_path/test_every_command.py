"""Every command in any order: undoing all gives the beginning again, redoing all the end."""

import contextlib
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule, run_state_machine_as_test

from db.act import Act
from db.catalogue import Catalogue
from db.commands.saved_searches import save_search
from db.commands.sources import add_source
from db.errors import CatalogueError
from db.exchange.directory.reading import Directory, open_directory
from db.exchange.intake import read_pasted
from db.queries.history import next_steps
from db.rows.incoming import ForThoseHere
from db.rows.saved import SearchSpec
from desktop.catalogue_export import export_catalogue
from desktop.catalogue_import import import_act
from tests.factories import make_agreement, make_body
from tests.search.rich import enrich
from tests.write_path.acts import content, write
from tests.write_path.dice import Dice, NothingThereError
from tests.write_path.every_command import (
    BY_ITSELF,
    OUTSIDE_HISTORY,
    RULES,
    public_commands,
)

NUMBERS = st.lists(st.integers(0, 997), min_size=3, max_size=8)


@pytest.fixture(scope="module")
def world(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a small catalogue with something every command can be done to."""
    path = tmp_path_factory.mktemp("world") / "world.chancery"
    shutil.copyfile(template, path)
    with Catalogue.open(path, who="Tester", program="Chancery test") as catalogue:
        enrich(catalogue)
        for name in ("First", "Second"):
            write(catalogue, lambda s, n=name: save_search(s, spec=SearchSpec(name=n)))
        bodies = [make_body(catalogue, name) for name in ("Ministry of Fish", "Ministry of Ice")]
        make_agreement(catalogue, "Agreement on ice", parties=bodies)
        release = read_pasted("A release about fisheries was issued in Lima on 3 March 2022.")
        write(catalogue, lambda s: add_source(s, release=release))
        for name in ("entries.trash_entries", "decisions.learn_noise", "decisions.decide"):
            write(catalogue, lambda s, n=name: RULES[n](Dice(s, [3, 5, 8])))
        for name in ("evidence.mark_passage", "posts.ensure_post", "content.add_figure"):
            write(catalogue, lambda s, n=name: RULES[n](Dice(s, [3, 5, 8])))
        for name in ("content.add_point", "content.add_quotation", "tags.tag_entries"):
            write(catalogue, lambda s, n=name: RULES[n](Dice(s, [3, 5, 8])))
    return path


@pytest.fixture
def opened(world: Path, tmp_path: Path) -> Iterator[Catalogue]:
    path = tmp_path / "copy.chancery"
    shutil.copyfile(world, path)
    with Catalogue.open(path, who="Tester", program="Chancery test") as catalogue:
        yield catalogue


@pytest.fixture(scope="module")
def directory(world: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Directory]:
    """Return the world written out, to be imported again."""
    folder = tmp_path_factory.mktemp("written") / "out"
    with Catalogue.open(world) as catalogue, catalogue.read() as session:
        export_catalogue(session, folder)
    found = open_directory(folder)
    yield found
    found.close()


def test_every_command_has_a_rule() -> None:
    assert public_commands() == {*RULES, *OUTSIDE_HISTORY, *BY_ITSELF}


@pytest.mark.parametrize("name", sorted(RULES))
def test_a_command_alone_is_undone_and_redone(opened: Catalogue, name: str) -> None:
    beginning = content(opened)
    assert any(_changes(opened, name, start) for start in range(40))
    _there_and_back(opened, beginning)


def _changes(catalogue: Catalogue, name: str, start: int) -> bool:
    """Tell whether a command, done with some numbers, was not refused and changed something."""
    numbers = [start, start + 1, 7 * start + 2]
    with contextlib.suppress(CatalogueError, NothingThereError):
        return bool(write(catalogue, lambda s: RULES[name](Dice(s, numbers))).change)
    return False


def test_an_import_is_undone_and_redone(catalogue: Catalogue, directory: Directory) -> None:
    beginning = content(catalogue)
    catalogue.write(_import(directory))
    _there_and_back(catalogue, beginning)


def _import(directory: Directory) -> Act[object]:
    return import_act(directory, for_those_here=ForThoseHere.REPLACE, about="out")  # pyright: ignore[reportReturnType] - an act of any answer


def _there_and_back(catalogue: Catalogue, beginning: object) -> None:
    end = content(catalogue)
    assert end != beginning
    catalogue.undo()
    assert content(catalogue) == beginning
    catalogue.redo()
    assert content(catalogue) == end


def test_all_is_undone_and_redone_whatever_was_done(world: Path, directory: Directory) -> None:
    class Archivist(RuleBasedStateMachine):
        """Does any command to a catalogue, and at last undoes and redoes all."""

        def __init__(self) -> None:
            super().__init__()
            self._folder = tempfile.TemporaryDirectory()
            path = Path(self._folder.name) / "any.chancery"
            shutil.copyfile(world, path)
            self.catalogue = Catalogue.open(path, who="Tester", program="Chancery test")
            self.beginning, self.first = content(self.catalogue), _last(self.catalogue)

        @rule(name=st.sampled_from(sorted(RULES)), numbers=NUMBERS)
        def command(self, name: str, numbers: list[int]) -> None:
            with contextlib.suppress(CatalogueError, NothingThereError):
                write(self.catalogue, lambda s: RULES[name](Dice(s, numbers)))

        @rule()
        def take_in(self) -> None:
            self.catalogue.write(_import(directory))

        @rule(number=st.integers(0, 97))
        def take_back_alone(self, number: int) -> None:
            acts = [act for act in _standing(self.catalogue) if act > self.first]
            if acts:
                with contextlib.suppress(CatalogueError):
                    self.catalogue.take_back(acts[number % len(acts)])

        @rule()
        def undo_and_redo(self) -> None:
            if len(_standing(self.catalogue, self.first)) > 0:
                before = content(self.catalogue)
                self.catalogue.undo()
                self.catalogue.redo()
                assert content(self.catalogue) == before

        def teardown(self) -> None:
            end, steps = content(self.catalogue), len(_standing(self.catalogue, self.first))
            for _ in range(steps):
                self.catalogue.undo()
            assert content(self.catalogue) == self.beginning
            for _ in range(steps):
                self.catalogue.redo()
            assert content(self.catalogue) == end
            self.catalogue.close()
            self._folder.cleanup()

    run_state_machine_as_test(
        Archivist,
        settings=settings(
            max_examples=8,
            stateful_step_count=15,
            deadline=None,
            suppress_health_check=[HealthCheck.too_slow],
        ),
    )


def _last(catalogue: Catalogue) -> int:
    with catalogue.read() as session:
        step = next_steps(session).undo
    return step.revision if step is not None else 0


def _standing(catalogue: Catalogue, after: int = 0) -> list[int]:
    with catalogue.look() as execute:
        rows = execute("SELECT id FROM revision WHERE state = 'done' AND id > ?", (after,))
        return [int(row[0]) for row in rows]
