"""``kz-upr show``: one review at a glance."""

import datetime
from collections.abc import Callable

import attrs
import pytest

import kz_upr
from kz_upr import (
    Account,
    Delegate,
    Delegation,
    Discrepancy,
    Held,
    Institution,
    InstitutionKind,
    Outcome,
    Totals,
)
from made_review import REVIEW

from .conftest import RunMain, Show


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


def test_a_review_read_from_a_document(show: Show) -> None:
    """Its commands name the file: without it they would show the data of the package."""
    page = show(attrs.evolve(kz_upr.load_review(2), edition=None))
    assert "kz-upr recommendations --from FILE --theme NAME" in page
    assert "--cycle" not in page


def test_what_the_press_release_alone_says(run: RunMain) -> None:
    page = run("--edition", "2025.4").out
    assert "M. Beketayev" in page
    for absent in ("34th", "245", "214", "43/109", "A/HRC/43"):
        assert absent not in page


CITED = REVIEW.recommendations[0].citations[:1]


class TestMadeReview:
    """What a review says in full, in part or not at all."""

    @pytest.fixture
    def show(self, show: Show) -> Callable[..., str]:
        return lambda **changes: show(attrs.evolve(REVIEW, **changes))

    def test_unknown(self, show: Callable[..., str]) -> None:
        page = show()
        assert "date unknown What was decided Recommendations: totals unknown Outcome: unknown" in page
        assert (
            "Delegation: unknown Speakers: at the review, as far as known: Peru, France and Japan, Lamplighters" in page
        )
        assert "Troika" not in page
        assert "committed to" not in page

    @pytest.mark.parametrize(
        ("outcome", "told"),
        [
            (Outcome(citations=CITED), "Outcome: adopted (A/HRC/1, para. 1)."),
            (Outcome(adopted="by vote", citations=CITED), "Outcome: adopted by vote (A/HRC/1, para. 1)."),
            (
                Outcome(decision="99/1", council_session=99, date=datetime.date(2030, 3, 1), citations=CITED),
                "Outcome: adopted on 1 March 2030, decision 99/1, 99th session of the Human Rights Council (A/HRC/1,",
            ),
            (
                Outcome(council_session=102, meeting=23, citations=CITED),
                "Outcome: adopted, 102nd session of the Human Rights Council, 23rd meeting (A/HRC/1, para. 1).",
            ),
        ],
    )
    def test_outcome(self, show: Callable[..., str], outcome: Outcome, told: str) -> None:
        assert told in show(outcome=outcome)

    @pytest.mark.parametrize(
        ("delegation", "told"),
        [
            (Delegation(citations=CITED), "Delegation: head unknown Speakers"),
            (Delegation(head=Delegate(name="A"), citations=CITED), "Delegation: headed by A Speakers"),
            (
                Delegation(head=Delegate(name="A", role="Minister of X"), stated_size=9, citations=CITED),
                "Delegation: headed by A, Minister of X Speakers",
            ),
            (
                Delegation(members=(Delegate(name="B"),), citations=CITED),
                "Delegation: head unknown; 1 other member named Speakers",
            ),
            (
                Delegation(members=(Delegate(name="B"), Delegate(name="C")), stated_size=9, citations=CITED),
                "Delegation: head unknown; 2 other members named (stated size: 9) Speakers",
            ),
            (
                Delegation(
                    institutions=tuple(
                        Institution(id=name.casefold().replace(" ", "-"), name=name, kind=InstitutionKind.OTHER)
                        for name in ("Court", "Ministry of A", "Ministry of B", "Office", "Ministry of C")
                    ),
                    citations=CITED,
                ),
                "head unknown; 5 institutions: Court; Ministries of A, B; Office; Ministry of C Speakers",
            ),
        ],
    )
    def test_delegation(self, show: Callable[..., str], delegation: Delegation, told: str) -> None:
        assert told in show(delegation=delegation)

    def test_totals(self, show: Callable[..., str]) -> None:
        totals = Totals(received=9, supported=6, noted=2, partly=1, citations=CITED)
        page = show(totals=totals, coverage=attrs.evolve(REVIEW.coverage, recommendations=Held(held=4, stated=9)))
        assert "Recommendations: 9 received, 6 supported, 2 noted, 1 partly supported (A/HRC/1, para. 1)." in page
        assert "What Kazakhstan committed to The 6 recommendations that it supported: kz-upr recommendations" in page
        assert "What is missing Recommendations: 4 of 9 held." in page

    def test_totals_of_which_only_some_are_known(self, show: Callable[..., str]) -> None:
        page = show(totals=Totals(received=9, citations=CITED))
        assert "Recommendations: 9 received (A/HRC/1, para. 1). Outcome" in page
        assert "committed to" not in page

    def test_no_statement(self, show: Callable[..., str]) -> None:
        page = show(statements=(), coverage=attrs.evolve(REVIEW.coverage, statements=Held(held=0)))
        assert "Statements:" not in page
        assert "Speakers" not in page
        held = Held(held=0, why="Nobody wrote them down.")
        page = show(statements=(), coverage=attrs.evolve(REVIEW.coverage, statements=held))
        assert "Statements: Nobody wrote them down." in page

    def test_statements_from_outside_the_review(self, show: Callable[..., str]) -> None:
        first, *others = REVIEW.statements
        outside = attrs.evolve(first, setting=kz_upr.Setting.OUTSIDE)
        assert "Statements: 3 held, 1 of them from outside the review: kz-upr" in show(statements=(outside, *others))
        assert "Statements: 3 held: kz-upr" in show()

    def test_disagreements_on_the_outcome_and_the_totals(self, show: Callable[..., str]) -> None:
        other = attrs.evolve(
            CITED[0], source=attrs.evolve(CITED[0].source, id="press", symbol=None, publisher="A Paper")
        )
        accounts = (
            Account(value="6", citation=CITED[0]),
            Account(value="7", citation=other),
            Account(value="7", citation=other),
        )

        def disputed(id: str, question: str, taken: str | None) -> Discrepancy:
            return Discrepancy(id=f"KAZ-9-d-{id}", question=question, accounts=accounts, taken=taken, why="A reason.")

        page = show(
            totals=Totals(received=9, supported=6, citations=CITED),
            outcome=Outcome(citations=CITED),
            discrepancies=(
                disputed("count", "How many recommendations Kazakhstan supported", None),
                disputed("other", "How many recommendations Peru made", "6"),
                disputed("persons", "How many persons Kazakhstan sent", "6"),
            ),
        )
        decided, _, after = page.partition("Outcome: adopted (A/HRC/1, para. 1).")
        assert decided.count("Sources disagree") == 1
        assert (
            "Sources disagree on how many recommendations Kazakhstan supported: 6 (A/HRC/1); 7 (A Paper). "
            "Taken here: none." in decided
        )
        assert "Sources disagree on how many persons Kazakhstan sent." in after
        assert "Sources disagree on 3 questions, 1 unresolved: kz-upr discrepancies" in after

    def test_troika_and_header(self, show: Callable[..., str]) -> None:
        troika = tuple(kz_upr.resolve_state(name) for name in ("Peru", "Japan", "France"))
        page = show(troika=troika, session=99, venue="Geneva", date=datetime.date(2030, 1, 2))
        assert "2 January 2030 · 99th session of the Working Group · Geneva What was decided" in page
        assert "Troika: Peru, Japan, France" in page
        assert "Unknown: meeting, number of speakers, advance questions, report adoption" in page
