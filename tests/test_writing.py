"""Files that are written whole or not at all."""

import errno
import os
import stat
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from kz_upr.writing import whole_file

posix = pytest.mark.skipif(sys.platform == "win32", reason="permissions, pipes and links are different there")


def write(path: str | os.PathLike[str], text: str = "new") -> None:
    with whole_file(path) as file:
        file.write(text)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.fixture
def umask() -> Iterator[None]:
    """The umask that a test sets is undone."""
    before = os.umask(0o022)
    os.umask(before)
    yield
    os.umask(before)


class TestContent:
    def test_text_in_utf_8_with_its_line_ends(self, tmp_path: Path) -> None:
        path = tmp_path / "a.csv"
        write(path, "é\r\nЖ\n")
        assert path.read_bytes() == "é\r\nЖ\n".encode()

    def test_a_path_as_a_string(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.chdir(tmp_path)
        write("a.csv")
        assert (tmp_path / "a.csv").read_text(encoding="utf-8") == "new"

    def test_an_existing_file_is_replaced(self, tmp_path: Path) -> None:
        path = tmp_path / "a.csv"
        path.write_text("a much longer old text", encoding="utf-8")
        write(path)
        assert path.read_text(encoding="utf-8") == "new"

    def test_nothing_appears_before_all_is_written(self, tmp_path: Path) -> None:
        path = tmp_path / "a.csv"
        path.write_text("old", encoding="utf-8")
        with whole_file(path) as file:
            file.write("new")
            file.flush()
            assert path.read_text(encoding="utf-8") == "old"
        assert path.read_text(encoding="utf-8") == "new"

    def test_nothing_is_left_beside_it(self, tmp_path: Path) -> None:
        write(tmp_path / "a.csv")
        assert [path.name for path in tmp_path.iterdir()] == ["a.csv"]

    def test_a_long_name(self, tmp_path: Path) -> None:
        write(tmp_path / f"{'a' * 250}.csv")
        assert [len(path.name) for path in tmp_path.iterdir()] == [254]

    def test_many_writers_of_one_file(self, tmp_path: Path) -> None:
        """One of them wins; the file is never a mixture, and nothing is left beside it."""
        path = tmp_path / "a.csv"
        texts = [str(number) * 100_000 for number in range(8)]
        threads = [threading.Thread(target=write, args=(path, text)) for text in texts]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert path.read_text(encoding="utf-8") in texts
        assert list(tmp_path.iterdir()) == [path]


@posix
class TestPermissions:
    @pytest.mark.parametrize("mask", [0o000, 0o002, 0o022, 0o027, 0o077])
    @pytest.mark.usefixtures("umask")
    def test_a_new_file_follows_the_umask(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, mask: int) -> None:
        """Without setting the umask to learn it: between the two calls, other threads' files would be unprotected."""
        os.umask(mask)
        with monkeypatch.context() as patched:
            patched.setattr(os, "umask", lambda _: pytest.fail("the umask of the process was set"))
            write(tmp_path / "a.csv")
        (tmp_path / "b.csv").touch()
        assert mode(tmp_path / "a.csv") == mode(tmp_path / "b.csv") == 0o666 & ~mask

    @pytest.mark.parametrize("permissions", [0o600, 0o640, 0o664, 0o755])
    def test_an_existing_file_keeps_its_permissions(self, tmp_path: Path, permissions: int) -> None:
        path = tmp_path / "a.csv"
        path.write_text("old", encoding="utf-8")
        path.chmod(permissions)
        write(path)
        assert path.read_text(encoding="utf-8") == "new"
        assert mode(path) == permissions

    @pytest.mark.parametrize("permissions", [0o444, 0o400, 0o555, 0o000])
    def test_a_write_protected_file_is_not_replaced(self, tmp_path: Path, permissions: int) -> None:
        """Not even by the superuser, to whom everything is allowed: its owner has protected it."""
        path = tmp_path / "a.csv"
        path.write_text("old", encoding="utf-8")
        path.chmod(permissions)
        for name in (path, tmp_path / "link.csv"):
            if name != path:
                name.symlink_to(path)
            with pytest.raises(PermissionError) as caught:
                write(name)
            assert str(caught.value) == f"[Errno {errno.EACCES}] the file is write-protected: {str(name)!r}"
        path.chmod(0o644)
        assert path.read_text(encoding="utf-8") == "old"
        assert sorted(entry.name for entry in tmp_path.iterdir()) == ["a.csv", "link.csv"]

    @pytest.mark.skipif(sys.platform == "win32" or os.geteuid() != 0, reason="only the superuser gives files away")
    def test_an_existing_file_keeps_its_owner(self, tmp_path: Path) -> None:
        path = tmp_path / "a.csv"
        path.write_text("old", encoding="utf-8")
        os.chown(path, 12345, 54321)
        path.chmod(0o640)
        write(path)
        assert (path.stat().st_uid, path.stat().st_gid, mode(path)) == (12345, 54321, 0o640)

    def test_the_owner_need_not_be_kept(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        path = tmp_path / "a.csv"
        path.write_text("old", encoding="utf-8")
        path.chmod(0o600)
        for error in (PermissionError(errno.EPERM, "Operation not permitted"), AttributeError("chown")):

            def refuse(*_: object, error: Exception = error) -> None:
                raise error

            monkeypatch.setattr(os, "chown", refuse)
            write(path, str(error))
            assert path.read_text(encoding="utf-8") == str(error)
            assert mode(path) == 0o600


@posix
class TestLinks:
    def test_a_link_stays_a_link(self, tmp_path: Path) -> None:
        target, link = tmp_path / "folder" / "target.csv", tmp_path / "link.csv"
        target.parent.mkdir()
        target.write_text("old", encoding="utf-8")
        target.chmod(0o600)
        link.symlink_to(target)
        write(link)
        assert link.is_symlink()
        assert target.read_text(encoding="utf-8") == "new"
        assert mode(target) == 0o600
        assert list(target.parent.iterdir()) == [target]
        assert sorted(tmp_path.iterdir()) == [target.parent, link]

    def test_a_relative_link_and_a_link_to_a_link(self, tmp_path: Path) -> None:
        (tmp_path / "folder").mkdir()
        (tmp_path / "one.csv").symlink_to(Path("folder") / "target.csv")
        (tmp_path / "two.csv").symlink_to("one.csv")
        write(tmp_path / "two.csv")
        assert (tmp_path / "folder" / "target.csv").read_text(encoding="utf-8") == "new"
        assert (tmp_path / "one.csv").is_symlink()
        assert (tmp_path / "two.csv").is_symlink()

    def test_a_link_to_a_file_that_does_not_exist_yet(self, tmp_path: Path) -> None:
        (tmp_path / "link.csv").symlink_to(tmp_path / "target.csv")
        write(tmp_path / "link.csv")
        assert (tmp_path / "link.csv").is_symlink()
        assert (tmp_path / "target.csv").read_text(encoding="utf-8") == "new"

    def test_a_link_to_itself(self, tmp_path: Path) -> None:
        link = tmp_path / "link.csv"
        link.symlink_to(link)
        with pytest.raises(OSError, match=r"link\.csv") as caught:
            write(link)
        assert caught.value.errno == errno.ELOOP
        assert list(tmp_path.iterdir()) == [link]


@posix
class TestPipesAndDevices:
    def test_a_pipe_is_written_to_and_stays_a_pipe(self, tmp_path: Path) -> None:
        pipe = tmp_path / "pipe.csv"
        os.mkfifo(pipe)
        read: list[str] = []
        reader = threading.Thread(target=lambda: read.append(pipe.read_text(encoding="utf-8")))
        reader.start()
        write(pipe, "через трубу\n")
        reader.join(30)
        assert read == ["через трубу\n"]
        assert pipe.is_fifo()
        assert list(tmp_path.iterdir()) == [pipe]

    def test_a_device_is_written_to(self) -> None:
        write(os.devnull)
        assert not Path(os.devnull).is_file()

    @pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
    def test_an_error_of_a_device_names_it(self) -> None:
        with pytest.raises(OSError, match=r"'/dev/full'$") as caught:
            write("/dev/full")
        assert caught.value.errno == errno.ENOSPC


class TestErrors:
    """They name the path that was asked for, and leave everything as it was."""

    def test_a_folder(self, tmp_path: Path) -> None:
        (tmp_path / "a.csv").mkdir()
        with pytest.raises(OSError, match=r"a\.csv'$") as caught:
            write(tmp_path / "a.csv")
        assert caught.value.filename == str(tmp_path / "a.csv")
        assert [path.name for path in tmp_path.iterdir()] == ["a.csv"]
        assert list((tmp_path / "a.csv").iterdir()) == []

    @pytest.mark.parametrize("name", ["", f"new{os.sep}", f"folder{os.sep}"])
    def test_a_name_that_is_not_one_of_a_file(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
        monkeypatch.chdir(tmp_path)
        (tmp_path / "folder").mkdir()
        with pytest.raises(OSError, match="expected the name of a file") as caught:
            write(name)
        assert caught.value.filename == name
        assert [path.name for path in tmp_path.rglob("*")] == ["folder"]

    @posix
    def test_the_root_folder(self) -> None:
        with pytest.raises(OSError, match=r"'/'$") as caught:
            write("/")
        assert caught.value.filename == "/"

    def test_a_folder_that_does_not_exist(self, tmp_path: Path) -> None:
        with pytest.raises(FileNotFoundError, match="nowhere") as caught:
            write(tmp_path / "nowhere" / "a.csv")
        assert caught.value.filename == str(tmp_path / "nowhere" / "a.csv")
        assert list(tmp_path.iterdir()) == []

    def test_a_file_in_place_of_a_folder(self, tmp_path: Path) -> None:
        (tmp_path / "a.csv").write_text("old", encoding="utf-8")
        with pytest.raises(OSError, match=r"a\.csv.b\.csv'$") as caught:
            write(tmp_path / "a.csv" / "b.csv")
        assert caught.value.filename == str(tmp_path / "a.csv" / "b.csv")
        assert (tmp_path / "a.csv").read_text(encoding="utf-8") == "old"

    def test_a_name_that_is_too_long(self, tmp_path: Path) -> None:
        with pytest.raises(OSError, match="aaaa") as caught:
            write(tmp_path / ("a" * 300))
        assert caught.value.filename == str(tmp_path / ("a" * 300))
        assert list(tmp_path.iterdir()) == []

    def test_a_relative_path(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.chdir(tmp_path)
        with pytest.raises(FileNotFoundError, match=r"nowhere.a\.csv'$") as caught:
            write(Path("nowhere") / "a.csv")
        assert caught.value.filename == str(Path("nowhere") / "a.csv")

    @posix
    @pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="nothing is forbidden to this user")
    def test_a_folder_without_permission(self, tmp_path: Path) -> None:
        folder = tmp_path / "folder"
        folder.mkdir()
        folder.chmod(0o500)
        try:
            with pytest.raises(PermissionError, match=r"a\.csv'$"):
                write(folder / "a.csv")
        finally:
            folder.chmod(0o700)

    def test_an_error_of_another_file_keeps_its_name(self, tmp_path: Path) -> None:
        def fail() -> None:
            with whole_file(tmp_path / "a.csv"):
                (tmp_path / "input").read_bytes()

        with pytest.raises(FileNotFoundError) as caught:
            fail()
        assert caught.value.filename == str(tmp_path / "input")
        assert list(tmp_path.iterdir()) == []

    @pytest.mark.parametrize(
        "error",
        [
            OSError(errno.ENOSPC, "No space left on device"),
            RuntimeError("gone"),
            KeyboardInterrupt(),
            UnicodeEncodeError("utf-8", "\ud800", 0, 1, "surrogates not allowed"),
        ],
        ids=lambda error: type(error).__name__,
    )
    def test_a_failure_while_writing(self, tmp_path: Path, error: BaseException) -> None:
        path = tmp_path / "a.csv"
        for old in (None, "old"):
            if old is not None:
                path.write_text(old, encoding="utf-8")

            def fail() -> None:
                with whole_file(path) as file:
                    file.write("half")
                    raise error

            with pytest.raises(type(error)) as caught:
                fail()
            if isinstance(error, OSError):
                assert str(caught.value) == f"[Errno {errno.ENOSPC}] No space left on device: {str(path)!r}"
            else:
                assert caught.value is error
            assert list(tmp_path.iterdir()) == ([] if old is None else [path])
            assert old is None or path.read_text(encoding="utf-8") == old
