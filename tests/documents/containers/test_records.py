"""JSON records: what the whole file gives, one by one, and what is refused."""

import json
import tracemalloc
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, strategies as st

from kz_upr.documents import DocumentError, read_uhri_export
from kz_upr.documents.containers.records import DoubledKeys, json_lists

from refusals import refused  # isort: skip

#: A record as JSON has it.
Row = dict[str, Any]


def written(tmp_path: Path, content: str | bytes) -> Path:
    file = tmp_path / "x.json"
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return file


def records(tmp_path: Path, content: str | bytes) -> list[Row]:
    return [each for objects in json_lists(written(tmp_path, content)) for each in objects]


def record(text: str, symbol: str) -> Row:
    return {"Text": text, "Symbol": symbol, "Body": "UPR", "Themes": ["- Harbours"], "UprPosition": "Supported"}


@pytest.mark.parametrize(
    ("content", "found"),
    [
        ('[{"a": 1}, {"b": [1, {"c": null}]}]', [{"a": 1}, {"b": [1, {"c": None}]}]),
        ('{"note": "[{", "numbers": [1, 2], "nested": {"a": [{"b": 1}]}, "rows": [{"c": 1}]}',
         [{"b": 1}, {"c": 1}]),
        ('{"rows": [{"a": 1}], "more": [{"b": 2}], "rest": {"c": [1]}}', [{"a": 1}, {"b": 2}]),
        ('{"note": {"a": {"rows": [{"b": 1}]}}, "more": []}', [{"b": 1}]),
        ('{"none": [], "empty": {}, "lists": [[{"a": 1}]], "rows": [{"c": 1}]}', [{"c": 1}]),
        ("[]", []),
        (b"\xef\xbb\xbf \r\n[ {} ]\n", [{}]),
        ('[{"a": 1.5, "b": 1e3, "c": -0, "d": 123456789012345678901234567890, "e": true}]',
         [{"a": 1.5, "b": 1000.0, "c": 0, "d": 123456789012345678901234567890, "e": True}]),
        ('[{"a": "\\ud83d\\ude00 \\" \\\\ \\n é"}]', [{"a": "\N{GRINNING FACE} \" \\ \n é"}]),
    ],
)  # fmt: skip
def test_the_objects_of_every_list(tmp_path: Path, content: str | bytes, found: list[Row]) -> None:
    assert records(tmp_path, content) == found


def test_numbers_are_of_the_kinds_that_json_gives(tmp_path: Path) -> None:
    [found] = records(tmp_path, '[{"a": 1.5, "b": 2}]')

    assert (type(found["a"]), type(found["b"])) == (float, int)


def test_nan_is_null_and_text_stays(tmp_path: Path) -> None:
    made = {
        "a": float("nan"),
        "b": [float("nan"), 1],
        "c": "NaN, NaN",
        "\\": '"NaN\\',
        "d": '\\"',
        "NaN": "x",
        "e": float("nan"),
    }
    [found] = records(tmp_path, json.dumps([made]))

    assert found == made | {"a": None, "b": [None, 1], "e": None}


def test_wherever_a_piece_of_the_file_ends(tmp_path: Path) -> None:
    """The file is read in pieces of some power of two; every character of the text stands at the end of one once."""
    value = {"b": float("nan"), "c": '\\" é', "d": 12345}
    for size in (1 << 16, 1 << 17):
        for length in range(size - 90, size + 1):
            content = json.dumps({"a": "a" * length, "n": 123, "rows": [value]}, ensure_ascii=False)

            assert records(tmp_path, content) == [value | {"b": None}]


# Refused


@pytest.mark.parametrize(
    "text",
    [
        "", "[", "[{", '[{"Text": "a"', '[{"Text": "a"},', '{"a": 1}', "[1]", "nonsense", "[[[", '{"records": []}',
        '[{"Text": ' + "[" * 100_000 + "]" * 100_000 + "}]", '[{"Text": "' + "a" * 20_000_000,
    ],
    ids=range(12),
)  # fmt: skip
def test_damaged_json(tmp_path: Path, text: str) -> None:
    with pytest.raises(DocumentError, match=r"x\.json: "):
        read_uhri_export(written(tmp_path, text))


@given(
    st.lists(st.dictionaries(st.text(max_size=5), st.one_of(st.text(), st.integers(), st.none(), st.lists(st.text()))))
)
def test_a_stream_gives_what_the_whole_file_gives(tmp_path_factory: pytest.TempPathFactory, objects: list[Row]) -> None:
    file = tmp_path_factory.mktemp("json") / "x.json"
    file.write_text(json.dumps([{"a": 1}, *objects], indent=1), encoding="utf-8")

    assert [list(each) for each in json_lists(file)] == [[{"a": 1}, *objects]]


def test_memory_does_not_grow_with_the_file(tmp_path: Path) -> None:
    def peak(count: int) -> int:
        file = tmp_path / "x.json"
        with file.open("w", encoding="utf-8") as out:
            out.write("[")
            for index in range(count):
                out.write(json.dumps(record(f"9.{index} " + "Paint it " * 100, f"A/HRC/98/{index % 200}")) + ",")
            out.write(json.dumps(record("9.1 Paint it (Peru);", "A/HRC/99/1")) + "]")
        tracemalloc.start()
        assert len(read_uhri_export(file, symbol="A/HRC/99/1").recommendations) == 1
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return most

    peak(5)  # what is read once and kept
    assert peak(16_000) < 1.5 * peak(2_000)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ('[{"Text": "a", "Symbol": "b"}, 2]', "expected a record"),
        ('[{"a" 1}]', "damaged"),
        ('{"a" [{"b": 1}]}', "expected a colon"),
        ('{"a": 1, "b": [1, 2]}', "no list of records"),
        (b'[{"Text": "\xff\xfe"}]', "UTF-8"),
        (b'[{"a": "\xed\xa0\x80"}]', "UTF-8"),
        (b'[{"a": "\xc3', "UTF-8"),
        ('[{"a": ' + '{"a": ' * 200 + "1" + "}" * 200 + "}]", "nested"),
        ('{"a": ' + "[" * 200 + "]" * 200 + ', "rows": [{}]}', "nested"),
        ('[{"a": ' + "9" * 5000 + "}]", "damaged"),
        ('[{"a": "' + "a" * 5_000_000 + '"}]', "over 4,000,000 characters"),
        ('[{"a": [' + ('"' + "a" * 1000 + '",') * 5000 + "1]}]", "over 4,000,000 characters"),
        ('[{"a": "' + "\\\\" * 3_000_000, "over 4,000,000 characters"),
    ],
)
def test_what_is_refused(tmp_path: Path, content: str | bytes, reason: str) -> None:
    assert reason in refused(written(tmp_path, content))


def test_brackets_without_end(tmp_path: Path) -> None:
    for bracket in ("[", '{"a":'):
        assert "nested" in refused(written(tmp_path, '[{"Text": ' + bracket * 1_000_000), megabytes=10)


def test_members_without_end_before_the_records(tmp_path: Path) -> None:
    members = "".join(f'"a{number}": [1], ' for number in range(200_000))

    assert records(tmp_path, "{" + members + '"rows": [{"a": 1}]}') == [{"a": 1}]


def nested(depth: int, *, lists: bool = False) -> str:
    """An object that holds others down to such a depth; or lists, and an object in the deepest."""
    return "[" * depth + "]" * depth if lists else '{"a": ' * depth + "1" + "}" * depth


@pytest.mark.parametrize(
    ("content", "deep"),
    [
        (f"[{nested(100)}]", False),
        (f"[{nested(101)}]", True),
        (f'[{{"a": {nested(98, lists=True).replace("[]", "[{}]", 1)}}}]', False),
        (f'[{{"a": {nested(100, lists=True).replace("[]", "[{}]", 1)}}}]', True),
        (f'[{{"a": {nested(100, lists=True)}}}]', False),
        (f'{{"a": [1, {nested(100, lists=True)}], "b": [{{}}]}}', False),
        (f'{{"a": [1, {nested(101, lists=True)}], "b": [{{}}]}}', True),
        ('{"a": ' * 99 + '{"b": [{}]}' + "}" * 99, False),
        ('{"a": ' * 100 + '{"b": [{}]}' + "}" * 100, True),
    ],
)
def test_how_deep_values_may_be_nested(tmp_path: Path, content: str, deep: bool) -> None:
    """A hundred levels of lists and objects; lists alone, in a record, may go deeper."""
    if deep:
        assert "values are nested over 100 deep" in refused(written(tmp_path, content))
    else:
        assert len(records(tmp_path, content)) == 1


@pytest.mark.parametrize(
    ("length", "told"), [(4_000_000, "it is cut off or damaged"), (4_000_001, "over 4,000,000 characters")]
)
def test_the_longest_record(tmp_path: Path, length: int, told: str) -> None:
    """What is damaged is read on for so long."""
    start = '{"a": "'

    assert told in refused(written(tmp_path, "[" + start + "a" * (length - len(start))))


def test_lists_that_are_not_taken_are_passed_over(tmp_path: Path) -> None:
    file = written(tmp_path, '{"a": [{"b": 1}, {"b": 2}, {"b": 3}], "c": [{"d": 4}]}')

    assert [next(objects) for objects in json_lists(file)] == [{"b": 1}, {"d": 4}]


def test_keys_that_stand_twice(tmp_path: Path) -> None:
    once, twice, within = records(
        tmp_path, '[{"a": 1, "b": 2}, {"a": 1, "b": 2, "a": 3, "a": 1}, {"c": [{"d": 4, "d": 5}]}]'
    )

    assert type(once) is dict
    assert (twice, within) == ({"a": 1, "b": 2}, {"c": [{"d": 5}]})
    assert isinstance(twice, DoubledKeys)
    assert twice.doubled == {"a": [1, 3, 1]}
    assert isinstance(within, DoubledKeys)
    assert within.doubled == {"d": [4, 5]}


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("{1: 2}", "expected a key"),
        ('{"a": 1 "b": 2}', "expected a comma"),
        ('{"a": [1 2], "b": [{}]}', "expected a comma"),
        ('{"a": 1,}', "expected a key"),
        ("[{},]", "expected a record"),
        ("[{}, {},, {}]", "expected a record"),
        ('"lamp"', "it holds no list of records"),
        ("7", "it holds no list of records"),
        ("[{} lamp", "near character 8: expected a comma"),
        ("[", "near character 1: it is cut off"),
        *((end, "it has data after its end") for end in ("[{}]]", "[{}] {", '{"a": [{}]}}')),
        ("[{}]" + " " * 200_000 + "lamp", "it has data after its end"),
    ],
)
def test_what_was_expected(tmp_path: Path, content: str, told: str) -> None:
    with pytest.raises(DocumentError, match=told):
        records(tmp_path, content)
