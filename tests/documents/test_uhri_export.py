"""Exports of the Universal Human Rights Index: real records, and made-up files with every oddity."""

import json
import pickle
import tracemalloc
from pathlib import Path
from typing import Any

import pytest

from kz_upr import resolve_state
from kz_upr.documents import DocumentError, iter_uhri_export, read_uhri_export
from made_exports import HEADER, Row, codes, lamps, paint, record, row, whole, written

from papers import workbook  # isort: skip


def test_real_records(shared: Path) -> None:
    reading = read_uhri_export(shared / "sources" / "cycle-3" / "uhri_A-HRC-43-10_records.json", symbol="A/HRC/43/10")

    assert [(r.number, [state.iso3 for state in r.states]) for r in reading.recommendations] == [
        ("139.124", ["FRA"]),
        ("139.161", ["ISL"]),
    ]
    assert reading.symbol == "A/HRC/43/10"
    assert all(
        r.positions == () for r in reading.recommendations
    )  # they give codes, whose meaning the file does not tell


@pytest.mark.parametrize("language", ["en", "fr", "es", "ru", "ar", "zh"])
def test_real_wording_in_every_language(shared: Path, tmp_path: Path, language: str) -> None:
    file = shared / "sources" / "cycle-3" / "uhri_A-HRC-43-10_records.json"
    records = json.loads(file.read_text(encoding="utf-8"))["records"]
    made = [
        record(r[language], Symbol=r["symbol"], Countries=["Kazakhstan"], UprRecommendingStates="") for r in records
    ]
    reading = read_uhri_export(written(tmp_path / "x.json", made))

    assert [(r.id, [state.iso3 for state in r.states]) for r in reading.recommendations] == [
        ("KAZ-3-139.124", ["FRA"]),
        ("KAZ-3-139.161", ["ISL"]),
    ]
    wording = [str(r.official_text) for r in reading.recommendations]
    assert not any("&nbsp;" in text or "139" in text for text in wording)
    assert reading.warnings == ()


def test_a_workbook(tmp_path: Path) -> None:
    file = workbook(
        tmp_path / "export.xlsx",
        HEADER,
        [row("9.2 Light it (Togo);", **{"UPR Reccomending States": "- Togo"}), row("9.1 Paint&nbsp;it (Peru);")],
    )
    reading = read_uhri_export(file)

    assert [r.id for r in reading.recommendations] == ["FJI-3-9.1", "FJI-3-9.2"]
    assert reading.recommendations[0].official_text == "Paint it (Peru);"
    assert [(tag.kind, tag.code, tag.label) for tag in reading.recommendations[0].tags] == [
        ("theme", None, "Harbours - general measures"),
        ("theme", None, "Lamps"),
        ("affected persons", None, "Sailors"),
        ("SDG", "14.2", "Sea"),
        ("SDG", "16", "PEACE"),
    ]
    assert reading.state is not None
    assert (reading.state.iso3, reading.cycle, reading.session, reading.symbol) == ("FJI", 3, 34, "A/HRC/99/1")
    assert reading.recommendations[0].positions[0].stage == "list"
    assert reading.warnings == ()


@pytest.mark.parametrize("wrapped", [False, True])
def test_json_and_workbook_say_the_same(tmp_path: Path, wrapped: bool) -> None:
    records = [record("9.1 Paint it (Peru);"), record("9.2 Light it (Togo);", UprRecommendingStates="Togo")]
    value = {"note": "lamps", "numbers": [1, 2], "nested": {"a": []}, "records": records} if wrapped else records
    reading = read_uhri_export(written(tmp_path / "x.json", value))

    assert [(r.id, r.official_text, r.position) for r in reading.recommendations] == [
        ("FJI-3-9.1", "Paint it (Peru);", "supported"),
        ("FJI-3-9.2", "Light it (Togo);", "supported"),
    ]


@pytest.mark.parametrize("kind", ["json", "xlsx"])
def test_one_document_of_many(tmp_path: Path, kind: str) -> None:
    if kind == "json":
        records = [record(f"9.{i} Paint it (Peru);", Symbol=f"A/HRC/99/{i}") for i in range(1, 20)]
        file = written(tmp_path / "x.json", records)
    else:
        rows = [row(f"9.{i} Paint it (Peru);", **{"Document Symbol": f"A/HRC/99/{i}"}) for i in range(1, 20)]
        file = workbook(tmp_path / "x.xlsx", HEADER, rows)

    reading = read_uhri_export(file, symbol="a/hrc/99/7")
    assert [(r.number, reading.symbol) for r in reading.recommendations] == [("9.7", "A/HRC/99/7")]
    assert read_uhri_export(file).symbol is None
    with pytest.raises(DocumentError, match="A/HRC/98/1"):
        read_uhri_export(file, symbol="A/HRC/98/1")


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"Text": "Paint it (Peru);"}, "no number"),
        ({"UprPosition": "Concerns/Observations"}, "unrecognized position 'Concerns/Observations'"),
        ({"UprPosition": "277ced3b-743d-465c-ae4a-135b32a7fe85"}, "unrecognized position"),
        ({"Countries": ["Ruritania"]}, "Ruritania"),
        ({"Countries": ["Uzbekistan - Czechia"]}, "several States"),
        ({"UprRecommendingStates": "- Togo"}, "the column TGO"),
        ({"Text": "9.2 Paint it;", "UprRecommendingStates": ""}, "names no State"),
    ],
)
def test_oddities_are_told(tmp_path: Path, changes: dict[str, Any], told: str) -> None:
    file = written(tmp_path / "x.json", [record("9.1 Paint it (Peru);"), record("9.2 Light it (Peru);") | changes])

    assert told in " | ".join(map(str, read_uhri_export(file).warnings))


def test_a_record_that_stands_twice_is_taken_once(tmp_path: Path) -> None:
    reading = read_uhri_export(
        written(tmp_path / "x.json", [record("9.1 Paint it (Peru);"), record("9.1 Paint it (Peru);")])
    )

    assert len(reading.recommendations) == 1
    assert any("2 records" in str(warning) for warning in reading.warnings)


@pytest.mark.parametrize(
    "printed",
    [
        "9.21 Paint (Peru)",
        "9-21 Paint (Peru)",
        "9 - 21 Paint (Peru)",
        "\n 9.21. Paint (Peru)",
        "Recommendation No. 4, para. 9: 21 Paint (Peru)",
    ],
)
def test_forms_of_the_number(tmp_path: Path, printed: str) -> None:
    assert read_uhri_export(written(tmp_path / "x.json", [record(printed)])).recommendations[0].number == "9.21"


@pytest.mark.parametrize("changes", [{"UprPositions": []}, {"UprPositions": None}, {"UprPositions": ["Lamps"]}])
def test_a_file_without_any_position_is_told(tmp_path: Path, changes: Row) -> None:
    file = written(tmp_path / "x.json", [whole(f"9.{i} Paint it (Peru);", **changes) for i in (1, 2)])

    assert read_uhri_export(file).warnings[-1].code == "no-position"
    assert [reading.warnings[-1].code for reading in iter_uhri_export(file) if not reading.recommendations] == [
        "no-position"
    ]


def test_the_ids_of_the_records_are_kept(tmp_path: Path) -> None:
    ids = ("00aa", "00bb", "00cc")
    texts = ("9.1 Paint it (Peru);", "9.2 Light it (Peru);", "9.1 Paint it (Peru);")
    records = [whole(text, AnnotationId=id) for text, id in zip(texts, ids, strict=True)]
    reading = read_uhri_export(written(tmp_path / "x.json", records))

    assert dict(reading.annotations) == {"FJI-3-9.1": ("00aa", "00cc"), "FJI-3-9.2": ("00bb",)}
    assert isinstance(hash(reading), int)
    assert pickle.loads(pickle.dumps(reading)) == reading  # noqa: S301


@pytest.mark.parametrize("between", [" ", "\n", "", " and "])
def test_two_recommendations_in_one_record(tmp_path: Path, between: str) -> None:
    text = f"9.1 Paint it (Peru);{between}9.2 Light it (Togo);"
    made = whole(text, UprRecommendingCountry=["Peru", "Togo"])
    reading = read_uhri_export(written(tmp_path / "x.json", [made]))

    assert [(r.number, r.official_text, [state.iso3 for state in r.states]) for r in reading.recommendations] == [
        ("9.1", "Paint it (Peru);", ["PER"]),
        ("9.2", "Light it (Togo);", ["TGO"]),
    ]
    assert reading.warnings == ()


@pytest.mark.parametrize(
    ("printed", "wording"),
    [
        ("Keep &lt;5 boats and &gt;3 lamps (Peru);", "Keep <5 boats and >3 lamps (Peru);"),
        ("Keep <5 boats and >3 lamps (Peru);", "Keep <5 boats and >3 lamps (Peru);"),
        ("<p class='a'>Paint&nbsp;it<br/>(Peru);</p>", "Paint it (Peru);"),
        ("Paint it &amp;amp; light it (Peru);", "Paint it & light it (Peru);"),
    ],
)
def test_only_tags_are_markup(tmp_path: Path, printed: str, wording: str) -> None:
    reading = read_uhri_export(written(tmp_path / "x.json", [whole(f"9.1 {printed}")]))

    assert reading.recommendations[0].official_text == wording


def test_the_records_one_by_one(tmp_path: Path) -> None:
    records = [
        whole("9.2 Paint it (Peru);", AnnotationId="00aa"),
        whole("Light it (Peru);"),
        whole("9.1 Widen it (Ruritania);", Symbol="A/HRC/99/2"),
    ]
    file = written(tmp_path / "x.json", records)
    found = list(iter_uhri_export(file))

    assert [reading.numbers for reading in found] == [("9.2",), (), ("9.1",)]
    assert [reading.symbol for reading in found] == ["A/HRC/99/1", "A/HRC/99/1", "A/HRC/99/2"]
    assert [len(reading.warnings) > 0 for reading in found] == [False, True, False]
    assert dict(found[0].annotations) == {"FJI-3-9.2": ("00aa",)}
    assert sorted(r.id for reading in found for r in reading.recommendations) == sorted(
        r.id for r in read_uhri_export(file).recommendations
    )
    assert [reading.numbers for reading in iter_uhri_export(file, symbol="A/HRC/99/2")] == [("9.1",)]


def test_what_can_be_read_before_the_damage_is_given_first(tmp_path: Path) -> None:
    file = tmp_path / "x.json"
    file.write_text(f"[{json.dumps(whole('9.1 Paint it (Peru);'))}, {{", encoding="utf-8")
    found = iter_uhri_export(file)

    assert next(found).numbers == ("9.1",)
    with pytest.raises(DocumentError, match="cut off"):
        next(found)
    with pytest.raises(DocumentError, match="cannot be opened"):
        iter_uhri_export(tmp_path / "none.json")


def test_memory_does_not_grow_with_the_file(tmp_path: Path) -> None:
    def peak(count: int) -> int:
        file = written(tmp_path / "x.json", [whole(f"9.{i + 1} Paint it (Peru);") for i in range(count)])
        tracemalloc.start()
        assert sum(len(reading.recommendations) for reading in iter_uhri_export(file)) == count
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return most

    peak(5)  # what is read once and kept
    assert peak(1600) < peak(500) + 300_000


@pytest.mark.parametrize(
    ("place", "changes", "expected"),
    [
        (4, {"Text": "9.7 Paint boat 5 (Peru);"}, ["repeated-number", "gap"]),
        (9, {"Text": "19.10 Paint boat 10 (Peru);"}, ["gap"]),
        (4, {"UprPositions": []}, ["no-position"]),
        (4, {"UprPositions": None}, ["no-position"]),
        (4, {"UprPositions": ""}, ["no-position"]),
        (4, {"Countries": []}, ["no-country", "several-reviews"]),
        (4, {"Countries": ["Peru"]}, ["several-reviews"]),
        (4, {"UprSession": ["33"]}, ["several-reviews"]),
        (4, {"UprSession": ["24"], "UprCycle": "Second cycle"}, ["other-cycle", "several-reviews"]),
        (4, {"UprSession": []}, ["several-reviews"]),
        (4, {"Symbol": ""}, ["no-symbol", "gap"]),
        (4, {"Symbol": "A/HRC/43/12"}, ["gap"]),
        (4, {"Body": "UPS"}, ["other-body", "gap"]),
        (4, {"Body": "", "Symbol": ""}, ["no-symbol", "gap"]),
        (4, {"Text": ""}, ["no-number", "gap"]),
        (4, {"UprRecommendingCountry": ["Togo"]}, ["other-states"]),
    ],
)
def test_a_value_that_is_lost_or_altered(tmp_path: Path, place: int, changes: Row, expected: list[str]) -> None:
    records = paint(10)
    records[place] |= changes

    assert codes(written(tmp_path / "x.json", records)) == expected


@pytest.mark.parametrize("key", ["Text", "Symbol", "Countries", "UprPositions"])
def test_a_key_that_one_record_lacks(tmp_path: Path, key: str) -> None:
    records = paint(10)
    del records[4][key]
    reading = read_uhri_export(written(tmp_path / "x.json", records))

    assert reading.warnings != ()
    assert reading.warnings[0].place in ("record 5", "0005, 9.5")


@pytest.mark.parametrize(("key", "code"), [("Countries", "no-country"), ("Symbol", "no-symbol")])
def test_what_no_record_has_is_told_once(tmp_path: Path, key: str, code: str) -> None:
    reading = read_uhri_export(written(tmp_path / "x.json", paint(10, **{key: ""})))

    assert [(warning.code, warning.place) for warning in reading.warnings] == [(code, "the file")]


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({}, "which are identical"),
        ({"UprPositions": ["Noted"]}, "they differ in their position"),
        ({"Text": "9.2 Light it (Peru);"}, "they differ in their wording"),
        ({"Text": "9.2 Light it (Peru, Togo);", "UprRecommendingCountry": ["Peru", "Togo"]}, "wording and States"),
    ],
)
def test_two_records_with_the_same_number(tmp_path: Path, changes: Row, said: str) -> None:
    records = paint(3)
    file = written(tmp_path / "x.json", [*records, records[1] | {"AnnotationId": "0099"} | changes])
    reading = read_uhri_export(file)
    [warning] = reading.warnings

    assert reading.recommendations[1].official_text == "Paint boat 2 (Peru);"
    assert str(warning).startswith("FJI-3-9.2: 2 records (record 0002, record 0099)")
    assert said in str(warning)
    assert [each.code for each in list(iter_uhri_export(file))[-1].warnings] == ["repeated-number"]


def test_a_number_in_the_middle_of_a_text_is_no_old_number(tmp_path: Path) -> None:
    made = whole("9.1 Carry out recommendation No. 4, para. 9: 21 of the Keeper (Peru);")
    [recommendation] = read_uhri_export(written(tmp_path / "x.json", [made])).recommendations

    assert recommendation.official_text == "Carry out recommendation No. 4, para. 9: 21 of the Keeper (Peru);"


@pytest.mark.parametrize(
    ("symbol", "id", "title"),
    [
        (None, "uhri-export", "Universal Human Rights Index, export"),
        ("A/HRC/99/1", "uhri-export-a-hrc-99-1", "Universal Human Rights Index, export: A/HRC/99/1"),
    ],
)
def test_the_source_of_a_part_is_not_that_of_the_whole(tmp_path: Path, symbol: str | None, id: str, title: str) -> None:
    file = tmp_path / "export.json"
    file.write_text(json.dumps([record("9.1 Paint it (Peru);")]), encoding="utf-8")

    source = read_uhri_export(file, symbol=symbol).source

    assert (source.id, source.title) == (id, title)


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"Body": "CEDAW", "Symbol": ""}, []),
        ({"Body": "CEDAW", "Symbol": "", "UprPositions": []}, []),
        ({"Body": "", "Symbol": ""}, ["record 2: it lacks the symbol of its document"]),
        ({"Body": "", "Symbol": "", "Text": "Light it (Peru);"}, []),
        ({"Body": "", "AnnotationType": "Concerns"}, []),
        ({"Body": "CEDAW"}, ["record 2: it has a position, but its mechanism is 'CEDAW'; it is left out"]),
        (
            {"Body": "CEDAW" * 13},
            [f"record 2: it has a position, but its mechanism is {'CEDAW' * 12!r}; it is left out"],
        ),
        ({"Body": "CEDAW", "UprPositions": []}, []),
        ({"Body": "CEDAW", "AnnotationType": "Concerns/Observations"}, []),
        ({"Body": "CEDAW", "Symbol": "CEDAW/C/FJI/CO/1"}, []),  # a document of another mechanism
    ],
)
def test_records_that_may_be_of_the_review(tmp_path: Path, changes: Row, told: list[str]) -> None:
    records = [whole("9.1 Paint it (Peru);"), whole("9.2 Light it (Peru);", **changes)]
    reading = read_uhri_export(written(tmp_path / "x.json", records))

    assert (reading.numbers, list(map(str, reading.warnings))) == (("9.1",), told)


def test_a_record_without_a_symbol_in_a_part_of_the_index(tmp_path: Path) -> None:
    changes: list[Row] = [{}, {"Symbol": ""}, {"Symbol": "A/HRC/99/2"}, {"Symbol": "Lamps"}]
    records = [whole(f"9.{item} Paint it (Peru);", **each) for item, each in enumerate(changes, 1)]
    reading = read_uhri_export(written(tmp_path / "x.json", records), symbol="A/HRC/99/1")

    assert reading.numbers == ("9.1",)
    assert [(warning.code, warning.place) for warning in reading.warnings] == [
        ("no-symbol", "record 2"),
        ("no-symbol", "record 4"),
    ]


@pytest.mark.parametrize(("count", "place"), [(1, ["record 1"]), (2, ["the file"]), (3, ["the file"])])
def test_one_warning_for_what_no_record_of_several_has(tmp_path: Path, count: int, place: list[str]) -> None:
    reading = read_uhri_export(written(tmp_path / "x.json", paint(count, Countries="")))

    assert [warning.place for warning in reading.warnings] == place


def test_recommendations_are_in_the_order_of_documents_and_numbers(tmp_path: Path) -> None:
    places = [("A/HRC/99/2", "9.1"), ("A/HRC/99/1", "9.10"), ("A/HRC/99/1", "9.2"), ("A/HRC/99/2", "8.3")]
    records = [whole(f"{number} Paint it (Peru);", Symbol=symbol) for symbol, number in places]

    assert read_uhri_export(written(tmp_path / "x.json", records)).numbers == ("9.2", "9.10", "8.3", "9.1")


def test_the_ids_without_a_review(tmp_path: Path) -> None:
    records = [
        whole("9.1 Paint it (Peru);", Countries=""),
        whole("9.2 Paint it (Peru);", Symbol="", Countries=""),
        whole("9.3 Paint it (Peru);", Symbol="A/HRC/99/2", UprSession="", UprCycle=""),
    ]
    reading = read_uhri_export(written(tmp_path / "x.json", records))

    assert sorted(r.id for r in reading.recommendations) == ["a-hrc-99-1-9.1", "a-hrc-99-2-9.3", "uhri-export-9.2"]
    assert (reading.state, reading.cycle, reading.session, reading.symbol) == (resolve_state("Fiji"), 3, 34, None)


@pytest.mark.parametrize(("count", "named"), [(5, 5), (6, 5)])
def test_five_records_with_the_same_number_are_named(tmp_path: Path, count: int, named: int) -> None:
    records = [whole("9.1 Paint it (Peru);", AnnotationId=f"0{item}") for item in range(1, count + 1)]
    [warning] = read_uhri_export(written(tmp_path / "x.json", records)).warnings
    ids = ", ".join(f"record 0{item}" for item in range(1, named + 1))

    assert str(warning) == f"FJI-3-9.1: {count} records ({ids}), which are identical; the first is taken"


def test_records_without_ids(tmp_path: Path) -> None:
    records = [
        whole("9.1 Paint it (Peru);", AnnotationId=""),
        whole("9.1 Paint it (Peru);", Themes=[], AnnotationId=""),
    ]
    reading = read_uhri_export(written(tmp_path / "x.json", records))

    assert dict(reading.annotations) == {}
    assert "FJI-3-9.1: 2 records; they differ in their labels; the first is taken" in map(str, reading.warnings)


def test_a_number_that_may_begin_another_recommendation(tmp_path: Path) -> None:
    text = "9.1 Paint it, as 9.7 says (Peru); 9.2 Light it (Togo);"
    made = whole(text, UprRecommendingCountry=["Peru", "Togo"])
    reading = read_uhri_export(written(tmp_path / "x.json", [made]))

    assert reading.numbers == ("9.1", "9.2")
    assert [warning.place for warning in reading.warnings] == ["0a, 9.1"]


def test_a_wording_in_other_scripts(tmp_path: Path) -> None:
    made = whole("9.1  Peindre\n la clôture (Pérou) ; تلوين ؛ 粉刷 ；", UprRecommendingCountry="Peru")
    [recommendation] = read_uhri_export(written(tmp_path / "x.json", [made])).recommendations

    assert recommendation.official_text == "Peindre la clôture (Pérou); تلوين؛ 粉刷；"


def test_a_record_without_a_number_shows_the_beginning_of_its_text(tmp_path: Path) -> None:
    records = [whole("9.1 Paint it (Peru);"), whole("Light  the\n lamps" + "s" * 60)]
    reading = read_uhri_export(written(tmp_path / "x.json", records))

    assert [str(warning) for warning in reading.warnings] == [
        f"record 2: no number in {'Light the lamps' + 's' * 45!r}"
    ]


def test_what_is_wrong_with_a_record_of_another_mechanism(tmp_path: Path) -> None:
    rows = lamps(2)
    rows[1][HEADER.index("Reccomending Body")] = "CEDAW"
    rows[1][HEADER.index("Document Symbol")] = "CEDAW/C/FJI/CO/1"
    rows[1].append("lamps")
    reading = read_uhri_export(workbook(tmp_path / "x.xlsx", HEADER, rows))

    assert reading.numbers == ("9.1",)
    assert [(warning.code, warning.place) for warning in reading.warnings] == [("other-cells", "row 3")]
