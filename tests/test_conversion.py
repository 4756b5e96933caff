"""Objects to plain data and back."""

import copy
import json
import pickle
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st

import kz_upr
from kz_upr import InvalidDocumentError, Review
from kz_upr.conversion import structure, unstructure
from strategies import CLASSES, SOURCES, of_class, recommendations, reviews, statements

BY_ID = {source.id: source for source in SOURCES}


@pytest.mark.parametrize("cls", CLASSES, ids=lambda cls: cls.__name__)
def test_the_bundled_form_of_every_class_goes_there_and_back(cls: type[Any]) -> None:
    @given(of_class(cls))
    def check(thing: Any) -> None:
        plain = unstructure(thing)
        assert structure(plain, cls, BY_ID) == thing
        through_json = json.loads(json.dumps(plain))
        assert structure(through_json, cls, BY_ID) == thing

    check()


@settings(max_examples=50)
@given(reviews() | recommendations() | statements())
def test_documents_go_there_and_back(thing: Any) -> None:
    assert kz_upr.from_dict(kz_upr.to_dict(thing)) == thing
    text = kz_upr.to_json(thing)
    assert kz_upr.from_json(text) == thing
    assert kz_upr.from_json(text.encode(), type(thing)) == thing
    assert kz_upr.to_json(kz_upr.from_json(text)) == text


@given(st.sampled_from(list(kz_upr.list_states()) + list(kz_upr.list_topics()) + list(SOURCES)))
def test_what_is_written_as_a_key_inside_is_written_whole_alone(thing: Any) -> None:
    document = kz_upr.to_dict(thing)
    assert document["type"] == type(thing).__name__
    assert kz_upr.from_dict(document) == thing


@pytest.mark.parametrize("cycle", [1, 2, 3, 4])
def test_every_review_goes_there_and_back(cycle: int) -> None:
    review = kz_upr.load_review(cycle)
    assert kz_upr.from_json(kz_upr.to_json(review)) == review


def test_a_document_needs_nothing_beside_it() -> None:
    document = kz_upr.to_dict(kz_upr.find_recommendation(kz_upr.load_review(), "139.124"))
    assert next(iter(document)) == "type"
    assert list(document)[-1] == "sources"
    assert {c["source"] for c in document["citations"]} <= {source["id"] for source in document["sources"]}
    assert document["clauses"][0]["states"] == ["FRA"]


def test_unknown_is_left_out_and_not_null() -> None:
    text = kz_upr.to_json(kz_upr.load_review(3, edition="2025.4"))
    assert "null" not in text
    assert '"totals"' not in text


def test_reading_changes_nothing_in_what_is_read() -> None:
    document = kz_upr.to_dict(kz_upr.load_review(3, edition="2025.4"))
    before = copy.deepcopy(document)
    kz_upr.from_dict(document)
    assert document == before


def test_writing_is_canonical() -> None:
    text = kz_upr.to_json(kz_upr.resolve_state("CIV"))
    assert text.endswith("}\n")
    assert "Côte d'Ivoire" in text
    assert '\n  "iso3": "CIV"' in text


@pytest.mark.parametrize("thing", [None, 3, "text", (), [], {}, object(), kz_upr.PositionValue.NOTED, Review])
def test_only_objects_of_the_package_are_written(thing: object) -> None:
    with pytest.raises(TypeError, match="expected an object of kz_upr"):
        kz_upr.to_dict(thing)


# -- documents that are wrong ----------------------------------------------------------------------


def faults(document: object, cls: type[Any] | None = None) -> dict[str, str]:
    with pytest.raises(InvalidDocumentError) as caught:
        kz_upr.from_dict(document, cls) if cls else kz_upr.from_dict(document)  # type: ignore[arg-type, call-overload]
    assert str(caught.value)
    return dict(caught.value.faults)


@pytest.fixture
def document() -> dict[str, Any]:
    return copy.deepcopy(kz_upr.to_dict(kz_upr.load_review()))


def test_every_fault_at_once_with_its_path(document: dict[str, Any]) -> None:
    held = document["recommendations"]
    place = next(i for i, r in enumerate(held) if r.get("clauses"))
    held[place]["clauses"][0]["states"] = ["FRA", "XXX"]
    held[place]["clauses"][0]["action"] = "dance"
    held[0]["topics"] = ["D5", "Z9"]
    held[1]["positions"][0]["date"] = "2019-11-31"
    held[2]["citations"][0]["source"] = "nowhere"
    held[2]["colour"] = "red"
    document["cycle"] = "3"
    document["session"] = True
    document["statements"][0]["points"] = {}
    document["statements"][1]["speaker"] = "France"
    document["statements"][2]["citations"][0]["inferred"] = 0
    del document["statements"][3]["id"]
    document["totals"]["received"] = 245.0
    document["delegation"]["head"]["name"] = None
    found = faults(document)
    assert {path: fault.partition(",")[0] for path, fault in found.items()}.keys() == {
        f"$.recommendations[{place}].clauses[0].states[1]",
        f"$.recommendations[{place}].clauses[0].action",
        "$.recommendations[0].topics[1]",
        "$.recommendations[1].positions[0].date",
        "$.recommendations[2].citations[0].source",
        "$.recommendations[2].colour",
        "$.cycle",
        "$.session",
        "$.statements[0].points",
        "$.statements[1].speaker",
        "$.statements[2].citations[0].inferred",
        "$.statements[3]",
        "$.totals.received",
        "$.delegation.head.name",
    }
    assert "no State 'XXX'" in found[f"$.recommendations[{place}].clauses[0].states[1]"]
    assert "expected one of ratify" in found[f"$.recommendations[{place}].clauses[0].action"]
    assert "no topic 'Z9'" in found["$.recommendations[0].topics[1]"]
    assert "expected a date" in found["$.recommendations[1].positions[0].date"]
    assert "no source 'nowhere'" in found["$.recommendations[2].citations[0].source"]
    assert "no such field of a Recommendation" in found["$.recommendations[2].colour"]
    assert "whole number, found a text" in found["$.cycle"]
    assert "whole number, found true or false" in found["$.session"]
    assert "expected a list, found an object" in found["$.statements[0].points"]
    assert "expected a Speaker object, found a text" in found["$.statements[1].speaker"]
    assert "expected true or false, found a number" in found["$.statements[2].citations[0].inferred"]
    assert "'id' is missing" in found["$.statements[3]"]
    assert "expected a text, found null" in found["$.delegation.head.name"]


def test_faults_of_sources_and_body_together(document: dict[str, Any]) -> None:
    document["sources"][0]["kind"] = "rumour"
    document["sources"][1]["date"] = 2019
    document["cycle"] = None
    found = faults(document)
    assert {"$.sources[0].kind", "$.sources[1].date", "$.cycle"} <= found.keys()


def test_a_source_twice_is_told_where_it_differs(document: dict[str, Any]) -> None:
    document["sources"].append(dict(document["sources"][0]))
    assert kz_upr.from_dict(document) == kz_upr.load_review()
    document["sources"].append({**document["sources"][0], "title": "Another"})
    last = len(document["sources"]) - 1
    assert faults(document).keys() == {f"$.sources[{last}].id"}


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
def test_a_date_is_written_in_one_way(date: object) -> None:
    assert faults({"type": "Outcome", "date": date}).keys() == {"$.date"}


@pytest.mark.parametrize("value", [float("inf"), float("nan"), 1.0, True, "1", [1], {}, 0.5])
def test_a_number_is_a_whole_number(value: object) -> None:
    assert faults({"type": "Outcome", "meeting": value}).keys() == {"$.meeting"}


@pytest.mark.parametrize(
    ("document", "cls", "path"),
    [
        ([], None, "$"),
        ("text", None, "$"),
        (None, None, "$"),
        ({}, None, "$.type"),
        ({"type": "Nothing"}, None, "$.type"),
        ({"type": ["Review"]}, None, "$.type"),
        ({"type": "Topic", "code": "A1", "label": "x"}, kz_upr.State, "$.type"),
        ({"type": "Totals", "sources": {}}, None, "$.sources"),
        ({"type": "Totals", ("a", "b"): 1}, None, "$.('a', 'b')"),
        ({"type": "Totals", 1: 1}, None, "$.1"),
    ],
)
def test_what_is_no_document(document: object, cls: type[Any] | None, path: str) -> None:
    assert path in faults(document, cls)


def test_the_class_may_be_told_where_the_document_does_not_say_it() -> None:
    assert kz_upr.from_dict({"subject": "the treaty"}, kz_upr.Clause).subject == "the treaty"


@pytest.mark.parametrize(
    "text",
    ["", "{", '{"type": "Totals"', "[" * 200_000, b"\xff\xfe", b"\xff", "{'type': 'Totals'}", "nonsense\n"],
    ids=["empty", "brace", "truncated", "deep", "bytes 1", "bytes 2", "quotes", "word"],
)
def test_what_is_no_json(text: str | bytes) -> None:
    with pytest.raises(InvalidDocumentError, match="not JSON") as caught:
        kz_upr.from_json(text)
    assert [path for path, _ in caught.value.faults] == ["$"]


@settings(max_examples=200)
@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
        max_leaves=8,
    ),
    st.sampled_from((*CLASSES, Review)),
)
def test_any_data_is_read_or_refused(data: Any, cls: type[Any]) -> None:
    """An object comes back, or an InvalidDocumentError with paths; nothing else."""
    document = data if isinstance(data, dict) else {"type": cls.__name__, "citations": data}
    try:
        thing = kz_upr.from_dict(document, cls)
    except InvalidDocumentError as error:
        found = error.faults
    else:
        assert isinstance(thing, cls)
        return
    assert found
    assert all(path.startswith("$") for path, _ in found)


@settings(max_examples=150)
@given(st.data())
def test_a_document_altered_anywhere_is_told_there(data: st.DataObject) -> None:
    """One value of a good document replaced by a list in a list: a fault at or below that place."""
    document = kz_upr.to_dict(kz_upr.find_recommendation(kz_upr.load_review(), "139.124"))
    document = copy.deepcopy(document)
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


def test_errors_can_be_sent_and_read_again() -> None:
    error = InvalidDocumentError([("$.a", "wrong"), ("$.b", "missing")])
    again = pickle.loads(pickle.dumps(error))  # noqa: S301
    assert again.faults == error.faults
    assert str(again) == "$.a: wrong\n$.b: missing"
    assert isinstance(error, ValueError)
