"""How a file that is not what it should be is refused."""

import tracemalloc
from pathlib import Path
from typing import NoReturn

import pytest

from kz_upr.documents import DocumentError, read_addendum, read_report, read_thematic_list, read_uhri_export

READERS = {
    "pdf": (read_report, read_addendum),
    "docx": (read_thematic_list,),
    "xlsx": (read_uhri_export,),
    "json": (read_uhri_export,),
}


def refused(file: Path, *, megabytes: int = 80) -> str:
    """The reason, after checking that the refusal is clear, needs little memory and leaves no trace."""
    reasons = []
    for reader in READERS[file.suffix[1:]]:
        before = {path: path.stat().st_size for path in file.parent.iterdir()}
        tracemalloc.start()
        try:
            with pytest.raises(DocumentError) as raised:
                reader(file)
            assert tracemalloc.get_traced_memory()[1] < megabytes * 1_000_000
        finally:
            tracemalloc.stop()
        assert {path: path.stat().st_size for path in file.parent.iterdir()} == before
        assert str(file) in str(raised.value)
        assert raised.value.path == file
        assert "\n" not in str(raised.value)
        reasons.append(raised.value.reason)
    return " | ".join(dict.fromkeys(reasons))


def not_installed(path: Path, *, strict: bool) -> NoReturn:
    """A reader whose library is not there."""
    raise ImportError("needs lamps: pip install lamps")
