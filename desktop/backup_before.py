"""A backup of the state before something large, made at once and awaited.

No Qt here: the command line uses it too.
"""

from pathlib import Path

from db.backups.facts import Reason
from db.backups.making import make_backup
from db.catalogue import Catalogue
from desktop.version import PROGRAM


def back_up_before(reason: Reason, catalogue: Catalogue, folder: Path | None = None) -> None:
    """Make a backup of an open catalogue for a reason.

    ``folder`` is where the backups of all catalogues go; None: beside each.
    """
    make_backup(catalogue.path, reason=reason, program=PROGRAM, chosen=folder)
