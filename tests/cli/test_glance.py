"""``kz-upr show``: one review at a glance."""

from pathlib import Path

import attrs
import pytest

import kz_upr

from .conftest import RunMain


def test_the_review_of_2019(run: RunMain) -> None:
    page = run().words
    for part in (
        "Kazakhstan, third cycle",
        "7 November 2019",
        "34th session",
        "Geneva",
        "Marat Beketayev",
        "11 institutions: Supreme Court; General Prosecutor's Office; Ministries of Justice, Internal Affairs,",
        "Human Rights Commission under the President",
        "245 received, 214 supported, 31 noted (A/HRC/43/2, paras. 672, 706)",
        f"{len(kz_upr.load_review().recommendations)} of 245",
        "decision 43/109",
        "adopted without a vote on 12 March 2020",
        "31st meeting",
        "Estonia",
        "10 States, 3 United Nations bodies, 6 other stakeholders",  # A/HRC/43/2, paras. 686-698 and 700-705
        "Cite as",
        "A/HRC/43/2",
        "edition 2026.11",
        kz_upr.__version__,
    ):
        assert part in page, part


def test_what_was_decided_comes_first_and_what_is_missing_last(run: RunMain) -> None:
    page = run().out
    parts = ("245 received", "Main themes", "What Kazakhstan committed to", "Delegation", "What is missing")
    assert sorted(parts, key=page.index) == list(parts)


def test_names_what_other_sources_say_of_the_31(run: RunMain) -> None:
    """The Council's report has *noted*, el.kz *took into account*, the Astana Times *considered*."""
    decided, _, _ = run().words.partition("Main themes")
    assert "noted (A/HRC/43/2); took into account (el.kz); considered (Astana Times)" in decided
    assert "Taken here: noted." in decided
    assert "Sources disagree on when the Council adopted the outcome." in decided


def test_counts_the_themes_of_demands_and_concerns(run: RunMain) -> None:
    demands = [
        point
        for statement in kz_upr.load_review().statements
        if statement.speaker.kind != "State under review"
        for point in statement.points
        if point.act in ("recommends", "calls for", "is concerned")
    ]
    judges = sum(kz_upr.resolve_theme("independence of judges and lawyers") in point.themes for point in demands)
    assert f"Independence of judges and lawyers ({judges})" in run().words
    assert judges > 10


def test_counts_the_themes_of_recommendations_where_they_are_held(run: RunMain) -> None:
    recommendations = kz_upr.load_review(2).recommendations
    treaties = len([r for r in recommendations if kz_upr.resolve_theme("A12") in r.themes])
    page = run("--cycle", "2").words
    assert f"Ratification of & accession to international instruments ({treaties})" in page
    assert "of 194 recommendations" in page


def test_commitments_are_those_to_treaties_and_laws(run: RunMain) -> None:
    """A/HRC/43/2, paras. 673-675, 678, 680 and 683."""
    _, _, after = run().words.partition("What Kazakhstan committed to")
    committed, _, _ = after.partition("Who came")
    for part in (
        "12 March 2020 (A/HRC/43/2)",
        "accede to the Second Optional Protocol to the ICCPR",
        "to review the law on peaceful assemblies",
        "Istanbul Convention",
        "ILO Convention No. 87",
        "Sustainable Development Goals",
        "Rome Statute",
    ):
        assert part in committed, part


def test_supported_recommendations_are_commitments_where_no_statement_is_held(run: RunMain) -> None:
    assert "The 144 recommendations that it supported" in run("--cycle", "2").words
    assert "The 259 recommendations that it supported" in run("--cycle", "4").words


@pytest.mark.parametrize(
    "options", [(), ("--cycle", "1"), ("--cycle", "2"), ("--cycle", "4"), ("--edition", "2025.4")], ids=" ".join
)
def test_is_little_more_than_a_screen(run: RunMain, options: tuple[str, ...]) -> None:
    page = run(*options).out
    assert len(page.splitlines()) <= 60
    assert "…" not in page  # no list breaks off


def test_names_what_the_header_of_the_review_lacks(run: RunMain) -> None:
    """The report that states it, A/HRC/43/10, was not available; those of 2010 and 2014 were."""
    missing = "Unknown: troika, meeting, number of speakers, advance questions, report adoption"
    assert missing in run().out
    assert "Unknown:" not in run("--cycle", "1").out
    assert "Unknown:" not in run("--cycle", "2").out


def test_how_to_complete_it(run: RunMain) -> None:
    page = run().words
    assert "your own copy of A/HRC/43/10 and A/HRC/43/10/Add.1" in page
    assert "kz-upr complete A-HRC-43-10.pdf A-HRC-43-10-Add.1.pdf -o kaz-3.json" in page
    assert "kz-upr complete" not in run("--cycle", "2").words


def test_a_review_read_from_a_document(run: RunMain, tmp_path: Path) -> None:
    """Its commands name the file: without it they would show the data of the package."""
    path = tmp_path / "kaz-2.json"
    path.write_text(kz_upr.to_json(attrs.evolve(kz_upr.load_review(2), edition=None)), encoding="utf-8")
    page = run("show", "--from", path).words
    assert "kz-upr recommendations --from FILE --theme NAME" in page
    assert "--cycle" not in page


def test_what_the_press_release_alone_says(run: RunMain) -> None:
    page = run("--edition", "2025.4").out
    assert "M. Beketayev" in page
    for absent in ("34th", "245", "214", "43/109", "A/HRC/43"):
        assert absent not in page
