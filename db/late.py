"""Packages whose modules are loaded when they are first asked for.

What shows the first list names queries and commands long before it carries one out: only then is
SQLAlchemy loaded, which takes longer than all that is seen until then.
"""

from collections.abc import Callable
from importlib import import_module
from types import ModuleType


def modules_of(package: str) -> Callable[[str], ModuleType]:
    """Return the ``__getattr__`` of a package (PEP 562) that imports its modules by their names.

    Raises:
        AttributeError: the package has no such module.
    """

    def load(name: str) -> ModuleType:
        module = f"{package}.{name}"
        try:
            return import_module(module)
        except ModuleNotFoundError as error:
            if error.name != module:
                raise
            message = f"module {package!r} has no attribute {name!r}"
            raise AttributeError(message) from None

    return load
