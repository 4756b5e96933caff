"""Recommendations as tables."""

import csv
import io
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, strategies as st

import kz_upr
from kz_upr import Recommendation
from kz_upr.exporting import COLUMNS
from strategies import recommendations

PERS: tuple[Any, ...] = ("recommendation", "state", "clause")


def rows_expected(held: Any, per: str) -> int:
    """One for each recommendation; for each clause, or one if there is none; for each State of each clause, or one."""
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
def test_row_counts_and_the_same_keys(per: Any, held: list[Recommendation]) -> None:
    rows = kz_upr.to_records(held, per=per)
    assert len(rows) == rows_expected(held, per)
    assert all(tuple(row) == kz_upr.table_columns(per) for row in rows)
    assert [id for id in dict.fromkeys(row["id"] for row in rows)] == list(dict.fromkeys(r.id for r in held))  # noqa: C416
    assert all(value is None or isinstance(value, (str, int)) for row in rows for value in row.values())


@pytest.mark.parametrize("per", PERS)
@given(held=st.lists(recommendations(), max_size=4))
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


def test_one_row() -> None:
    recommendation = kz_upr.find_recommendation(kz_upr.load_review(), "139.114")
    (row,) = kz_upr.to_records([recommendation])
    assert row["id"] == "KAZ-3-139.114"
    assert row["number"] == "139.114"
    assert row["states"] == "CZE"
    assert row["state_names"] == "Czechia"
    assert row["actions"] == "protect"
    assert row["summary"] == recommendation.summary
    assert row["position"] == "noted"
    assert (row["stage"], row["qualifier"], row["qualifier_stage"]) == ("council", None, None)
    assert row["topics"] == "H1 D5 D4"
    assert row["sdgs"] is None
    assert row["official_text"] is None
    assert row["where"] == kz_upr.cite(recommendation)
    assert "A/HRC/43/2" in row["where"]


def test_columns_are_described() -> None:
    assert set(kz_upr.table_columns("state")) == set(COLUMNS)
    assert set(kz_upr.table_columns("clause")) == set(COLUMNS) - {"state"}
    assert set(kz_upr.table_columns()) == set(COLUMNS) - {"state", "clause"}
    assert all(COLUMNS.values())


@pytest.mark.parametrize("per", PERS)
def test_the_schema_of_a_table(per: Any) -> None:
    """Its fields are the columns, and the values of every row have their types."""
    schema = kz_upr.table_schema(per)
    assert schema.keys() == {"fields", "missingValues"}
    assert schema["missingValues"] == [""]
    fields = schema["fields"]
    assert tuple(field["name"] for field in fields) == kz_upr.table_columns(per)
    assert all(field["description"] == COLUMNS[field["name"]] for field in fields)
    types = {field["name"]: {"integer": int, "string": str}[field["type"]] for field in fields}
    for row in kz_upr.to_records(kz_upr.load_review(2).recommendations, per=per):
        assert all(value is None or type(value) is types[name] for name, value in row.items())


def test_another_table() -> None:
    message = r"^expected one of recommendation, state, clause; got 'country'$"
    per: Any = "country"
    with pytest.raises(ValueError, match=message):
        kz_upr.to_records((), per=per)
    with pytest.raises(ValueError, match=message):
        kz_upr.table_columns(per)
    with pytest.raises(ValueError, match=message):
        kz_upr.table_schema(per)


class TestFile:
    HELD = kz_upr.load_review().recommendations

    def test_utf_8_with_a_header(self, tmp_path: Path) -> None:
        path = tmp_path / "out.csv"
        kz_upr.to_csv(self.HELD, path)
        content = path.read_bytes()
        assert content.startswith(b"id,number,")
        assert content.count(b"\r\n") == len(self.HELD) + 1
        assert content.decode("utf-8") == written(self.HELD, "recommendation")

    def test_a_path_as_a_string_and_an_open_file(self, tmp_path: Path) -> None:
        kz_upr.to_csv(self.HELD, str(tmp_path / "a.csv"), per="state")
        with (tmp_path / "b.csv").open("w", encoding="utf-8", newline="") as file:
            kz_upr.to_csv(iter(self.HELD), file, per="state")
            assert not file.closed
        assert (tmp_path / "a.csv").read_bytes() == (tmp_path / "b.csv").read_bytes()

    def test_nothing_is_left_beside_it(self, tmp_path: Path) -> None:
        kz_upr.to_csv(self.HELD, tmp_path / "a.csv")
        assert [path.name for path in tmp_path.iterdir()] == ["a.csv"]

    def test_a_failed_write_leaves_the_old_file_and_nothing_else(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def fail(*_: object) -> None:
            raise OSError(28, "No space left on device")

        path = tmp_path / "a.csv"
        path.write_text("old", encoding="utf-8")
        monkeypatch.setattr(csv.DictWriter, "writerows", fail)
        with pytest.raises(OSError, match=r"No space left on device: .*a\.csv'$"):
            kz_upr.to_csv(self.HELD, path)
        assert path.read_text(encoding="utf-8") == "old"
        assert list(tmp_path.iterdir()) == [path]

    def test_recommendations_that_cannot_be_produced_leave_nothing(self, tmp_path: Path) -> None:
        def broken() -> Any:
            yield self.HELD[0]
            raise RuntimeError("gone")

        with pytest.raises(RuntimeError, match=r"^gone$"):
            kz_upr.to_csv(broken(), tmp_path / "a.csv")
        assert list(tmp_path.iterdir()) == []

    def test_another_table_opens_no_file(self, tmp_path: Path) -> None:
        with pytest.raises(ValueError, match=r"^expected one of recommendation, state, clause; got 'country'$"):
            kz_upr.to_csv(self.HELD, tmp_path / "a.csv", per="country")  # type: ignore[arg-type]
        assert list(tmp_path.iterdir()) == []


def test_the_qualifier_has_a_stage_of_its_own() -> None:
    """124.1 was called implemented in the report (A/HRC/28/10, para. 124), and supported at the end in the Council."""
    (row,) = kz_upr.to_records([kz_upr.find_recommendation(kz_upr.load_review(2), "124.1")])
    assert (row["position"], row["stage"]) == ("supported", "council")
    assert (row["qualifier"], row["qualifier_stage"]) == ("already implemented", "working group")
