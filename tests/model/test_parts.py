"""The walk over an object's parts: what it visits, in which order, and what is built on it."""

import re
from types import MappingProxyType
from typing import Any

import attrs
import pytest
from hypothesis import given, strategies as st

import kz_upr
from kz_upr import (
    Citation,
    Clause,
    Delegate,
    Delegation,
    Institution,
    InstitutionKind,
    Recommendation,
    Review,
    State,
    citations_of,
)
from kz_upr.model import parts, rebuilt, sources_of
from strategies import CLASSES, SOURCES, of_class, reviews

FRANCE, PERU = kz_upr.resolve_state("FRA"), kz_upr.resolve_state("PER")
ONE, TWO = (Citation(source=source, locator="para. 1") for source in SOURCES[:2])
COURT = Institution(id="court", name="Court", kind=InstitutionKind.COURT, citations=(ONE,))
DELEGATION = Delegation(head=Delegate(name="A", institution=COURT), institutions=(COURT,), citations=(TWO, ONE))

anything = st.sampled_from(CLASSES).flatmap(of_class) | reviews()


def at(thing: Any, path: str) -> Any:
    """The part of an object that a path like ``$.clauses[0].states[1]`` leads to."""
    assert path.startswith("$")
    steps = re.findall(r"\.(\w+)|\[(\d+)\]", path)
    assert "".join(f".{name}" if name else f"[{index}]" for name, index in steps) == path[1:]
    for name, index in steps:
        thing = getattr(thing, name) if name else thing[int(index)]
    return thing


def count(thing: Any) -> int:
    """The number of objects in an object, itself included, counted without the walk."""
    if isinstance(thing, tuple):
        return sum(map(count, thing))
    if not attrs.has(type(thing)):
        return 0
    return 1 + sum(count(value) for value in attrs.asdict(thing, recurse=False).values())


class TestParts:
    def test_order_and_paths(self) -> None:
        assert [(path, type(part).__name__) for path, part in parts(DELEGATION)] == [
            ("$", "Delegation"),
            ("$.head", "Delegate"),
            ("$.head.institution", "Institution"),
            ("$.head.institution.citations[0]", "Citation"),
            ("$.head.institution.citations[0].source", "Source"),
            ("$.institutions[0]", "Institution"),
            ("$.institutions[0].citations[0]", "Citation"),
            ("$.institutions[0].citations[0].source", "Source"),
            ("$.citations[0]", "Citation"),
            ("$.citations[0].source", "Source"),
            ("$.citations[1]", "Citation"),
            ("$.citations[1].source", "Source"),
        ]

    def test_tuples_and_mappings(self) -> None:
        assert list(parts((FRANCE, (PERU,)))) == [("$[0]", FRANCE), ("$[1][0]", PERU)]
        assert list(parts({"139.1": FRANCE, "139.2": PERU})) == [("$['139.1']", FRANCE), ("$['139.2']", PERU)]

    @pytest.mark.parametrize("thing", [None, 3, "text", kz_upr.PositionValue.NOTED, (), {}, ("a", 1, None)])
    def test_plain_values_are_not_parts(self, thing: object) -> None:
        assert list(parts(thing)) == []

    @given(anything)
    def test_every_path_leads_to_its_part(self, thing: Any) -> None:
        found = list(parts(thing))
        assert all(at(thing, path) is part for path, part in found)
        assert len({path for path, _ in found}) == len(found)

    @given(anything)
    def test_every_object_is_visited(self, thing: Any) -> None:
        assert len(list(parts(thing))) == count(thing)


class TestRebuilt:
    @given(anything)
    def test_without_a_change_the_same_object_is_returned(self, thing: Any) -> None:
        assert rebuilt(thing, lambda part: part) is thing

    def test_a_change_reaches_every_part_and_spares_the_rest(self) -> None:
        review = kz_upr.load_review()
        changed = rebuilt(review, lambda part: PERU if part == FRANCE else part)
        before = [part for _, part in parts(review) if isinstance(part, State)]
        after = [part for _, part in parts(changed) if isinstance(part, State)]
        assert FRANCE in before
        assert after == [PERU if state == FRANCE else state for state in before]
        assert changed.delegation is review.delegation
        assert review == kz_upr.load_review()
        assert FRANCE in [part for _, part in parts(review)]

    def test_the_innermost_part_comes_first(self) -> None:
        seen: list[str] = []

        def note(part: Any) -> Any:
            seen.append(type(part).__name__)
            return part

        rebuilt(Recommendation(id="a", number="1.1", clauses=(Clause(states=(FRANCE,)),), citations=(ONE,)), note)
        assert seen == ["State", "Clause", "Source", "Citation", "Recommendation"]

    def test_tuples_and_mappings_keep_their_kind(self) -> None:
        def swap(part: Any) -> Any:
            return PERU if part is FRANCE else part

        assert rebuilt((FRANCE, "text", None), swap) == (PERU, "text", None)
        changed = rebuilt(MappingProxyType({"139.1": FRANCE}), swap)
        assert isinstance(changed, MappingProxyType)
        assert dict(changed) == {"139.1": PERU}
        same = MappingProxyType({"139.1": PERU})
        assert rebuilt(same, swap) is same

    @given(reviews())
    def test_a_change_to_every_citation(self, review: Review) -> None:
        changed = rebuilt(review, lambda part: attrs.evolve(part, locator="x") if isinstance(part, Citation) else part)
        assert {citation.locator for _, citation in citations_of(changed)} == {"x"}
        assert [path for path, _ in citations_of(changed)] == [path for path, _ in citations_of(review)]


class TestSourcesOf:
    def test_each_source_once_in_order_of_first_mention(self) -> None:
        assert sources_of(DELEGATION) == (SOURCES[0], SOURCES[1])
        assert sources_of((TWO, ONE, TWO)) == (SOURCES[1], SOURCES[0])
        assert sources_of(SOURCES[2]) == (SOURCES[2],)
        assert sources_of(FRANCE) == ()

    def test_documents_that_are_only_named_count(self) -> None:
        symbols = {source.symbol for source in sources_of(kz_upr.load_review())}
        assert {"A/HRC/43/10", "A/HRC/43/10/Add.1", "A/HRC/43/2"} <= symbols

    @given(anything)
    def test_they_are_the_sources_among_the_parts(self, thing: Any) -> None:
        found = sources_of(thing)
        assert len({source.id for source in found}) == len(found)
        assert set(found) == {part for _, part in parts(thing) if isinstance(part, kz_upr.Source)}


class TestCitationsOf:
    def test_every_citation_with_its_path(self) -> None:
        review = kz_upr.load_review()
        assert review.totals is not None
        found = dict(kz_upr.citations_of(review))
        assert found["$.totals.citations[0]"] is review.totals.citations[0]
        assert found["$.statements[0].points[1].citations[0]"].inferred  # the release names no speaker in para. 4
        assert all(citation.note for citation in found.values() if citation.inferred)

    @given(anything)
    def test_they_are_the_citations_among_the_parts(self, thing: Any) -> None:
        found = citations_of(thing)
        assert all(at(thing, path) is citation for path, citation in found)
        assert [citation for _, citation in found] == [part for _, part in parts(thing) if isinstance(part, Citation)]

    def test_an_object_without_citations(self) -> None:
        assert citations_of(FRANCE) == ()
