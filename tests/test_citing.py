"""How to cite: one line, BibTeX, CSL-JSON."""

import datetime
import json
import re
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given

import kz_upr
from kz_upr import Citation, Source, SourceKind
from strategies import SOURCES, of_class, recommendations, times


def bibtex(text: str) -> list[tuple[str, str, dict[str, str]]]:
    """The entries of a BibTeX file, read strictly: kind, key, fields. Braces balance, or ValueError."""
    found = []
    place = 0
    while place < len(text):
        if text[place].isspace():
            place += 1
            continue
        head = re.compile(r"@(\w+)\{([^\s,{}]+),\n").match(text, place)
        if head is None:
            raise ValueError(f"no entry at {text[place : place + 40]!r}")
        place = head.end()
        fields: dict[str, str] = {}
        while text[place] != "}":
            field = re.compile(r"  (\w+) = ").match(text, place)
            if field is None:
                raise ValueError(f"no field at {text[place : place + 40]!r}")
            place = start = field.end()
            depth = 0
            while depth or text[place] not in ",\n":
                if text[place] == "\\":
                    place += 1
                else:
                    depth += {"{": 1, "}": -1}.get(text[place], 0)
                place += 1
            if field[1] in fields:
                raise ValueError(f"{field[1]} twice")
            fields[field[1]] = text[start:place]
            if text[place : place + 2] != ",\n":
                raise ValueError(f"no end of the field {field[1]}")
            place += 2
        found.append((head[1], head[2], fields))
        place += 1
    return found


class TestOneLine:
    def test_totals(self, review: kz_upr.Review) -> None:
        assert kz_upr.cite(review.totals) == "A/HRC/43/2, paras. 672, 706"

    def test_outcome(self, review: kz_upr.Review) -> None:
        assert kz_upr.cite(review.outcome) == "A/HRC/43/2, paras. 668, 915, list of decisions"

    def test_review(self, review: kz_upr.Review) -> None:
        """With the documents that its facts cite; the report A/HRC/43/10 was not read."""
        assert kz_upr.cite(review) == (
            "Universal Periodic Review of Kazakhstan, cycle 3, 7 November 2019 "
            "(A/HRC/WG.6/34/KAZ/1, A/HRC/43/10/Add.1, A/HRC/43/2; "
            "not used: A/HRC/WG.6/34/KAZ/2, A/HRC/WG.6/34/KAZ/3, A/HRC/43/10). "
            f"Data: kz_upr {kz_upr.__version__}, edition 2026.11."
        )

    def test_a_review_that_is_not_from_the_data(self, review: kz_upr.Review) -> None:
        made = evolve(review, edition=None, date=None, documents=())
        assert kz_upr.cite(made) == "Universal Periodic Review of Kazakhstan, cycle 3, date unknown."

    def test_citation_and_source(self) -> None:
        source = Source(
            id="s",
            kind=SourceKind.NEWS,
            title="A title",
            publisher="A paper",
            date=datetime.date(2020, 3, 1),
            url="https://example.org/1",
        )
        assert kz_upr.cite(source) == "A paper, “A title”, 1 March 2020, https://example.org/1"
        whole = "A paper, “A title”, 1 March 2020, https://example.org/1"
        assert kz_upr.cite(Citation(source=source, locator="page, para. 2")) == f"{whole}, page, para. 2"
        assert kz_upr.cite(Citation(source=source, locator="page")) == whole  # the page is the source itself
        assert kz_upr.cite(Citation(source=source, locator="page", inferred=True)) == f"{whole} (inferred)"

    def test_a_copy_is_named_beside_the_original(self) -> None:
        """The address of the copy that was read stands apart from the address of the document."""
        copy = Source(id="s", kind=SourceKind.NEWS, title="A title", copy_url="https://example.org/copy")
        assert kz_upr.cite(copy) == "“A title”, copy at https://example.org/copy"
        both = evolve(copy, url="https://example.org/1")
        assert kz_upr.cite(both) == "“A title”, https://example.org/1, copy at https://example.org/copy"
        for source, url in ((copy, "https://example.org/copy"), (both, "https://example.org/1")):
            ((_, _, fields),) = bibtex(kz_upr.cite(source, "bibtex"))
            assert fields["url"] == f"{{{url}}}"
            (item,) = json.loads(kz_upr.cite(source, "csl-json"))
            assert item["URL"] == url

    def test_notes_and_points(self, review: kz_upr.Review) -> None:
        assert all(kz_upr.cite(note) for note in review.notes)
        cited = [point for statement in review.statements for point in statement.points if point.citations]
        assert cited
        assert all(kz_upr.cite(point) for point in cited)

    def test_paragraphs_of_one_source_are_joined(self) -> None:
        source = Source(id="s", kind=SourceKind.COUNCIL_REPORT, title="T", symbol="A/1")

        def cited(*locators: str) -> str:
            return kz_upr.cite(
                kz_upr.Totals(citations=tuple(Citation(source=source, locator=locator) for locator in locators))
            )

        assert cited("para. 2") == "A/1, para. 2"
        assert cited("para. 2", "para. 3") == "A/1, paras. 2, 3"
        assert cited("paras. 2-4") == "A/1, paras. 2-4"
        assert cited("para. 2", "annex") == "A/1, para. 2, annex"
        assert cited("annex") == "A/1, annex"
        assert cited("para. 2", "para. 2") == "A/1, para. 2"

    def test_inferred_places_are_listed_apart(self) -> None:
        source = Source(id="s", kind=SourceKind.COUNCIL_REPORT, title="T", symbol="A/1")
        stated, inferred = (Citation(source=source, locator="para. 2", inferred=value) for value in (False, True))
        assert kz_upr.cite(kz_upr.Totals(citations=(stated, inferred))) == "A/1, para. 2; para. 2 (inferred)"

    def test_discrepancies(self, review: kz_upr.Review) -> None:
        for discrepancy in review.discrepancies:
            cited = kz_upr.cite(discrepancy)
            sources = {account.citation.source for account in discrepancy.accounts}
            assert all((source.symbol or source.title) in cited for source in sources)
            keys = {entry["id"] for entry in json.loads(kz_upr.cite(discrepancy, "csl-json"))}
            assert keys == {source.id for source in sources}

    def test_nothing_cited(self) -> None:
        assert kz_upr.cite(kz_upr.Delegate(name="N.")) == ""


class TestBibtex:
    def test_the_report_of_the_council(self, review: kz_upr.Review) -> None:
        ((kind, key, fields),) = bibtex(kz_upr.cite(review.totals, "bibtex"))
        assert (kind, key) == ("techreport", "a-hrc-43-2")
        assert fields["number"] == "{A/HRC/43/2}"
        assert fields["year"] == "{2021}"  # GE.21-06039, 6 May 2021
        assert fields["month"] == "may"

    @pytest.mark.parametrize("cycle", [1, 2, 3])
    def test_every_object_of_every_review(self, cycle: int) -> None:
        review = kz_upr.load_review(cycle)
        for thing in (review, *review.statements, *review.recommendations):
            entries = bibtex(kz_upr.cite(thing, "bibtex"))
            assert entries
            assert len({key for _, key, _ in entries}) == len(entries)
            for kind, _, fields in entries:
                assert kind in ("techreport", "misc")
                assert "title" in fields
                assert kind == "misc" or "institution" in fields

    @times(4)
    @given(of_class(Source))
    def test_characters_that_mean_something_to_tex(self, source: Source) -> None:
        made = evolve(source, id="key", url=None, copy_url=None, language=None, publisher=source.publisher or "P")
        ((_, _, fields),) = bibtex(kz_upr.cite(made, "bibtex"))
        assert re.fullmatch(r"(?s)\{.*\}", fields["title"])

    def test_a_title_with_every_such_character(self) -> None:
        source = Source(id="k", kind=SourceKind.NEWS, title="50% & $5 #1 a_b {c} ~ ^ \\")
        text = kz_upr.cite(source, "bibtex")
        assert r"50\% \& \$5 \#1 a\_b \{c\}" in text
        assert len(bibtex(text)) == 1

    def test_the_place_in_the_source_is_noted(self) -> None:
        recommendation = kz_upr.find_recommendation(kz_upr.load_review(2), "124.10")
        ((_, _, fields),) = bibtex(kz_upr.cite(recommendation, "bibtex"))
        assert fields["note"] == "{para. 124.10}" or fields["note"] == "para. 124.10"
        (item,) = json.loads(kz_upr.cite(recommendation, "csl-json"))
        assert item["note"] == "para. 124.10"


class TestCsl:
    def test_the_report_of_the_council(self, review: kz_upr.Review) -> None:
        (item,) = json.loads(kz_upr.cite(review.totals, "csl-json"))
        assert item["type"] == "report"
        assert item["number"] == "A/HRC/43/2"
        assert item["issued"] == {"date-parts": [[2021, 5, 6]]}

    @pytest.mark.parametrize("cycle", [1, 2, 3])
    def test_every_object_of_every_review(self, cycle: int) -> None:
        allowed = {"id", "type", "title", "author", "number", "issued", "URL", "language", "note"}
        review = kz_upr.load_review(cycle)
        for thing in (review, *review.statements, *review.recommendations):
            items = json.loads(kz_upr.cite(thing, "csl-json"))
            assert items
            for item in items:
                assert {"id", "type", "title"} <= item.keys() <= allowed
                assert item["type"] in ("report", "webpage")
                for author in item.get("author", []):
                    assert author.keys() == {"literal"}


@pytest.mark.parametrize("style", ["un", "bibtex", "csl-json"])
@given(thing=recommendations())
def test_any_recommendation_in_every_style(style: Any, thing: kz_upr.Recommendation) -> None:
    text = kz_upr.cite(thing, style)
    assert text
    assert text == kz_upr.cite(thing, style)


def test_another_style() -> None:
    with pytest.raises(ValueError, match=r"^expected one of un, bibtex, csl-json; got 'apa'$"):
        kz_upr.cite(SOURCES[0], "apa")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("thing", "kind"),
    [
        (None, "a NoneType"),
        (3, "an int"),
        ("text", "a str"),
        (kz_upr.Clause(), "a Clause"),
        (kz_upr.resolve_state("FRA"), "a State"),
        (SOURCES, "a tuple"),
    ],
)
def test_an_object_that_cannot_have_citations(thing: object, kind: str) -> None:
    message = f"^expected a Source, a Citation or an object with citations, got {kind}$"
    for style in ("un", "bibtex", "csl-json"):
        with pytest.raises(TypeError, match=message):
            kz_upr.cite(thing, style)


def test_a_review_in_a_reference_manager_is_the_data_and_the_documents_used() -> None:
    entries = json.loads(kz_upr.cite(kz_upr.load_review(), "csl-json"))
    assert entries[0]["title"].endswith(f"(kz_upr {kz_upr.__version__}, edition 2026.11)")
    used = [entry.get("number") for entry in entries[1:]]
    assert used == ["A/HRC/WG.6/34/KAZ/1", "A/HRC/43/10/Add.1", "A/HRC/43/2"]


@pytest.mark.parametrize(
    ("code", "name"), [("en", "{english}"), ("ru", "{russian}"), ("fr", "{french}"), (None, None), ("kk", None)]
)
def test_languages_have_the_names_of_biblatex(code: str | None, name: str | None) -> None:
    source = evolve(SOURCES[0], language=code)
    ((_, _, fields),) = bibtex(kz_upr.cite(source, "bibtex"))
    assert fields.get("langid") == name
