"""Modules that are loaded when they are first asked for, in whatever thread that is.

What shows the first list names queries and commands long before it carries one out: only then is
SQLAlchemy loaded, which takes longer than all that is seen until then.
"""

from collections.abc import Callable
from importlib import import_module
from threading import RLock
from types import ModuleType

LOADING = RLock()
"""Held while a thread loads much: two that come into a package from different sides would wait
for each other, and Python ends that with an error in one of them."""


def load(module: str) -> ModuleType:
    """Import a module by its name, when no other is being loaded so."""
    with LOADING:
        return import_module(module)


def modules_of(package: str) -> Callable[[str], ModuleType]:
    """Return the ``__getattr__`` of a package (PEP 562) that imports its modules by their names.

    Raises:
        AttributeError: the package has no such module.
    """

    def load_named(name: str) -> ModuleType:
        module = f"{package}.{name}"
        try:
            return load(module)
        except ModuleNotFoundError as error:
            if error.name != module:
                raise
            message = f"module {package!r} has no attribute {name!r}"
            raise AttributeError(message) from None

    return load_named
