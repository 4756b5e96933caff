"""Objects as documents of their own, in plain data or JSON."""

import copy
import json
import re
from typing import Any

import attrs
import pytest
from hypothesis import given, strategies as st

import kz_upr
from kz_upr import InvalidDocumentError, Review
from strategies import (
    CLASSES,
    INSTRUMENTS,
    PERSONS,
    SOURCES,
    STATES,
    THEMES,
    of_class,
    recommendations,
    reviews,
    statements,
    times,
)


@times(2)
@given(reviews() | recommendations() | statements())
def test_documents_there_and_back(thing: Any) -> None:
    assert kz_upr.from_dict(kz_upr.to_dict(thing)) == thing
    text = kz_upr.to_json(thing)
    assert kz_upr.from_json(text) == thing
    assert kz_upr.from_json(text.encode(), type(thing)) == thing
    assert kz_upr.to_json(kz_upr.from_json(text)) == text


@pytest.mark.parametrize(
    "kind", [STATES, THEMES, PERSONS, INSTRUMENTS, SOURCES], ids=lambda kind: type(kind[0]).__name__
)
def test_what_is_a_key_within_other_objects_is_whole_in_its_own_document(kind: tuple[Any, ...]) -> None:
    for thing in kind:
        document = kz_upr.to_dict(thing)
        assert document["type"] == type(thing).__name__
        assert "sources" not in document
        assert kz_upr.from_dict(document) == thing


@pytest.mark.parametrize("cycle", [1, 2, 3, 4])
def test_every_review_there_and_back(cycle: int) -> None:
    review = kz_upr.load_review(cycle)
    assert kz_upr.from_json(kz_upr.to_json(review)) == review


@given(reviews(), st.lists(of_class(kz_upr.ReadingWarning), min_size=1, max_size=2))
def test_warnings_are_not_part_of_a_document(review: Review, warnings: list[kz_upr.ReadingWarning]) -> None:
    warned = attrs.evolve(review, warnings=tuple(warnings))
    assert kz_upr.to_dict(warned) == kz_upr.to_dict(review)
    assert kz_upr.from_dict(kz_upr.to_dict(warned)).warnings == ()


def test_a_document_needs_nothing_beside_it() -> None:
    document = kz_upr.to_dict(kz_upr.find_recommendation(kz_upr.load_review(), "139.124"))
    assert next(iter(document)) == "type"
    assert list(document)[-1] == "sources"
    assert {c["source"] for c in document["citations"]} <= {source["id"] for source in document["sources"]}
    assert document["clauses"][0]["states"] == ["FRA"]


def test_unknown_values_are_left_out() -> None:
    text = kz_upr.to_json(kz_upr.load_review(3, edition="2025.4"))
    assert "null" not in text
    assert '"totals"' not in text
    assert '"warnings"' not in text


def test_reading_does_not_change_the_data() -> None:
    document = kz_upr.to_dict(kz_upr.load_review(3, edition="2025.4"))
    before = copy.deepcopy(document)
    kz_upr.from_dict(document)
    assert document == before


def test_writing_is_canonical() -> None:
    text = kz_upr.to_json(kz_upr.resolve_state("CIV"))
    assert text.endswith("}\n")
    assert "Côte d'Ivoire" in text
    assert '\n  "iso3": "CIV"' in text


@pytest.mark.parametrize(
    ("thing", "kind"),
    [
        (None, "a NoneType"),
        (3, "an int"),
        ("text", "a str"),
        ((), "a tuple"),
        ([], "a list"),
        ({}, "a dict"),
        (object(), "an object"),
        (kz_upr.PositionValue.NOTED, "a PositionValue"),
        (Review, "a type"),
        (kz_upr.editions()[0], "an Edition"),
        (kz_upr.ReadingWarning(kind=kz_upr.WarningKind.DAMAGE, code="", place="", message=""), "a ReadingWarning"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_only_objects_of_the_model_are_written(thing: object, kind: str) -> None:
    message = rf"^expected an object of kz_upr \(Account, .*, Totals\), got {kind}; use to_records"
    for write in (kz_upr.to_dict, kz_upr.to_json):
        with pytest.raises(TypeError, match=message):
            write(thing)


# -- documents with faults -------------------------------------------------------------------------


def faults(document: object, cls: type[Any] | None = None) -> dict[str, str]:
    """The faults of a document by path; each is also in the text of the error."""
    with pytest.raises(InvalidDocumentError) as caught:
        kz_upr.from_dict(document, cls) if cls else kz_upr.from_dict(document)  # type: ignore[call-overload]
    listed = [f"{path}: {fault}" for path, fault in caught.value.faults[:50]]
    assert str(caught.value).splitlines()[:50] == listed
    return dict(caught.value.faults)


@pytest.fixture
def document() -> dict[str, Any]:
    return copy.deepcopy(kz_upr.to_dict(kz_upr.load_review()))


def test_every_fault_at_once_with_its_path(document: dict[str, Any]) -> None:
    held = document["recommendations"]
    place = next(i for i, r in enumerate(held) if r.get("clauses"))
    held[place]["clauses"][0]["states"] = ["FRA", "XXX"]
    held[place]["clauses"][0]["actions"] = ["protect", "dance"]
    held[place]["clauses"][0]["themes"] = ["torture", "torturr"]
    held[place]["clauses"][0]["affected_persons"] = ["Girls"]
    held[place]["clauses"][0]["instruments"] = [
        {"instrument": "CAT"},
        {"instrument": "Convention", "manner": "join"},
        {"instrument": "CAT", "manner": "sign"},
    ]
    held[0]["topics"] = ["D5"]
    document["notes"][1]["text"] = 5
    held[1]["positions"][0]["date"] = "2019-11-31"
    held[2]["citations"][0]["source"] = "nowhere"
    held[2]["colour"] = "red"
    document["cycle"] = "3"
    document["session"] = True
    document["statements"][0]["points"] = {}
    document["statements"][4]["points"][0]["answers"] = "KAZ-3-presentation-p1"
    document["statements"][1]["speaker"] = "France"
    document["statements"][2]["citations"][0]["inferred"] = 0
    del document["statements"][3]["id"]
    document["totals"]["received"] = 245.0
    document["delegation"]["head"]["name"] = None
    found = faults(document)
    action = found.pop(f"$.recommendations[{place}].clauses[0].actions[1]")
    assert action.startswith("expected one of ratify, consider, ")
    assert action.endswith('; got str "dance"')
    topics = found.pop("$.recommendations[0]")
    assert topics.startswith("a Recommendation has no field topics; its fields are id, number, clauses, ")
    manner = found.pop(f"$.recommendations[{place}].clauses[0].instruments[2].manner")
    assert manner == 'expected one of join, reservation, implement, standard; got str "sign"'
    instrument = found.pop(f"$.recommendations[{place}].clauses[0].instruments[1].instrument")
    assert instrument.startswith("no instrument 'Convention'; nearest: ")
    persons = found.pop(f"$.recommendations[{place}].clauses[0].affected_persons[0]")
    assert persons == "no affected persons 'Girls'; nearest: Girls, Women & girls"
    colour = found.pop("$.recommendations[2]")
    assert colour.startswith("a Recommendation has no field colour; its fields are id, number, clauses, ")
    assert found == {
        f"$.recommendations[{place}].clauses[0].states[1]": "no State 'XXX'",
        f"$.recommendations[{place}].clauses[0].themes[1]": (
            "no theme 'torturr'; nearest: "
            "Prohibition of torture & ill-treatment (including cruel, inhuman or degrading treatment)"
        ),
        f"$.recommendations[{place}].clauses[0].instruments[0].manner": "required field 'manner' is missing",
        "$.notes[1].text": "expected a string, got int 5",
        "$.recommendations[1].positions[0].date": 'expected a date like 2019-11-07, got str "2019-11-31"',
        "$.recommendations[2].citations[0].source": (
            f"no source 'nowhere' among the sources of the document ({len(document['sources'])} listed)"
        ),
        "$.cycle": 'expected an integer, got str "3"',
        "$.session": "expected an integer, got bool true",
        "$.statements[0].points": "expected a list, got dict {}",
        "$.statements[4].points[0].answers": 'expected a list, got str "KAZ-3-presentation-p1"',
        "$.statements[1].speaker": 'expected a Speaker object, got str "France"',
        "$.statements[2].citations[0].inferred": "expected true or false, got int 0",
        "$.statements[3].id": "required field 'id' is missing",
        "$.totals.received": "expected an integer, got float 245.0",
        "$.delegation.head.name": "expected a string, got null",
    }


def test_faults_of_sources_and_body_together(document: dict[str, Any]) -> None:
    document["sources"][0]["kind"] = "rumour"
    document["sources"][1]["date"] = 2019
    document["cycle"] = None
    found = faults(document)
    assert found["$.sources[0].kind"].endswith('; got str "rumour"')
    assert found["$.sources[1].date"] == "expected a date like 2019-11-07, got int 2019"
    assert found["$.cycle"] == "expected an integer, got null"


def test_broken_rules_are_faults_too(document: dict[str, Any]) -> None:
    document["totals"]["received"] = 1
    assert faults(document)["$.totals"] == "214 + 31 answered, but only 1 received"


def test_two_different_sources_with_one_id(document: dict[str, Any]) -> None:
    document["sources"].append(dict(document["sources"][0]))
    assert kz_upr.from_dict(document) == kz_upr.load_review()
    document["sources"].append({**document["sources"][0], "title": "Another"})
    last = len(document["sources"]) - 1
    id = document["sources"][0]["id"]
    assert faults(document) == {f"$.sources[{last}].id": f"two different sources have the id {id}"}


def shown(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


@pytest.mark.parametrize(
    "date",
    [
        "2019-W45-4",
        "20191107",
        "2019-11-7",
        "07.11.2019",
        "2019-02-29",
        "2019-11-07T00:00",
        "٢٠١٩-١١-٠٧",
        "",
        20191107,
        [],
    ],
)
def test_a_date_has_one_form(date: object) -> None:
    (fault,) = faults({"type": "Outcome", "date": date}).items()
    assert fault == ("$.date", f"expected a date like 2019-11-07, got {type(date).__name__} {shown(date)}")


@pytest.mark.parametrize("value", [float("inf"), float("nan"), 1.0, True, "1", [1], {}, 0.5])
def test_a_number_is_an_integer(value: object) -> None:
    (fault,) = faults({"type": "Outcome", "meeting": value}).items()
    assert fault == ("$.meeting", f"expected an integer, got {type(value).__name__} {shown(value)}")


@pytest.mark.parametrize(
    ("document", "cls", "path", "fault"),
    [
        ([], None, "$", "expected an object, got list []"),
        ("text", None, "$", 'expected an object, got str "text"'),
        (None, None, "$", "expected an object, got null"),
        ({}, None, "$.type", "expected one of Account, … got null"),
        ({"type": "Topic", "code": "A1"}, None, "$.type", 'expected one of Account, … got str "Topic"'),
        ({"type": "Nothing"}, None, "$.type", 'expected one of Account, … got str "Nothing"'),
        ({"type": "ReadingWarning"}, None, "$.type", 'expected one of Account, … got str "ReadingWarning"'),
        ({"type": ["Review"]}, None, "$.type", 'expected one of Account, … got list ["Review"]'),
        ({"type": "Theme", "id": "x", "label": "x"}, kz_upr.State, "$.type", 'expected State, got str "Theme"'),
        ({"type": "Totals", "sources": {}}, None, "$.sources", "expected a list, got dict {}"),
        ({"type": "Totals", ("a", "b"): 1}, None, "$", "a Totals has no field ('a', 'b'); its fields are received, … "),
        ({"type": "Totals", 1: 1}, None, "$", "a Totals has no field 1; its fields are received, … citations"),
    ],
    ids=lambda value: "" if isinstance(value, str) else None,
)
def test_data_that_is_not_a_document(document: object, cls: type[Any] | None, path: str, fault: str) -> None:
    found = faults(document, cls)
    assert found.keys() == {path}
    start, _, end = fault.partition("…")
    assert found[path].startswith(start)
    assert found[path].endswith(end.strip())


def test_the_class_can_be_given_if_the_data_have_no_type() -> None:
    assert kz_upr.from_dict({"summary": "Ratify it."}, kz_upr.Clause).summary == "Ratify it."


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", "Expecting value: line 1 column 1 (char 0)"),
        ("{", "line 1 column 2 (char 1)"),
        ('{"type": "Totals"', "line 1 column 18 (char 17)"),
        ("[" * 200_000, "too deeply nested"),
        (b"\xff\xfe", "Expecting value: line 1 column 1 (char 0)"),
        (b"\xff", "can't decode byte 0xff in position 0"),
        ("{'type': 'Totals'}", "line 1 column 2 (char 1)"),
        ("nonsense\n", "Expecting value: line 1 column 1 (char 0)"),
        ("kaz-3.json", "is it the name of a file? pass the content of the file"),
    ],
    ids=["empty", "brace", "truncated", "deep", "bytes 1", "bytes 2", "quotes", "word", "name"],
)
def test_text_that_is_not_json(text: str | bytes, fault: str) -> None:
    with pytest.raises(InvalidDocumentError, match=rf"^\$: not JSON: .*{re.escape(fault)}") as caught:
        kz_upr.from_json(text)
    assert [path for path, _ in caught.value.faults] == ["$"]


@pytest.mark.parametrize("text", [None, 3, ["{}"], {}, kz_upr.load_review])
def test_json_is_a_string_or_bytes(text: Any) -> None:
    with pytest.raises(TypeError, match=rf"^expected JSON as a string or bytes, got an? {type(text).__name__}$"):
        kz_upr.from_json(text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('{"type": "Totals", "noted": 3, "noted": 4}', {"$": "the key 'noted' occurs twice"}),
        (
            '{"type": "Totals", "type": "State", "citations": [{}, {"source": "a", "source": "a"}]}',
            {"$": "the key 'type' occurs twice", "$.citations[1]": "the key 'source' occurs twice"},
        ),
        ('{"a": {"b": [[{"c": 1, "c": 2}]]}}', {"$.a.b[0][0]": "the key 'c' occurs twice"}),
        ('{"a": {"c": 1, "c": 2}, "a": 1}', {"$": "the key 'a' occurs twice"}),
    ],
)
def test_a_key_occurs_once(text: str, found: dict[str, str]) -> None:
    """JSON itself would take the last value and say nothing."""
    with pytest.raises(InvalidDocumentError) as caught:
        kz_upr.from_json(text)
    assert dict(caught.value.faults) == found


def test_a_key_three_times_is_one_fault() -> None:
    with pytest.raises(InvalidDocumentError, match=r"^\$: the key 'a' occurs twice$"):
        kz_upr.from_json('{"a": 1, "a": 2, "a": 3}')


def test_keys_of_other_objects_may_be_the_same() -> None:
    kz_upr.from_json(kz_upr.to_json(kz_upr.load_review()))


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        ("9" * 5000, "10**18 or more"),
        ("-" + "9" * 5000, "-10**18 or less"),
        ("9" * 19, "10**18 or more"),
        ("1000001", "1000001"),
        ("-1000001", "-1000001"),
    ],
)
def test_a_number_that_no_review_has(number: str, shown: str) -> None:
    with pytest.raises(InvalidDocumentError) as caught:
        kz_upr.from_json(f'{{"type": "Outcome", "meeting": {number}}}')
    fault = f"expected an integer up to 1,000,000 or None, got int {shown}"
    assert caught.value.faults == (("$.meeting", fault),)
    long = int(number[:300]) * 10**5000 if len(number) > 300 else int(number)
    with pytest.raises(
        InvalidDocumentError, match=r"^\$\.meeting: expected an integer up to 1,000,000 or None, got int"
    ):
        kz_upr.from_dict({"type": "Outcome", "meeting": long})


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "1e400", "1.0"])
def test_a_number_that_is_not_an_integer_in_json(number: str) -> None:
    with pytest.raises(InvalidDocumentError, match=r"^\$\.meeting: expected an integer, got float "):
        kz_upr.from_json(f'{{"type": "Outcome", "meeting": {number}}}')


class TestMessagesAreBounded:
    """However long and however many the faults of a document are, its error can be read."""

    def test_the_faults_that_are_listed(self) -> None:
        listed = [f"Country {number}" for number in range(8000)]
        with pytest.raises(InvalidDocumentError) as caught:
            kz_upr.from_dict({"type": "Clause", "states": listed})
        assert len(caught.value.faults) == 8000
        lines = str(caught.value).splitlines()
        assert lines[0] == "$.states[0]: no State 'Country 0'"
        assert lines[-2:] == ["$.states[49]: no State 'Country 49'", "and 7,950 more"]

    @pytest.mark.parametrize(("count", "last"), [(50, "$.states[49]: no State 'X'"), (51, "and 1 more")])
    def test_fifty_are_listed(self, count: int, last: str) -> None:
        with pytest.raises(InvalidDocumentError) as caught:
            kz_upr.from_dict({"type": "Clause", "states": ["X"] * count})
        assert str(caught.value).splitlines()[-1] == last

    def test_similar_names_of_the_faults_that_are_listed(self) -> None:
        with pytest.raises(InvalidDocumentError) as caught:
            kz_upr.from_dict({"type": "Clause", "states": ["Kazakhstn"] * 100})
        messages = [fault for _, fault in caught.value.faults]
        assert messages == ["no State 'Kazakhstn'; nearest: Kazakhstan"] * 50 + ["no State 'Kazakhstn'"] * 50

    @pytest.mark.parametrize(
        "change",
        [
            {"id": "x" * 1_000_000},
            {"cycle": "x" * 1_000_000},
            {"state": "x y " * 250_000},
            {"session": [["x"] * 1_000_000]},
            {"x" * 1_000_000: 1},
            {f"key {number}": 1 for number in range(100_000)},
            {"type": "x" * 1_000_000},
            {"edition": {"x" * 1_000_000: 1}},
            {"date": "1" * 1_000_000},
            {"troika": ["x" * 1_000_000]},
            {"venue": " " * 1_000_000},
        ],
        ids=lambda change: next(iter(change))[:9],
    )
    def test_long_values(self, document: dict[str, Any], change: dict[str, Any]) -> None:
        assert all(len(path) <= 200 and len(fault) <= 600 for path, fault in faults({**document, **change}).items())

    def test_an_id_of_a_megabyte_that_everything_repeats(self, document: dict[str, Any]) -> None:
        id = "KAZ-3" + "x" * 1_000_000
        text = json.dumps(document).replace('"KAZ-3', f'"{id}')
        with pytest.raises(InvalidDocumentError) as caught:
            kz_upr.from_json(text)
        assert len(str(caught.value)) < 50 * 800

    def test_they_can_be_printed(self, document: dict[str, Any]) -> None:
        """No control character of a document reaches a terminal, and no line is broken by one."""
        document["type"] = "a\x1b[2J\n\u202e\ud800\x9b"
        (fault,) = faults(document).values()
        assert fault.isprintable()


@times(4)
@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
        max_leaves=8,
    ),
    st.sampled_from((*CLASSES, Review)),
)
def test_any_data_is_read_or_refused(data: Any, cls: type[Any]) -> None:
    """The result is an object, or an InvalidDocumentError with paths; nothing else."""
    document = data if isinstance(data, dict) else {"type": cls.__name__, "citations": data}
    try:
        thing = kz_upr.from_dict(document, cls)
    except InvalidDocumentError as error:
        found = error.faults
    else:
        assert isinstance(thing, cls)
        return
    assert found
    assert all(path.startswith("$") and fault for path, fault in found)


@times(4)
@given(st.data())
def test_an_altered_value_is_found_at_its_place(data: st.DataObject) -> None:
    """One value of a good document is replaced by a list in a list: the fault is at or below that place."""
    document = kz_upr.to_dict(kz_upr.find_recommendation(kz_upr.load_review(), "139.124"))
    node: Any = document
    path = "$"
    while True:
        keys = [key for key in (node if isinstance(node, dict) else range(len(node))) if key != "sources"]
        key = data.draw(st.sampled_from(keys))
        path += f"[{key}]" if isinstance(key, int) else f".{key}"
        inner = node[key]
        if not isinstance(inner, (dict, list)) or not inner or data.draw(st.booleans()):
            node[key] = [["?"]]
            break
        node = inner
    assert any(found.startswith(path) for found in faults(document))
