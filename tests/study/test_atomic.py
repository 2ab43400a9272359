import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from cranework.errors import NoPermission, NoSpace
from cranework.study.atomic import whole_file


def test_the_file_is_there_when_the_block_ends(tmp_path: Path) -> None:
    path = tmp_path / "-a ü?.csv"
    with whole_file(path) as stream:
        stream.write("ü\r\n")
        assert not path.exists()
    assert path.read_bytes() == "ü\r\n".encode() and os.listdir(tmp_path) == [path.name]


@pytest.mark.parametrize("before", [None, "old"])
@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt])
def test_nothing_changes_when_it_fails(tmp_path: Path, before: str | None, error: type[BaseException]) -> None:
    path = tmp_path / "a"
    if before is not None:
        path.write_text(before)
    with pytest.raises(error), whole_file(path) as stream:
        stream.write("new")
        raise error
    assert (path.read_text() if path.exists() else None) == before
    assert len(os.listdir(tmp_path)) == (before is not None)


@pytest.mark.skipif(os.name == "nt", reason="rights and links as POSIX has them")
def test_rights_and_links_stay(tmp_path: Path) -> None:
    kept, link = tmp_path / "kept", tmp_path / "link"
    kept.write_text("old")
    kept.chmod(0o640)
    link.symlink_to(kept)
    with whole_file(link) as stream:
        stream.write("new")
    assert link.is_symlink() and kept.read_text() == "new" and stat.S_IMODE(kept.stat().st_mode) == 0o640
    with whole_file(tmp_path / "fresh") as stream:
        stream.write("new")
    umask = os.umask(0)
    os.umask(umask)
    assert stat.S_IMODE((tmp_path / "fresh").stat().st_mode) == 0o666 & ~umask


def test_a_folder_that_is_not_there_and_a_folder_in_its_place(tmp_path: Path) -> None:
    with pytest.raises(NoPermission, match="its folder does not exist"), whole_file(tmp_path / "no" / "a"):
        pass
    with pytest.raises(NoPermission, match="a folder or a device"), whole_file(tmp_path):
        pass


def test_odd_text_is_written_as_far_as_it_can_be(tmp_path: Path) -> None:
    with whole_file(tmp_path / "a") as stream:
        stream.write("a\udcffb")
    assert (tmp_path / "a").read_bytes() == b"a?b"


@pytest.mark.skipif(os.name == "nt", reason="limits as POSIX has them")
def test_a_full_disk_leaves_nothing(tmp_path: Path) -> None:
    script = """if True:
        import resource, sys
        from cranework.errors import NoSpace
        from cranework.study.atomic import whole_file
        resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
        try:
            with whole_file(sys.argv[1]) as stream:
                stream.write("x" * 1_000_000)
        except NoSpace as error:
            print(error)
    """
    run = [sys.executable, "-c", script, str(tmp_path / "a")]
    said = subprocess.run(run, capture_output=True, text=True, check=True).stdout
    assert "full" in said and NoSpace.exit_code == 4 and os.listdir(tmp_path) == []
