"""Plain data in the form of the bundled files, to objects and back."""

import json
import threading
from typing import Any

import pytest
from hypothesis import given

import kz_upr
from kz_upr import Citation, InvalidDocumentError, Review
from kz_upr.structuring import structure, structure_bundled, unstructure
from strategies import CLASSES, SOURCES, of_class, reviews

BY_ID = {source.id: source for source in SOURCES}


@pytest.mark.parametrize("cls", CLASSES, ids=lambda cls: cls.__name__)
def test_every_class_there_and_back(cls: Any) -> None:
    @given(of_class(cls))
    def check(thing: Any) -> None:
        plain = unstructure(thing)
        assert structure(plain, cls, BY_ID) == thing
        through_json = json.loads(json.dumps(plain))
        assert structure(through_json, cls, BY_ID) == thing
        assert structure_bundled(through_json, cls, BY_ID) == thing

    check()


@given(reviews())
def test_reviews_there_and_back(review: Review) -> None:
    through_json = json.loads(json.dumps(unstructure(review)))
    assert structure(through_json, Review, BY_ID) == review
    assert structure_bundled(through_json, Review, BY_ID) == review


def test_the_form() -> None:
    """Fields in order; unknown values are left out; what has an id is written by it, unless it stands alone."""
    recommendation = kz_upr.find_recommendation(kz_upr.load_review(), "139.114")
    plain = unstructure(recommendation)
    assert list(plain)[:3] == ["id", "number", "clauses"]
    assert plain["clauses"][0]["states"] == ["CZE"]
    (clause,) = plain["clauses"]
    assert list(clause) == ["actions", "summary", "states", "themes", "affected_persons"]
    assert clause["actions"] == ["protect"]
    assert clause["themes"] == ["human-rights-defenders", "independence-of-judges-and-lawyers", "freedom-of-expression"]
    assert clause["affected_persons"] == ["human-rights-defenders", "media", "judges-lawyers-prosecutors"]
    assert not {"themes", "actions", "states", "summary"} & plain.keys()  # they follow from the clauses
    assert plain["positions"][0]["value"] == "noted"
    assert all(isinstance(citation["source"], str) for citation in plain["citations"])
    assert "official_text" not in plain
    assert unstructure(kz_upr.resolve_state("CZE"))["name"] == "Czechia"
    assert unstructure(kz_upr.resolve_theme("death penalty"))["parents"] == ["physical-and-moral-integrity"]
    cat = kz_upr.NamedInstrument(instrument=kz_upr.resolve_instrument("CAT"), manner=kz_upr.Manner.JOIN)
    assert unstructure(cat) == {"instrument": "CAT", "manner": "join"}
    assert unstructure(cat.instrument)["adopted"] == "1984-12-10"
    assert unstructure(SOURCES[1])["date"] == "2019-11-02"


def test_sources_are_those_of_the_call() -> None:
    data = {"source": "source-1", "locator": "para. 1"}
    assert structure(data, Citation, BY_ID).source is SOURCES[1]
    with pytest.raises(InvalidDocumentError, match=r"^\$\.source: no source 'source-1' among .* \(0 listed\)$"):
        structure(data, Citation)
    with pytest.raises(InvalidDocumentError, match=r"^\$\.source: no source 'source-1' among .* \(1 listed\)$"):
        structure(data, Citation, {"source-2": SOURCES[2]})


def test_sources_of_another_thread_are_not_seen() -> None:
    """Each thread resolves the same id to the source that it gave."""
    barrier = threading.Barrier(8)
    found: dict[int, set[kz_upr.Source]] = {}

    def read(number: int) -> None:
        barrier.wait()
        sources = {"here": SOURCES[number]}
        found[number] = {structure({"source": "here", "locator": "x"}, Citation, sources).source for _ in range(50)}

    threads = [threading.Thread(target=read, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == {number: {SOURCES[number]} for number in range(8)}


@pytest.mark.parametrize(("data", "got"), [([], "list []"), ("text", 'str "text"'), (None, "null")])
def test_data_that_is_not_an_object(data: object, got: str) -> None:
    with pytest.raises(InvalidDocumentError) as caught:
        structure(data, Citation)
    assert caught.value.faults == (("$", f"expected a Citation object, got {got}"),)
