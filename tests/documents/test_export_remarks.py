"""What the records of an export show together: what a few of them lack, and what is wrong with a report."""

from pathlib import Path

import pytest

from kz_upr.documents import iter_uhri_export, read_uhri_export
from kz_upr.documents.export_records import Record
from kz_upr.documents.export_remarks import Lacks, Reports
from kz_upr.documents.told_reviews import ToldReview
from made_exports import HEADER, codes, lamps, paint, written
from made_pairs import FIJI, PERU, printed

from papers import workbook  # isort: skip

# What a few records lack


@pytest.mark.parametrize("key", ["AnnotationId", "Themes", "AffectedPersons", "Sdgs"])
@pytest.mark.parametrize("how", ["removed", None])
def test_what_a_few_records_lack(tmp_path: Path, key: str, how: str) -> None:
    records = paint(20)
    for record in records[4:6]:
        record[key] = None
        if how == "removed":
            del record[key]
    [warning] = read_uhri_export(written(tmp_path / "x.json", records)).warnings

    assert (warning.code, warning.place) == ("lost-value", "record 5")
    assert "record 5, record 6: no " in str(warning)


@pytest.mark.parametrize(("key", "expected"), [("AnnotationId", 1), ("Themes", 1), ("Sdgs", 0)])
def test_a_few_empty_lists(tmp_path: Path, key: str, expected: int) -> None:
    records = paint(20)
    records[4][key] = [] if key != "AnnotationId" else ""

    assert codes(written(tmp_path / "x.json", records)) == ["lost-value"] * expected


def test_what_many_records_lack_is_no_loss(tmp_path: Path) -> None:
    records = [record | {"Themes" if i % 3 else "Sdgs": None} for i, record in enumerate(paint(20))]

    assert codes(written(tmp_path / "x.json", records)) == []


def test_an_empty_cell_is_an_empty_list(tmp_path: Path) -> None:
    rows = lamps(20)
    rows[4][HEADER.index("Affected Persons")] = None

    assert codes(workbook(tmp_path / "x.xlsx", HEADER, rows)) == []
    rows[5][HEADER.index("OHCHR Annotation Id")] = None
    assert codes(workbook(tmp_path / "x.xlsx", HEADER, rows)) == ["lost-value"]


def lacks(count: int, *lacking: int, **values: object) -> list[str]:
    """What is told of so many records, some of which have other values."""
    made = Lacks()
    for item in range(1, count + 1):
        sound: dict[str, object] = {"id": f"{item:04}", "themes": ["Lamps"], "persons": [], "sdgs": []}
        made.add(Record(f"record {item}", {**sound, **values} if item in lacking else sound))
    return list(map(str, made.warnings()))


@pytest.mark.parametrize(("count", "few", "told"), [(10, 1, True), (9, 1, False), (20, 2, True), (19, 2, False)])
def test_a_few_are_one_in_ten(count: int, few: int, told: bool) -> None:
    named = ", ".join(f"record {item}" for item in range(1, few + 1))
    message = f"{named}: no themes, which the other records have"

    assert lacks(count, *range(1, few + 1), themes=None) == ([message] if told else [])


@pytest.mark.parametrize(("few", "more"), [(5, ""), (6, " and 1 more"), (9, " and 4 more")])
def test_five_of_those_that_lack_something_are_named(few: int, more: str) -> None:
    places = range(11, 11 + few)

    assert lacks(100, *places, id="") == [
        f"record 11, record 12, record 13, record 14, record 15{more}: no id, which the other records have"
    ]


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({"id": ""}, ["id"]),
        ({"id": None}, ["id"]),
        ({"themes": []}, ["themes"]),
        ({"persons": []}, []),
        ({"persons": None}, ["affected persons"]),
        ({"sdgs": ""}, []),
        ({"sdgs": None, "id": None}, ["id", "goals"]),
    ],
)
def test_what_may_be_lost(values: dict[str, object], told: list[str]) -> None:
    assert lacks(10, 3, **values) == [f"record 3: no {name}, which the other records have" for name in told]


def test_records_with_other_keys() -> None:
    """The names of all keys are looked at in every record of another form."""
    made = Lacks()
    keys = {"id": "Id", "themes": "Themes", "persons": "Persons", "sdgs": "Goals"}
    for item in range(1, 11):
        made.add(Record(f"record {item}", {"Id": "1", "Themes": "Lamps", "Persons": "", "Goals": ""}, keys))
    made.add(Record("record 11", {"Id": "1", "Themes": "Lamps"}, {"id": "Id", "themes": "Themes"}))

    assert list(map(str, made.warnings())) == [
        f"record 11: no {name}, which the other records have" for name in ("affected persons", "goals")
    ]


# Reports


@pytest.mark.parametrize("lost", range(9))
def test_a_record_that_is_lost(tmp_path: Path, lost: int) -> None:
    records = paint(10)
    del records[lost]
    file = written(tmp_path / "x.json", records)
    [warning] = read_uhri_export(file).warnings

    assert (warning.kind, warning.code, str(warning)) == (
        "inconsistency",
        "gap",
        f"A/HRC/43/21: no record has 9.{lost + 1}",
    )
    assert list(iter_uhri_export(file))[-1].warnings == (warning,)


def test_many_records_that_are_lost_are_one_warning(tmp_path: Path) -> None:
    records = [record for i, record in enumerate(paint(60), 1) if i % 3 and i not in (10, 11)]
    [warning] = read_uhri_export(written(tmp_path / "x.json", records)).warnings

    assert str(warning) == (
        "A/HRC/43/21: no record has 9.3, 9.6, 9.9 to 9.12, 9.15, 9.18, 9.21, 9.24, 9.27 and 10 others"
    )


@pytest.mark.parametrize("numbers", [(7,), (3, 9), (20, 30, 35, 50)])
def test_the_records_of_a_search_are_no_list_with_gaps(tmp_path: Path, numbers: tuple[int, ...]) -> None:
    records = [record for i, record in enumerate(paint(60), 1) if i in numbers]

    assert codes(written(tmp_path / "x.json", records)) == []


def test_the_last_record_of_a_report_with_another_symbol(tmp_path: Path) -> None:
    records = paint(12)
    records[11]["Symbol"] = "A/HRC/43/12"

    assert codes(written(tmp_path / "x.json", records)) == ["several-reports"]


def reports(*records: tuple[str, ToldReview, tuple[str, ...]]) -> Reports:
    """The records of an export, each by its symbol, its review and the numbers in it."""
    made = Reports()
    for place, (symbol, review, numbers) in enumerate(records, 1):
        made.add(symbol, review, [printed(number, PERU) for number in numbers], f"record {place}")
    return made


REVIEW = ToldReview(FIJI, 3, 34)


def without(lost: int, last: int) -> str:
    """The items 1 to 4 of the paragraphs 9 to ``last`` without the one that is lost."""
    return " ".join(f"{paragraph}.{item}" for paragraph in range(9, last + 1) for item in range(1, 5) if item != lost)


@pytest.mark.parametrize(
    ("numbers", "missing"),
    [
        ("9.2", None),
        ("9.1", None),
        ("9.0", None),
        ("9.2 9.4", None),
        ("9.2 9.4 9.5", "9.1, 9.3"),  # most are found
        ("9.1 9.2 9.8", None),
        ("9.1 9.2 9.3 9.9 9.10", "9.4 to 9.8"),  # they follow each other
        ("9.1 9.2 9.9 9.10", "9.3 to 9.8"),
        ("9.1 9.3 10.1 10.2 11.2", "9.2, 11.1"),
        ("11.2 10.1 10.2 9.3 9.1", "9.2, 11.1"),
        (without(3, 16), ", ".join(f"{paragraph}.3" for paragraph in range(9, 17))),
        (without(3, 17), ", ".join(f"{paragraph}.3" for paragraph in range(9, 17)) + " and 1 others"),
    ],
)
def test_numbers_that_no_record_has(numbers: str, missing: str | None) -> None:
    found = [str(warning) for warning in reports(("A/HRC/99/1", REVIEW, tuple(numbers.split()))).contradictions()]

    assert found == ([] if missing is None else [f"A/HRC/99/1: no record has {missing}"])


@pytest.mark.parametrize(
    ("numbers", "said"),
    [
        ("9.1 9.1 9.2", "9.1"),
        ("9.1 9.1 9.1 10.3 10.3", "9.1, 10.3"),
        ("9.1 9.2 9.3 9.1 9.2 9.5 9.5", "9.1 to 9.2, 9.5"),
        ("9.1 9.2", None),
    ],
)
@pytest.mark.parametrize("symbol", ["A/HRC/99/1", ""])
def test_numbers_that_several_records_have(numbers: str, said: str | None, symbol: str) -> None:
    made = reports(*((symbol, REVIEW, (number,)) for number in numbers.split()))
    place = symbol or "the file"

    assert [(str(warning), warning.place) for warning in made.repetitions()] == (
        [(f"{place}: several records have {said}", place)] if said else []
    )


@pytest.mark.parametrize(("many", "few", "told"), [(11, 1, True), (10, 1, False), (21, 2, True), (20, 2, False)])
@pytest.mark.parametrize("stray", ["A/HRC/43/12", ""])
def test_a_few_records_of_a_review_have_another_symbol(many: int, few: int, told: bool, stray: str) -> None:
    records = [("A/HRC/43/21", REVIEW, (f"9.{item}",)) for item in range(1, many + 1)]
    records += [(stray, REVIEW, (f"9.{item}",)) for item in range(1, few + 1)]
    named = f"A/HRC/43/21 ({many} records), {stray or 'none'} ({few} records)"

    assert [str(warning) for warning in reports(*records).contradictions()] == (
        [f"FJI-3: its records belong to 2 documents: {named}"] if told else []
    )


def test_records_of_a_report_and_its_addendum_are_of_one_document() -> None:
    records = [("A/HRC/43/21", REVIEW, (f"9.{item}",)) for item in range(1, 21)]

    assert list(reports(*records, ("A/HRC/43/21/Add.1", REVIEW, ("9.1",))).contradictions()) == []


@pytest.mark.parametrize("review", [ToldReview(None, 3), ToldReview(FIJI, None)])
def test_records_that_do_not_tell_their_review_have_no_other_symbol(review: ToldReview) -> None:
    records = [("A/HRC/43/21", review, (f"9.{item}",)) for item in range(1, 21)]

    assert list(reports(*records, ("A/HRC/43/12", review, ("9.1",))).contradictions()) == []


def test_of_many_other_symbols_eight_are_named() -> None:
    records = [(f"A/HRC/43/{document}", REVIEW, ("9.1",)) for document in range(1, 10)]
    records += [("A/HRC/43/21", REVIEW, (f"9.{item}",)) for item in range(1, 12)]
    [warning] = reports(*records).contradictions()

    assert str(warning) == "FJI-3: its records belong to 10 documents: A/HRC/43/21 (11 records), " + ", ".join(
        f"A/HRC/43/{document} (1 records)" for document in range(1, 8)
    )


@pytest.mark.parametrize("symbol", ["A/HRC/43/21", ""])
def test_the_records_of_a_report_that_name_several_reviews(symbol: str) -> None:
    reviews = [ToldReview(), REVIEW, REVIEW, ToldReview(PERU), ToldReview(None, 2), REVIEW, ToldReview()]
    [warning] = reports(*((symbol, review, ()) for review in reviews)).contradictions()
    place = symbol or "the file"

    assert (warning.code, warning.place) == ("several-reviews", place)
    assert str(warning) == (
        f"{place}: its records disagree on the review: "
        "Fiji, cycle 3, session 34 (3 records, the first is record 2); nothing (2 records, the first is record 1); "
        "Peru (1 records, the first is record 4); cycle 2 (1 records, the first is record 5)"
    )


def test_of_many_reviews_of_a_report_eight_are_named() -> None:
    records = [("A/HRC/43/21", ToldReview(None, cycle), ()) for cycle in range(1, 11)]
    [warning] = reports(*records).contradictions()

    assert str(warning).count("the first is") == 8
    assert "cycle 8" in str(warning)
    assert "cycle 9" not in str(warning)
