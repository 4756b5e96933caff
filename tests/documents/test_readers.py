"""What the public readers do with a reading: refuse a damaged file if asked to, and pass on what they are told."""

from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

from kz_upr import Source, SourceKind, UnknownStateError
from kz_upr.documents import (
    DocumentError,
    ListReading,
    iter_uhri_export,
    read_addendum,
    read_document,
    read_report,
    read_thematic_list,
    read_uhri_export,
)
from kz_upr.model import damaged, inconsistent
from kz_upr.reference import state_by_iso3

pytest.importorskip("pypdfium2", reason="needs the extra kz_upr[documents]")

SOURCE = Source(id="a-hrc-99-1", kind=SourceKind.WORKING_GROUP_REPORT, title="A report")
SOUND = inconsistent("gap", "9.2", "9.2 is not printed")


def reading(damages: int = 0) -> ListReading:
    signs = (damaged("page", f"page {number}", f"page {number} is missing") for number in range(1, damages + 1))
    return ListReading(source=SOURCE, recommendations=(), warnings=(*signs, SOUND))


@pytest.fixture(params=["report", "addendum", "thematic_list", "uhri_export", "iter_uhri_export"])
def reader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Any]:
    """A reader of a file with as many signs of damage as its name says."""
    from kz_upr.documents import addendum, report, thematic_list, uhri_export

    def read(path: Path, **_: object) -> ListReading:
        return reading(int(path.stem))

    def readings(path: Path, **_: object) -> Iterator[ListReading]:
        yield read(path)

    for module in (report, addendum, thematic_list, uhri_export):
        monkeypatch.setattr(module, "read", read)
    monkeypatch.setattr(uhri_export, "readings", readings)
    readers: dict[str, Callable[..., Any]] = {
        "report": read_report,
        "addendum": read_addendum,
        "thematic_list": read_thematic_list,
        "uhri_export": read_uhri_export,
        "iter_uhri_export": lambda path, **options: next(iter_uhri_export(path, **options)),
    }
    return readers[request.param]


@pytest.mark.parametrize("damages", [0, 1, 4])
def test_a_damaged_file_is_read_unless_strict_refuses_it(reader: Callable[..., Any], damages: int) -> None:
    assert reader(f"{damages}.pdf") == reading(damages)
    assert reader(f"{damages}.pdf", strict=False) == reading(damages)


@pytest.mark.parametrize(
    ("damages", "reason"),
    [
        (1, "is damaged: page 1 is missing"),
        (3, "is damaged: page 1 is missing; page 2 is missing; page 3 is missing"),
        (4, "is damaged: page 1 is missing; page 2 is missing; page 3 is missing (and 1 more)"),
        (6, "is damaged: page 1 is missing; page 2 is missing; page 3 is missing (and 3 more)"),
    ],
)
def test_strict_names_three_signs_of_damage(reader: Callable[..., Any], damages: int, reason: str) -> None:
    with pytest.raises(DocumentError) as raised:
        reader(f"{damages}.pdf", strict=True)
    assert (raised.value.path, raised.value.reason) == (Path(f"{damages}.pdf"), reason)


def test_strict_accepts_a_file_that_contradicts_itself(reader: Callable[..., Any]) -> None:
    assert reader("0.pdf", strict=True) == reading()


@pytest.mark.parametrize("state", ["Fiji", "FJI", state_by_iso3("FJI"), None])
def test_what_is_told_of_a_list_or_an_export(monkeypatch: pytest.MonkeyPatch, state: Any) -> None:
    from kz_upr.documents import thematic_list, uhri_export

    told: list[Any] = []

    def read(path: Path, *, told: Any, symbol: str | None = None, seen: list[Any] = told) -> ListReading:
        seen.append((told.state, told.cycle, told.session, symbol))
        return reading()

    monkeypatch.setattr(thematic_list, "read", read)
    monkeypatch.setattr(uhri_export, "read", read)
    monkeypatch.setattr(uhri_export, "readings", lambda path, **options: iter([read(path, **options)]))
    options = {"state": state, "cycle": 2, "session": 15}
    read_thematic_list("list.docx", **options)
    read_uhri_export("export.json", symbol="A/HRC/99/1", **options)
    list(iter_uhri_export("export.json", symbol="A/HRC/99/1", **options))

    whose = state_by_iso3("FJI") if state else None
    assert told == [(whose, 2, 15, None), (whose, 2, 15, "A/HRC/99/1"), (whose, 2, 15, "A/HRC/99/1")]
    with pytest.raises(UnknownStateError, match=r"^no State 'Atlantis'"):
        read_thematic_list("list.docx", state="Atlantis")


@pytest.mark.parametrize(
    ("name", "addendum", "reader"),
    [
        ("paper.json", False, "export"),
        ("paper.XLSX", False, "export"),
        ("paper.docx", False, "list"),
        ("paper.DOC", False, "list"),
        ("paper.pdf", False, "report"),
        ("paper.pdf", True, "addendum"),
        ("paper", False, "report"),
    ],
)
def test_the_name_and_the_cover_tell_the_kind_of_document(
    monkeypatch: pytest.MonkeyPatch, name: str, addendum: bool, reader: str
) -> None:
    import kz_upr.documents.addendum as addenda
    import kz_upr.documents.cover as covers
    import kz_upr.documents.report as reports
    from kz_upr.documents import thematic_list, uhri_export

    def reads(module: ModuleType, function: str, kind: str) -> None:
        read = ListReading(source=SOURCE, recommendations=(), symbol=kind, warnings=damage)
        monkeypatch.setattr(module, function, lambda *_, **__: read)

    damage = (damaged("page", "page 2", "page 2 is missing"),)
    reads(uhri_export, "read", "export")
    reads(thematic_list, "read", "list")
    reads(reports, "reading_of", "report")
    reads(addenda, "reading_of", "addendum")
    opened = SimpleNamespace(cover=SimpleNamespace(is_addendum=addendum))
    monkeypatch.setattr(covers, "open_document", lambda _: opened)

    assert read_document(name).symbol == reader
    with pytest.raises(DocumentError, match="page 2 is missing"):
        read_document(name, strict=True)
