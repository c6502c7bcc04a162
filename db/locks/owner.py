"""The word that whoever writes a catalogue leaves beside it: who, where, and since when."""

import getpass
import json
import os
import sys
from dataclasses import dataclass
from datetime import UTC, datetime

from db.locks import processes


@dataclass(frozen=True, slots=True, kw_only=True)
class Owner:
    """Who has a catalogue open, and in which process of which computer."""

    who: str
    since: datetime
    machine: str = ""
    """As `processes.machine` and `processes.space` say; empty where they can't."""
    space: str = ""
    process: int = 0
    began: str = ""

    @property
    def is_here(self) -> bool:
        """Whether it is a program on this computer."""
        return bool(self.machine) and self.machine == processes.machine()

    def is_running(self) -> bool | None:
        """Tell whether the program still runs; None where that can't be known from here."""
        if not self.is_here or self.space != processes.space():
            return None
        return processes.is_running(self.process, self.began)

    def written(self) -> bytes:
        """Return the word as it stands in a file."""
        word = {
            "who": self.who,
            "since": self.since.isoformat(timespec="seconds"),
            "machine": self.machine,
            "space": self.space,
            "process": self.process,
            "began": self.began,
        }
        return json.dumps(word, ensure_ascii=False).encode()


def this_program(who: str) -> Owner:
    """Return the word of this program, in somebody's name where one was set."""
    process = os.getpid()
    return Owner(
        who=_named(who),
        since=datetime.now(UTC),
        machine=processes.machine(),
        space=processes.space(),
        process=process,
        began=processes.began(process),
    )


def read_owner(written: bytes) -> Owner | None:
    """Read a word; None where it is none, such as one half written."""
    try:
        word = json.loads(written)
        return Owner(
            who=str(word["who"]),
            since=datetime.fromisoformat(word["since"]).astimezone(UTC),
            machine=str(word["machine"]),
            space=str(word["space"]),
            process=int(word["process"]),
            began=str(word["began"]),
        )
    except (ValueError, KeyError, TypeError):
        return None


def _named(who: str) -> str:
    try:
        login = getpass.getuser()
    except (OSError, KeyError, ImportError):  # nobody is logged in, as in a container
        login = ""
    host = os.environ.get("COMPUTERNAME", "") if sys.platform == "win32" else os.uname().nodename
    place = f"{login}@{host}" if login else host
    return f"{who} ({place})" if who not in {"", login} else place
