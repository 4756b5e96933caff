"""Recommendations, statements and other objects as tables."""

import csv
import datetime
import io
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, get_args

import pytest
from attrs import evolve
from hypothesis import given, strategies as st

import kz_upr
from kz_upr import Recommendation, Review, Statement
from kz_upr.exporting import Per
from made_review import HELD, REVIEW, SAID
from strategies import recommendations, reviews, statements

PERS: tuple[Per, ...] = get_args(Per)
OF_RECOMMENDATIONS: tuple[Per, ...] = ("recommendation", "state", "clause")

#: What a value of a column may be.
RIGHT: dict[str, Callable[[Any], bool]] = {
    "string": lambda value: type(value) is str,
    "integer": lambda value: value is None or type(value) is int,
    "date": lambda value: value is None or type(value) is datetime.date,
    "list": lambda value: type(value) is list and all(type(one) is str for one in value),
}


def written(items: Any, per: Per | None = None) -> str:
    out = io.StringIO(newline="")
    kz_upr.to_csv(items, out, per=per)
    return out.getvalue()


def fields(per: Per) -> dict[str, dict[str, str]]:
    return {field["name"]: field for field in kz_upr.table_schema(per)["fields"]}


def check(rows: list[dict[str, Any]], per: Per) -> None:
    """The rows have the columns of the table, each of the type that the schema gives."""
    types = {name: RIGHT[field["type"]] for name, field in fields(per).items()}
    for row in rows:
        assert tuple(row) == kz_upr.table_columns(per)
        assert [name for name, value in row.items() if not types[name](value)] == []


class TestTypes:
    @pytest.mark.parametrize("per", PERS)
    def test_of_the_bundled_reviews(self, per: Per) -> None:
        rows = kz_upr.to_records(kz_upr.load_reviews(), per=per)
        assert rows
        check(rows, per)

    @pytest.mark.parametrize("per", PERS)
    @given(review=reviews())
    def test_of_any_review(self, per: Per, review: Review) -> None:
        check(kz_upr.to_records(review, per=per), per)

    @pytest.mark.parametrize("per", OF_RECOMMENDATIONS)
    @given(held=st.lists(recommendations(), max_size=4))
    def test_of_any_recommendations(self, per: Per, held: list[Recommendation]) -> None:
        rows = kz_upr.to_records(held, per=per)
        check(rows, per)
        assert list(dict.fromkeys(row["id"] for row in rows)) == list(dict.fromkeys(r.id for r in held))

    @given(said=st.lists(statements(), max_size=4))
    def test_of_any_statements(self, said: list[Statement]) -> None:
        rows = kz_upr.to_records(said)
        check(rows, "point" if said else "recommendation")
        assert len(rows) == sum(len(statement.points) for statement in said)

    @pytest.mark.parametrize("per", PERS)
    def test_the_schema(self, per: Per) -> None:
        """A Table Schema of Frictionless Data, with the types of Apache Arrow."""
        schema = kz_upr.table_schema(per)
        assert schema.keys() == {"fields", "missingValues"}
        assert schema["missingValues"] == [""]
        assert tuple(field["name"] for field in schema["fields"]) == kz_upr.table_columns(per)
        arrow = {"string": "string", "integer": "int64", "date": "date32", "list": "list<string>"}
        for field in schema["fields"]:
            assert field["description"]
            assert field["arrowType"] == arrow[field["type"]]
            assert ("delimiter" in field) == ("itemType" in field) == (field["type"] == "list")

    @pytest.mark.parametrize("per", PERS)
    def test_of_no_rows(self, per: Per) -> None:
        assert kz_upr.to_records((), per=per) == []
        assert written((), per) == ",".join(kz_upr.table_columns(per)) + "\r\n"


class TestRefused:
    def test_another_table(self) -> None:
        message = rf"^expected one of {', '.join(PERS)}; got 'country'$"
        per: Any = "country"
        for ask in (lambda: kz_upr.to_records((), per=per), lambda: kz_upr.table_columns(per)):
            with pytest.raises(ValueError, match=message):
                ask()
        with pytest.raises(ValueError, match=message):
            kz_upr.table_schema(per)

    @pytest.mark.parametrize(
        ("items", "per", "message"),
        [
            (HELD, "point", "expected items for a table per point, got Recommendation"),
            (SAID, "recommendation", "expected items for a table per recommendation, got Statement"),
            (SAID, "clause", "expected items for a table per clause, got Statement"),
            ((HELD[0], SAID[0]), None, "expected items for a table per recommendation, got Statement"),
            ((3,), None, "expected one of Recommendation, Statement, Discrepancy, Delegation, Review, got int"),
            ((HELD[0].clauses), None, "expected one of Recommendation, Statement, .*, got Clause"),
            ("KAZ-3", None, "expected one of Recommendation, Statement, .*, got str"),
        ],
    )
    def test_items_of_another_kind(self, items: Any, per: Any, message: str) -> None:
        with pytest.raises(TypeError, match=f"^{message}$"):
            kz_upr.to_records(items, per=per)


class TestCsv:
    @pytest.mark.parametrize("per", OF_RECOMMENDATIONS)
    @given(held=st.lists(recommendations(), max_size=4))
    def test_read_again_is_the_records(self, per: Per, held: list[Recommendation]) -> None:
        described = fields(per)
        again = list(csv.DictReader(io.StringIO(written(held, per), newline="")))
        assert again == [
            {name: self.cell(value, described[name]) for name, value in row.items()}
            for row in kz_upr.to_records(held, per=per)
        ]

    @pytest.mark.parametrize("per", PERS)
    def test_of_the_bundled_reviews(self, per: Per) -> None:
        """Reading with the schema gives the records; the items of a list do not contain its delimiter."""
        described = fields(per)
        again = list(csv.DictReader(io.StringIO(written(kz_upr.load_reviews(), per), newline="")))
        read = [{name: self.value(cell, described[name]) for name, cell in row.items()} for row in again]
        assert read == kz_upr.to_records(kz_upr.load_reviews(), per=per)

    @pytest.mark.parametrize("per", PERS)
    def test_no_cell_is_taken_for_a_missing_value(self, per: Per) -> None:
        """Programs that read CSV take these words, not only empty cells, as missing values."""
        missing = {"NA", "N/A", "n/a", "NaN", "nan", "null", "NULL", "None", "<NA>", "#N/A"}
        for row in csv.reader(io.StringIO(written(kz_upr.load_reviews(), per), newline="")):
            assert missing.isdisjoint(row)

    @staticmethod
    def cell(value: Any, field: dict[str, str]) -> str:
        if field["type"] == "list":
            return field["delimiter"].join(value)
        return "" if value is None else str(value)

    @staticmethod
    def value(cell: str, field: dict[str, str]) -> Any:
        if field["type"] == "list":
            return cell.split(field["delimiter"]) if cell else []
        if field["type"] == "string":
            return cell
        if not cell:
            return None
        return int(cell) if field["type"] == "integer" else datetime.date.fromisoformat(cell)

    def test_namibia_is_a_state_and_not_a_missing_value(self) -> None:
        """Its ISO2 code, NA, is read as a missing value by other programs; the tables have ISO3 codes."""
        (clause,) = HELD[0].clauses
        asked = evolve(HELD[0], clauses=(evolve(clause, states=(kz_upr.resolve_state("NA"),)),))
        (row,) = kz_upr.to_records([asked], per="state")
        assert (row["state"], row["states"], row["state_names"]) == ("NAM", ["NAM"], ["Namibia"])
        (read,) = csv.DictReader(io.StringIO(written([asked], "state"), newline=""))
        assert (read["state"], read["states"]) == ("NAM", "NAM")


class TestFormulas:
    """What a spreadsheet would run: OWASP's list of first characters, with those of full width and after spaces."""

    @staticmethod
    def cell(text: str, *, escape: bool = True) -> str:
        asked = evolve(HELD[0], official_text=text)
        out = io.StringIO(newline="")
        kz_upr.to_csv([asked], out, escape_formulas=escape)
        (row,) = csv.DictReader(io.StringIO(out.getvalue(), newline=""))
        return row["official_text"]

    @staticmethod
    def read_back(cell: str) -> str:
        """The rule of the documentation."""
        return re.sub(r"^'(?='*([\t\r\n]|\s*[=+\-@＝＋－＠]))", "", cell)

    @pytest.mark.parametrize(
        "text",
        [
            "=1+1",
            "+1",
            "-1",
            "@SUM(A1)",
            "\t=1",
            "\r=1",
            "\n=1",
            "\ttab",
            " =1",
            "＝1",
            "＋1",
            "－1",
            "＠1",
            "'=1",
            "''+",
        ],
    )
    def test_are_escaped_by_an_apostrophe(self, text: str) -> None:
        assert self.cell(text) == f"'{text}"
        assert self.cell(text, escape=False) == text

    @pytest.mark.parametrize("text", ["1+1", "a=1", "'Foreign agents' law", "(=1)", "'", " a", "−1", "– dash"])
    def test_other_texts_are_not_touched(self, text: str) -> None:
        assert self.cell(text) == text

    @given(text=st.text(alphabet="=+-@＝'\t\r\n a1", max_size=6))
    def test_can_be_read_back(self, text: str) -> None:
        assert self.read_back(self.cell(text)) == text

    def test_a_list_is_one_cell(self) -> None:
        """Its items are joined, and the cell begins with the first."""
        institutions = tuple(kz_upr.Institution(id=i, name=i, kind=kz_upr.InstitutionKind.OTHER) for i in ("=a", "=b"))
        out = io.StringIO(newline="")
        delegation = kz_upr.Delegation(institutions=institutions, stated_size=3)
        kz_upr.to_csv([delegation], out, escape_formulas=True)
        (row,) = csv.DictReader(io.StringIO(out.getvalue(), newline=""))
        assert row["institutions"] == "'=a; =b"
        assert row["stated_size"] == "3"

    def test_numbers_and_dates_are_not_touched(self) -> None:
        """A negative number is no formula; the model has none, so it is made up."""
        dated = evolve(REVIEW, date=datetime.date(2030, 1, 2), session=-3)
        out = io.StringIO(newline="")
        kz_upr.to_csv(dated, out, escape_formulas=True)
        (row,) = csv.DictReader(io.StringIO(out.getvalue(), newline=""))
        assert (row["date"], row["session"]) == ("2030-01-02", "-3")

    @pytest.mark.parametrize("per", PERS)
    def test_the_bundled_data_have_none(self, per: Per) -> None:
        out = io.StringIO(newline="")
        kz_upr.to_csv(kz_upr.load_reviews(), out, per=per, escape_formulas=True)
        assert out.getvalue() == written(kz_upr.load_reviews(), per)


class TestFile:
    HELD = kz_upr.load_review().recommendations

    def test_utf_8_with_a_header(self, tmp_path: Path) -> None:
        path = tmp_path / "out.csv"
        kz_upr.to_csv(self.HELD, path)
        content = path.read_bytes()
        assert content.startswith(b"id,review,state_under_review,cycle,year,number,")
        assert content.count(b"\r\n") == len(self.HELD) + 1
        assert content.decode("utf-8") == written(self.HELD)

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
        monkeypatch.setattr(csv, "writer", fail)
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
        with pytest.raises(ValueError, match=r"^expected one of recommendation, state, clause, .*; got 'country'$"):
            kz_upr.to_csv(self.HELD, tmp_path / "a.csv", per="country")  # type: ignore[arg-type]
        assert list(tmp_path.iterdir()) == []

    @pytest.mark.parametrize("name", ["a.csv.gz", "a.CSV.ZIP", "a.csv.zst"])
    def test_a_compressed_file_is_refused(self, tmp_path: Path, name: str) -> None:
        with pytest.raises(ValueError, match=r"^CSV is written uncompressed: "):
            kz_upr.to_csv(self.HELD, tmp_path / name)
        assert list(tmp_path.iterdir()) == []
