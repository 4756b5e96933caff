"""Recommendations as tables."""

import csv
import io
import os
import threading
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st

import kz_upr
from kz_upr import Recommendation
from strategies import recommendations

PERS: tuple[Any, ...] = ("recommendation", "state", "clause")


def rows_expected(held: Any, per: str) -> int:
    """By arithmetic: one a recommendation; one a clause, or one where there is none; one a State of each clause."""
    if per == "recommendation":
        return len(held)
    if per == "clause":
        return sum(max(1, len(r.clauses)) for r in held)
    return sum(sum(max(1, len(clause.states)) for clause in r.clauses) or 1 for r in held)


def written(held: Any, per: Any) -> str:
    out = io.StringIO(newline="")
    kz_upr.to_csv(held, out, per=per)
    return out.getvalue()


@pytest.mark.parametrize("per", PERS)
@given(held=st.lists(recommendations(), max_size=4))
@settings(max_examples=40)
def test_row_counts_and_the_same_keys(per: Any, held: list[Recommendation]) -> None:
    rows = kz_upr.to_records(held, per=per)
    assert len(rows) == rows_expected(held, per)
    assert all(tuple(row) == kz_upr.table_columns(per) for row in rows)
    assert [id for id in dict.fromkeys(row["id"] for row in rows)] == list(dict.fromkeys(r.id for r in held))  # noqa: C416
    assert all(value is None or isinstance(value, (str, int)) for row in rows for value in row.values())


@pytest.mark.parametrize("per", PERS)
@given(held=st.lists(recommendations(), max_size=4))
@settings(max_examples=40)
def test_csv_read_again_is_the_records(per: Any, held: list[Recommendation]) -> None:
    rows = kz_upr.to_records(held, per=per)
    again = list(csv.DictReader(io.StringIO(written(held, per), newline="")))
    assert again == [{key: "" if value is None else str(value) for key, value in row.items()} for row in rows]


@pytest.mark.parametrize("per", PERS)
@pytest.mark.parametrize("cycle", [1, 2, 3, 4])
def test_every_review(cycle: int, per: Any) -> None:
    held = kz_upr.load_review(cycle).recommendations
    assert len(kz_upr.to_records(held, per=per)) == rows_expected(held, per)


def test_pairs_of_state_and_recommendation() -> None:
    held = kz_upr.load_review().recommendations
    rows = kz_upr.to_records(held, per="state")
    pairs = [(row["id"], row["state"]) for row in rows if row["state"]]
    assert sorted(pairs) == sorted((r.id, state.iso3) for r in held for state in r.states)


def test_one_row_in_words() -> None:
    (row,) = kz_upr.to_records([kz_upr.find_recommendation(kz_upr.load_review(), "139.114")])
    assert row["number"] == "139.114"
    assert row["states"] == "CZE"
    assert row["state_names"] == "Czechia"
    assert row["actions"] == "protect"
    assert row["position"] == "noted"
    assert row["topics"] == "H1 D5 D4"
    assert row["official_text"] is None
    assert "A/HRC/43/2" in row["where"]


def test_columns_are_described() -> None:
    from kz_upr.exporting import COLUMNS

    assert set(kz_upr.table_columns("state")) == set(COLUMNS)
    assert set(kz_upr.table_columns("clause")) == set(COLUMNS) - {"state"}
    assert set(kz_upr.table_columns()) == set(COLUMNS) - {"state", "clause"}
    assert all(COLUMNS.values())


def test_another_table() -> None:
    with pytest.raises(ValueError, match="recommendation, state, clause"):
        kz_upr.to_records((), per="country")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="recommendation, state, clause"):
        kz_upr.table_columns("country")  # type: ignore[arg-type]


class TestFile:
    HELD = kz_upr.load_review().recommendations

    def test_utf_8_with_a_header(self, tmp_path: Path) -> None:
        path = tmp_path / "out.csv"
        kz_upr.to_csv(self.HELD, path)
        content = path.read_bytes()
        assert content.startswith(b"id,number,")
        assert content.count(b"\r\n") == len(self.HELD) + 1
        content.decode("utf-8")

    def test_a_path_in_words_and_an_open_file(self, tmp_path: Path) -> None:
        kz_upr.to_csv(self.HELD, str(tmp_path / "a.csv"), per="state")
        with (tmp_path / "b.csv").open("w", encoding="utf-8", newline="") as file:
            kz_upr.to_csv(iter(self.HELD), file, per="state")
            assert not file.closed
        assert (tmp_path / "a.csv").read_bytes() == (tmp_path / "b.csv").read_bytes()

    def test_rights_are_those_of_any_new_file(self, tmp_path: Path) -> None:
        kz_upr.to_csv(self.HELD, tmp_path / "a.csv")
        (tmp_path / "b.csv").touch()
        assert (tmp_path / "a.csv").stat().st_mode == (tmp_path / "b.csv").stat().st_mode

    def test_nothing_stays_beside_it(self, tmp_path: Path) -> None:
        kz_upr.to_csv(self.HELD, tmp_path / "a.csv")
        assert [path.name for path in tmp_path.iterdir()] == ["a.csv"]

    def test_a_failed_write_leaves_the_old_file_and_nothing_else(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def fail(*_: object) -> None:
            raise OSError(28, "No space left on device")

        path = tmp_path / "a.csv"
        path.write_text("old")
        monkeypatch.setattr(csv.DictWriter, "writerows", fail)
        with pytest.raises(OSError, match="No space left"):
            kz_upr.to_csv(self.HELD, path)
        assert path.read_text() == "old"
        assert list(tmp_path.iterdir()) == [path]

    def test_a_broken_source_of_rows_leaves_nothing(self, tmp_path: Path) -> None:
        def broken() -> Any:
            yield self.HELD[0]
            raise RuntimeError("gone")

        with pytest.raises(RuntimeError, match="gone"):
            kz_upr.to_csv(broken(), tmp_path / "a.csv")
        assert list(tmp_path.iterdir()) == []

    def test_a_pipe_is_written_to_and_stays_one(self, tmp_path: Path) -> None:
        pipe = tmp_path / "pipe.csv"
        os.mkfifo(pipe)
        read: list[str] = []
        reader = threading.Thread(target=lambda: read.append(pipe.read_text(encoding="utf-8")))
        reader.start()
        kz_upr.to_csv(self.HELD, pipe)
        reader.join(10)
        assert read[0].startswith("id,number,")
        assert pipe.is_fifo()

    def test_a_link_stays_one_and_the_mode_is_kept(self, tmp_path: Path) -> None:
        target, link = tmp_path / "target.csv", tmp_path / "link.csv"
        target.write_text("old", encoding="utf-8")
        target.chmod(0o600)
        link.symlink_to(target)
        kz_upr.to_csv(self.HELD, link)
        assert link.is_symlink()
        assert target.read_text(encoding="utf-8").startswith("id,number,")
        assert target.stat().st_mode & 0o777 == 0o600

    def test_a_long_name(self, tmp_path: Path) -> None:
        kz_upr.to_csv(self.HELD, tmp_path / f"{'a' * 250}.csv")
        assert [len(path.name) for path in tmp_path.iterdir()] == [254]

    def test_a_path_that_is_a_folder(self, tmp_path: Path) -> None:
        (tmp_path / "a.csv").mkdir()
        with pytest.raises(OSError, match=r"a\.csv"):
            kz_upr.to_csv(self.HELD, tmp_path / "a.csv")
        assert [path.name for path in tmp_path.iterdir()] == ["a.csv"]

    def test_a_folder_that_is_not_there(self, tmp_path: Path) -> None:
        with pytest.raises(OSError, match="nowhere"):
            kz_upr.to_csv(self.HELD, tmp_path / "nowhere" / "a.csv")
        assert list(tmp_path.iterdir()) == []

    def test_another_table_opens_no_file(self, tmp_path: Path) -> None:
        with pytest.raises(ValueError, match="expected one of"):
            kz_upr.to_csv(self.HELD, tmp_path / "a.csv", per="country")  # type: ignore[arg-type]
        assert list(tmp_path.iterdir()) == []


def test_the_qualifier_has_a_stage_of_its_own() -> None:
    """124.1 was called implemented in the report (A/HRC/28/10, para. 124), and supported at the end in the Council."""
    (row,) = kz_upr.to_records([kz_upr.find_recommendation(kz_upr.load_review(2), "124.1")])
    assert (row["position"], row["stage"]) == ("supported", "council")
    assert (row["qualifier"], row["qualifier_stage"]) == ("already implemented", "working group")
