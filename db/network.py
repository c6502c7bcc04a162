"""Whether a file lies on another computer, where SQLite's write-ahead log can't be used.

Its index is memory that all programs share, and so must run on one computer
(https://sqlite.org/wal.html#overview). Folders that a virtual machine shares with its host count
as another computer too: two kernels have no memory in common.
"""

import sys
from pathlib import Path, PurePath, PurePosixPath

MOUNTS = Path("/proc/self/mountinfo")
"""What Linux says is mounted where (proc_pid_mountinfo(5))."""

REMOTE = frozenset(
    {
        *("9p", "afs", "beegfs", "ceph", "cifs", "coda", "davfs", "gfs2", "glusterfs", "gpfs"),
        *("lustre", "ncpfs", "nfs", "nfs4", "ocfs2", "orangefs", "prl_fs", "smb3", "smbfs"),
        *("vboxsf", "virtiofs", "vmhgfs", "wekafs"),
        *("ceph-fuse", "davfs2", "gvfsd-fuse", "juicefs", "rclone", "s3fs", "sshfs", "vmhgfs-fuse"),
    }
)
"""File systems of Linux that others may write too, those in user space by what follows ``fuse.``"""

_MNT_LOCAL = 0x1000
_DRIVE_REMOTE = 4


def is_remote(path: Path) -> bool:
    """Tell whether a file lies on a network disk, as far as the system can say."""
    place = path.resolve()
    if sys.platform == "win32":
        return _is_remote_drive(place)
    if sys.platform == "darwin":
        return not _is_local_volume(place)
    return _is_remote_mount(place)


def file_system_of(path: PurePosixPath | PurePath, mounts: str) -> str:
    """Return the type of the file system a path lies on, by the text of a mountinfo; else nothing.

    What is mounted deepest holds the path, and of several at one place the last.
    """
    depth, kind = 0, ""
    for line in mounts.splitlines():
        where, _, what = line.partition(" - ")
        point = PurePosixPath(_unescaped(where.split()[4]))
        if len(point.parts) >= depth and path.is_relative_to(point):
            depth, kind = len(point.parts), what.split()[0]
    return kind


def is_remote_kind(kind: str) -> bool:
    """Tell whether a type of file system, as Linux names it, lies on another computer."""
    return kind.removeprefix("fuse.") in REMOTE


def _is_remote_mount(place: Path) -> bool:
    try:
        mounts = MOUNTS.read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:  # a system without it
        return False
    return is_remote_kind(file_system_of(place, mounts))


def _unescaped(point: str) -> str:
    """Return a mount point with the blanks and backslashes that stand there in octal."""
    for sign in " \t\n\\":
        point = point.replace(f"\\{ord(sign):03o}", sign)
    return point


def _is_local_volume(place: Path) -> bool:
    """Ask macOS (statfs(2)): `f_flags` stands 64 bytes into what it tells."""
    import ctypes  # noqa: PLC0415 - of macOS alone

    libc = ctypes.CDLL(None)
    statfs = getattr(libc, "statfs$INODE64", None) or libc.statfs
    told = ctypes.create_string_buffer(4096)
    if statfs(bytes(place if place.exists() else place.parent), told) != 0:
        return True
    return bool(int.from_bytes(told.raw[64:68], sys.byteorder) & _MNT_LOCAL)


def _is_remote_drive(place: Path) -> bool:
    """Ask Windows (GetDriveTypeW); a name that begins with a computer's needs no asking."""
    if sys.platform != "win32":
        return False
    import ctypes  # noqa: PLC0415 - of Windows alone

    if place.drive.startswith("\\\\"):
        return True
    return ctypes.windll.kernel32.GetDriveTypeW(place.anchor) == _DRIVE_REMOTE
