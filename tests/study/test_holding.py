"""What happens to a study when processes die, disks fill up and rights are missing."""

import errno
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import ExitStack, closing
from pathlib import Path

import pytest
from tests.study import made
from tests.study.made import FILM, FRAME_LAYERS, Shots, begun, measure, segment_result, shots

from cranework.errors import CraneworkError, NoPermission, NoSpace, StudyInUse
from cranework.study.database import telling
from cranework.study.store import Study
from cranework.study.writer import StudyWriter

ROOT = Path(__file__).parents[2]
POSIX = pytest.mark.skipif(os.name == "nt", reason="as POSIX has it")


def run(*words: object) -> list[str]:
    """The command of another Python that knows these tests."""
    return [sys.executable, *map(str, words)]


def environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT)])}


def script(text: str, *words: object) -> str:
    """What a script prints, which is run in another process."""
    done = subprocess.run(run("-c", text, *words), env=environment(), capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    return done.stdout


def integrity(path: Path) -> str:
    with closing(sqlite3.connect(path)) as database:
        found: str = database.execute("PRAGMA integrity_check").fetchone()[0]
        return found


# Processes


def test_another_process_holds_the_study_until_it_dies(path: Path) -> None:
    holder = subprocess.Popen(run(made.__file__, "hold", path), env=environment(), stdout=subprocess.PIPE, text=True)
    with holder:
        assert holder.stdout is not None and holder.stdout.readline() == "held\n"
        for take in (Study.open, lambda path: StudyWriter.hold(path, FILM)):
            begin = time.monotonic()
            with pytest.raises(StudyInUse, match="in use by another process"):
                take(path)
            assert time.monotonic() - begin < 2, "the answer comes at once"
        holder.kill()
    with StudyWriter.hold(path, FILM) as writer:
        assert not writer.created


def test_of_two_who_make_a_study_at_once_one_is_told(path: Path) -> None:
    take = """if True:
        import sys
        from cranework.errors import StudyInUse
        from cranework.study.writer import StudyWriter
        from tests.study.made import FILM
        print("ready", flush=True)
        sys.stdin.readline()
        try:
            writer = StudyWriter.hold(sys.argv[1], FILM)
        except StudyInUse:
            print("told", flush=True)
        else:
            print("held", flush=True)
        sys.stdin.readline()
    """
    with ExitStack() as stack:
        pipe, command = subprocess.PIPE, run("-c", take, path)
        both = [
            stack.enter_context(subprocess.Popen(command, env=environment(), stdin=pipe, stdout=pipe, text=True))
            for _ in range(2)
        ]
        assert [_hear(process) for process in both] == ["ready\n"] * 2
        for process in both:
            _say(process)
        said = sorted(_hear(process) for process in both)
        for process in both:
            process.communicate("\n")
    assert said == ["held\n", "told\n"]
    with Study.open(path) as study:
        assert study.film == FILM


def _say(process: subprocess.Popen[str]) -> None:
    assert process.stdin is not None
    process.stdin.write("\n")
    process.stdin.flush()


def _hear(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline()


@POSIX
@pytest.mark.parametrize("seed", range(5))
def test_a_kill_at_any_moment_loses_nothing_that_was_kept(path: Path, seed: int) -> None:
    rng = random.Random(seed)
    command = run(made.__file__, "write", path)
    said = -1
    with subprocess.Popen(command, env=environment(), stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout is not None
        for _ in range(rng.randint(1, 12)):
            said = int(writer.stdout.readline())
        time.sleep(rng.random() * 0.02)
        writer.send_signal(signal.SIGKILL)
        said = max([said, *(int(line) for line in writer.stdout.read().split("\n")[:-1])])
    with Study.open(path) as study:
        assert study.frames is None
    with StudyWriter.hold(path, FILM) as study_again:
        finished = study_again.finished_segments(["light"])
        assert finished >= set(range(said + 1)) and len(finished) <= said + 2
    assert integrity(path) == "ok"


@POSIX
def test_a_kill_while_the_study_is_made_leaves_nothing_that_stands_in_the_way(path: Path) -> None:
    for delay in (0.0, 0.002, 0.005):
        shutil.rmtree(path.parent)
        path.parent.mkdir()
        with subprocess.Popen(run(made.__file__, "hold", path), env=environment(), stdout=subprocess.PIPE) as holder:
            while holder.poll() is None and not path.exists():
                time.sleep(0.001)
            time.sleep(delay)
            holder.kill()
        with StudyWriter.hold(path, FILM) as writer:
            assert writer.film == FILM
        assert integrity(path) == "ok"


def test_a_stop_by_the_user_takes_the_transaction_back(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with begun(path) as writer:
        with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
            patch.setattr(StudyWriter, "_put_chunk", _stop)
            writer.add_segment(segment_result(0, FRAME_LAYERS))
        assert writer.finished_segments(["time"]) == set()
        writer.add_segment(segment_result(0, FRAME_LAYERS))
        assert writer.finished_segments(["time"]) == {0}


def _stop(*_: object) -> None:
    raise KeyboardInterrupt


# Disks that are full


def test_a_full_study_is_told_and_stays_whole(path: Path) -> None:
    with begun(path) as writer:
        measure(writer)
        pages = writer._database.execute("PRAGMA page_count").fetchone()[0]
        writer._database.execute(f"PRAGMA max_page_count = {pages + 1}")
        with pytest.raises(NoSpace, match="disk is full"):
            writer.add_derived(Shots(), "1", shots(), 0)
        assert writer.fingerprints().keys() == {"time", "light"} and writer.signal("time.ticks").size == 50
        writer._database.execute("PRAGMA max_page_count = 1000000")
        writer.add_derived(Shots(), "1", shots(), 0)
    with Study.open(path) as study:
        assert len(study.shots) == 3
    assert integrity(path) == "ok"


LIMITED = """if True:
    import resource, sys
    from cranework.errors import NoSpace
    from tests.study import made
    resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]),) * 2)
    try:
        made.write_for_ever(sys.argv[1])
    except NoSpace as error:
        print(type(error).__name__, error.exit_code, error)
"""


@POSIX
@pytest.mark.parametrize("limit", [0, 10_000, 100_000, 150_001])
def test_a_disk_that_is_full_keeps_what_was_finished(path: Path, limit: int) -> None:
    *kept, told = script(LIMITED, path, limit).splitlines()
    assert told.startswith("NoSpace 4 ") and "what was finished is kept" in told
    if limit < 50_000:
        assert kept == []
        assert os.listdir(path.parent) == [], "what could not be made is not left behind"
    if path.exists():
        assert integrity(path) == "ok"
        with StudyWriter.hold(path, FILM) as writer:
            assert writer.finished_segments(["light"]) >= {int(number) for number in kept}


@POSIX
def test_a_quota_reached_at_every_possible_page(path: Path) -> None:
    """Whatever write is the one that fails, the study opens afterwards."""
    for limit in range(12_288, 110_000, 32_768):
        path.unlink(missing_ok=True)
        script(LIMITED, path, limit)
        assert not path.exists() or integrity(path) == "ok"


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)])
def test_the_systems_words_for_a_full_disk(number: int) -> None:
    with pytest.raises(NoSpace), telling("a"):
        raise OSError(number, os.strerror(number))


@pytest.mark.parametrize(
    ("code", "exit_code"),
    [
        (sqlite3.SQLITE_FULL, 4),
        (sqlite3.SQLITE_IOERR_WRITE, 4),
        (sqlite3.SQLITE_IOERR_FSYNC, 4),
        (sqlite3.SQLITE_IOERR_READ, 3),
        (sqlite3.SQLITE_BUSY, 4),
        (sqlite3.SQLITE_IOERR_LOCK, 4),
        (sqlite3.SQLITE_READONLY_DBMOVED, 4),
        (sqlite3.SQLITE_CORRUPT, 3),
        (sqlite3.SQLITE_NOTADB, 3),
        (sqlite3.SQLITE_ERROR, 3),
        (None, 3),
    ],
)
def test_the_words_of_sqlite(code: int | None, exit_code: int) -> None:
    error = sqlite3.OperationalError("words")
    if code is not None:
        error.sqlite_errorcode = code
    with pytest.raises(CraneworkError) as told, telling("a"):
        raise error
    assert told.value.exit_code == exit_code and told.value.subject == "a" and "words" in told.value.detail


# Rights that are missing

AS_NOBODY = """if True:
    import os, sys
    from cranework.errors import CraneworkError
    from cranework.study.store import Study
    from cranework.study.writer import StudyWriter
    from tests.study.made import FILM
    if os.getuid() == 0:
        os.setgid(65534)
        os.setuid(65534)
    for take in (Study.open, lambda path: StudyWriter.hold(path, FILM)):
        try:
            with take(sys.argv[1]) as study:
                print("open", study.frames)
        except CraneworkError as error:
            print(type(error).__name__, error.exit_code)
"""


@POSIX
@pytest.mark.parametrize(
    ("file", "folder", "reading", "writing"),
    [
        (0o644, 0o755, "open 50", "NoPermission 4"),
        (0o666, 0o755, "open 50", "NoPermission 4"),  # the journal cannot be made
        (0o000, 0o755, "NoPermission 4", "NoPermission 4"),
        (0o666, 0o777, "open 50", "open 50"),
    ],
)
def test_rights(open_folder: Path, file: int, folder: int, reading: str, writing: str) -> None:
    path = made.whole_study(open_folder / "a.cranework")
    path.chmod(file)
    open_folder.chmod(folder if os.getuid() == 0 else folder & ~0o200 | (folder & 0o002) << 6)
    try:
        assert script(AS_NOBODY, path).splitlines() == [reading, writing]
    finally:
        open_folder.chmod(0o755)


@POSIX
def test_a_folder_in_which_nothing_may_be_made(open_folder: Path) -> None:
    open_folder.chmod(0o555)
    try:
        said = script(AS_NOBODY, open_folder / "new.cranework").splitlines()
    finally:
        open_folder.chmod(0o755)
    assert said == ["NotAStudy 3", "NoPermission 4"] and os.listdir(open_folder) == []


@POSIX
def test_a_torn_write_where_nothing_may_be_written_is_told(open_folder: Path) -> None:
    path = made.whole_study(open_folder / "a.cranework")
    tear = """if True:
        import os, sqlite3, sys
        database = sqlite3.connect(sys.argv[1], isolation_level=None)
        database.execute("PRAGMA cache_size = 1")
        database.execute("BEGIN")
        database.execute("DELETE FROM chunk")
        database.execute("UPDATE film SET details = hex(zeroblob(300000))")
        os._exit(0)
    """
    script(tear, path)
    for name in open_folder.iterdir():
        name.chmod(0o444)
    open_folder.chmod(0o555)
    try:
        assert script(AS_NOBODY, path).splitlines() == ["NoPermission 4", "NoPermission 4"]
    finally:
        open_folder.chmod(0o755)


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(NoPermission, match="its folder does not exist"):
        StudyWriter.hold(tmp_path / "no" / "a.cranework", FILM)


@pytest.fixture
def open_folder(tmp_path: Path) -> Path:
    """A folder that other users reach: pytest's own is closed to them."""
    import tempfile

    folder = Path(tempfile.mkdtemp(dir=None))
    folder.chmod(0o755)
    return folder
