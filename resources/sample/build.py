"""Builds the sample catalogue: the same acts, in the same order, every time."""

from pathlib import Path

from db import schema
from db.catalogue import Catalogue
from db.errors import AlreadyThere, DiskFull, ReadOnlyPlace
from resources.sample.across import compare
from resources.sample.archivist import Archivist
from resources.sample.cis_council import read_cis_council
from resources.sample.commission_session import read_commission_session
from resources.sample.ground import lay_ground
from resources.sample.health_roadmap import read_health_roadmap
from resources.sample.six_documents import read_six_documents
from resources.sample.syria_talks import read_syria_talks


def build_sample(catalogue: Catalogue) -> None:
    """Read the five releases into a catalogue; ids and references come out the same every time."""
    archivist = Archivist(catalogue)
    ground = lay_ground(archivist)
    actors = read_health_roadmap(archivist, ground).actors
    read_cis_council(archivist, ground, actors)
    read_syria_talks(archivist, ground, actors)
    session = read_commission_session(archivist, ground, actors)
    six = read_six_documents(archivist, ground, actors)
    compare(archivist, session, six)


def write_sample(path: Path) -> None:
    """Make a new catalogue at a path, with the sample in it; whole, or not at all.

    Raises:
        AlreadyThere, ReadOnlyPlace, DiskFull: why it could not be made.
    """
    if path.exists():
        raise AlreadyThere(path)
    part = path.with_name(f".{path.name}.sample")
    try:
        part.unlink(missing_ok=True)
        with Catalogue.create(part, who="Sample") as catalogue:
            build_sample(catalogue)
        with schema.telling(path):
            schema.put_in_place(part, path)
    except FileExistsError:
        raise AlreadyThere(path) from None
    except (DiskFull, ReadOnlyPlace) as error:
        raise type(error)(path) from error  # the user named this path, not the passing one
    finally:
        for rest in ("", "-wal", "-shm"):
            part.with_name(f"{part.name}{rest}").unlink(missing_ok=True)
