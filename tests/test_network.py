"""Network disks are told from local ones by what the system says of its mounts."""

from pathlib import Path, PurePosixPath

import pytest

from db import network
from db.network import file_system_of, is_remote, is_remote_kind

MOUNTS = r"""22 27 0:21 / /proc rw,relatime - proc proc rw
27 1 254:0 / / rw,relatime - ext4 /dev/vda rw
31 27 0:40 / /srv/archive rw,relatime shared:9 - nfs4 server:/export/archive rw,vers=4.2
32 27 0:41 / /home/anna/Shared\040files rw,nosuid master:3 - cifs //server/files rw,vers=3.1.1
33 27 0:42 / /run/user/1000/gvfs rw - fuse.gvfsd-fuse gvfsd-fuse rw
34 27 0:43 / /mnt/desk rw - fuse.sshfs anna@desk: rw
35 27 8:17 / /media/stick rw - fuseblk /dev/sdb1 rw
36 27 0:44 / /mnt/auto rw - autofs systemd-1 rw
37 27 0:45 / /mnt/auto rw - nfs server:/auto rw
38 31 254:1 / /srv/archive/local rw - xfs /dev/vdb rw
"""


@pytest.mark.parametrize(
    ("path", "kind", "remote"),
    [
        ("/home/anna/a.chancery", "ext4", False),
        ("/srv/archive/2026/a.chancery", "nfs4", True),
        ("/srv/archives/a.chancery", "ext4", False),
        ("/srv/archive/local/a.chancery", "xfs", False),
        ("/home/anna/Shared files/a.chancery", "cifs", True),
        ("/run/user/1000/gvfs/smb-share:server=s/a.chancery", "fuse.gvfsd-fuse", True),
        ("/mnt/desk/a.chancery", "fuse.sshfs", True),
        ("/media/stick/a.chancery", "fuseblk", False),
        ("/mnt/auto/a.chancery", "nfs", True),
    ],
)
def test_the_deepest_and_last_mount_says_where_a_file_lies(
    path: str, kind: str, *, remote: bool
) -> None:
    assert file_system_of(PurePosixPath(path), MOUNTS) == kind
    assert is_remote_kind(kind) is remote


def test_a_link_into_a_network_folder_leads_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "far").mkdir()
    (tmp_path / "near").symlink_to(tmp_path / "far")
    mounts = tmp_path / "mountinfo"
    point = str(tmp_path / "far").replace(" ", r"\040")
    mounts.write_text(f"1 0 8:1 / / rw - ext4 /dev/sda rw\n2 1 0:9 / {point} rw - nfs4 s:/ rw\n")
    monkeypatch.setattr(network, "MOUNTS", mounts)
    assert is_remote(tmp_path / "near" / "a.chancery")
    assert not is_remote(tmp_path / "a.chancery")


def test_this_folder_is_asked_of_the_system_itself(tmp_path: Path) -> None:
    assert is_remote(tmp_path) in {True, False}
    assert not is_remote_kind("")
