"""Who may know whom: each row of the design's table, as a test whose name is the sentence."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
OURS = ("db", "desktop", "migrations", "resources", "tests", "main")


def _modules(*packages: str) -> list[Path]:
    found: list[Path] = []
    for package in packages:
        place = ROOT / package.replace(".", "/")
        found.extend([place.with_suffix(".py")] if place.with_suffix(".py").exists() else [])
        found.extend(sorted(place.rglob("*.py")))
    return found


def _imports(path: Path) -> set[str]:
    """Return the full names a module imports, ours down to the module, others as written."""
    names: set[str] = set()
    package = ".".join(path.relative_to(ROOT).with_suffix("").parts)
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                above = package.split(".")[: -node.level]
                base = ".".join([*above, base]).rstrip(".")
            names.update(f"{base}.{alias.name}" for alias in node.names)
    return names


def _within(name: str, *packages: str) -> bool:
    return any(name == package or name.startswith(f"{package}.") for package in packages)


def _breaches(packages: tuple[str, ...], forbidden: tuple[str, ...]) -> list[str]:
    return [
        f"{path.relative_to(ROOT)} imports {name}"
        for path in _modules(*packages)
        for name in sorted(_imports(path))
        if _within(name, *forbidden)
    ]


def _strangers(packages: tuple[str, ...], allowed: tuple[str, ...]) -> list[str]:
    """Return imports of ours that are not on the list of what may be known."""
    return [
        f"{path.relative_to(ROOT)} imports {name}"
        for path in _modules(*packages)
        for name in sorted(_imports(path))
        if _within(name, *OURS) and not _within(name, *packages, *allowed)
    ]


def test_the_table_looks_at_real_modules() -> None:
    for package in ("db.text", "db.models", "db.queries", "db.commands", "db.exchange", "desktop"):
        assert _modules(package), package
    assert "db.engine.dbapi2" in _imports(ROOT / "db/schema.py")


def test_db_text_is_pure() -> None:
    assert _breaches(("db.text",), ("sqlalchemy", "PySide6")) == []
    assert _strangers(("db.text",), ()) == []


def test_db_models_know_only_base_text_and_terms() -> None:
    assert _strangers(("db.models",), ("db.base", "db.text", "db.terms")) == []


def test_db_queries_never_write() -> None:
    allowed = (
        "db.late",
        "db.models",
        "db.rows",
        "db.search",
        "db.text",
        "db.errors",
        "db.terms",
        "db.interruption",
    )
    assert _strangers(("db.queries",), allowed) == []


def test_db_commands_leave_history_index_and_derived_values_to_the_write_path() -> None:
    assert _breaches(("db.commands",), ("db.history", "db.derived", "db.search.index")) == []
    allowed = (
        "db.queries",
        "db.models",
        "db.rows",
        "db.text",
        "db.errors",
        "db.terms",
        "db.exchange.release",
        "db.search.words",
    )
    assert _strangers(("db.commands",), allowed) == []


def test_db_exchange_turns_bytes_into_rows_and_knows_no_tables() -> None:
    assert _breaches(("db.exchange",), ("sqlalchemy",)) == []
    assert (
        _strangers(("db.exchange",), ("db.rows", "db.text", "db.errors", "db.reasons", "db.terms"))
        == []
    )


def test_db_knows_no_desktop_and_no_qt() -> None:
    assert _breaches(("db",), ("desktop", "PySide6", "shiboken6")) == []


def test_only_engine_schema_history_check_and_catalogue_say_pragma() -> None:
    may = {"engine.py", "schema.py", "history.py", "check.py"}
    said = {
        path.name
        for path in _modules("db")
        if any(
            isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and node.value.startswith("PRAGMA ")
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        )
    }
    assert said <= may


def test_migrations_know_nothing_of_ours() -> None:
    assert _strangers(("migrations.versions",), ()) == []


def test_desktop_reading_knows_no_qt_and_no_tables() -> None:
    forbidden = ("PySide6", "sqlalchemy", "db.models")
    assert _breaches(("desktop.reading",), forbidden) == []
    assert _strangers(("desktop.reading",), ("db.rows", "db.text", "db.terms")) == []


def test_desktop_reports_know_no_qt_and_no_tables() -> None:
    assert _breaches(("desktop.reports",), ("PySide6", "sqlalchemy", "db.models")) == []
    assert _strangers(("desktop.reports",), ("db.rows", "db.text", "db.terms")) == []


@pytest.mark.parametrize("package", ["desktop.widgets", "desktop.delegates"])
def test_widgets_and_delegates_know_qt_and_texts_alone(package: str) -> None:
    allowed = (
        "db.text",
        "db.terms",
        "desktop.contrast",
        "desktop.delegates",
        "desktop.icons",
        "desktop.theme",
        "desktop.type_scale",
        "desktop.widgets",
    )
    assert _strangers((package,), allowed) == []


@pytest.mark.parametrize(
    "room",
    [
        "desktop.panels",
        "desktop.forms",
        "desktop.desk",
        "desktop.dialogs",
        "desktop.models",
        "desktop.window",
        "desktop.cli",
    ],
)
def test_no_screen_touches_tables(room: str) -> None:
    allowed_sessions = {"sqlalchemy.orm.Session"}
    breaches = [
        breach
        for breach in _breaches((room,), ("sqlalchemy", "db.models"))
        if breach.rpartition(" ")[2] not in allowed_sessions
    ]
    assert breaches == []


def test_nothing_imports_the_door() -> None:
    assert _breaches(("db", "desktop", "migrations", "resources"), ("main",)) == []


def test_no_module_has_a_name_that_says_nothing() -> None:
    vague = {"utils", "util", "helpers", "helper", "common", "misc", "manager", "managers"}
    assert [path for path in _modules("db", "desktop", "resources") if path.stem in vague] == []


def test_every_module_says_what_it_is_for() -> None:
    silent = [
        str(path.relative_to(ROOT))
        for path in _modules("db", "desktop", "migrations", "resources")
        if not ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    ]
    assert silent == []


def test_files_and_functions_stay_small() -> None:
    too_long = [
        str(path.relative_to(ROOT))
        for path in _modules("db", "desktop", "tests")
        if len(path.read_text(encoding="utf-8").splitlines()) > 400
    ]
    for path in _modules("db", "desktop", "resources", "tests"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef):
                length = (node.end_lineno or node.lineno) - node.lineno + 1
                if length > 60:
                    too_long.append(f"{path.relative_to(ROOT)}:{node.lineno} {node.name}")
    assert too_long == []


def test_the_window_opens_without_the_grammars_and_models_of_reading() -> None:
    code = (
        "import sys, desktop.app, desktop.window\n"
        "late = ('desktop.reading.read', 'numpy', 'slovnet', 'pymorphy3')\n"
        "print([name for name in late if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


def test_the_lists_of_the_window_are_built_without_sqlalchemy() -> None:
    code = (
        "import sys, desktop.app, desktop.opening, importlib\n"
        "for name in desktop.opening.ROOM: importlib.import_module(name)\n"
        "print([name for name in ('sqlalchemy', 'db.models', 'db.store') if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


def _rooms_with_a_door() -> list[str]:
    """Return the packages of db that import modules of their own when they are imported."""
    doors = (ROOT / "db").rglob("__init__.py")
    names = {".".join(door.parent.relative_to(ROOT).parts): door for door in doors}
    return [
        package
        for package, door in sorted(names.items())
        if any(_within(name, package) for name in _runtime_imports(door))
    ]


def _runtime_imports(path: Path) -> set[str]:
    """Return the modules that are imported when a file is, not those it only names for types."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {node.module for node in tree.body if isinstance(node, ast.ImportFrom) and node.module}


@pytest.mark.parametrize("package", _rooms_with_a_door())
def test_who_needs_a_package_that_loads_its_modules_comes_in_by_the_package(package: str) -> None:
    """Two threads that come in from two sides wait for each other, which ends in an error."""
    outside = [path for path in _modules("db", "desktop") if not _is_in(path, package)]
    breaches = [
        f"{path.relative_to(ROOT)} imports {name}"
        for path in outside
        for name in sorted(_all_from(path))
        if name.startswith(f"{package}.")
    ]
    assert breaches == []


def _is_in(path: Path, package: str) -> bool:
    return path.is_relative_to(ROOT / package.replace(".", "/"))


def _all_from(path: Path) -> set[str]:
    """Return the modules something is imported from, anywhere in a file."""
    tree = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    return {node.module for node in tree if isinstance(node, ast.ImportFrom) and node.module}
