"""Recommendations, statements, discrepancies, citations and editions as text."""

import json
from pathlib import Path

import kz_upr
from made_review import REVIEW

from .conftest import RunMain, saved_as


class TestRecommendations:
    def test_filters(self, run: RunMain) -> None:
        noted = run("recommendations", "--position", "noted").out
        assert "139.114" in noted
        assert "139.124" not in noted
        french = run("recommendations", "--state", "France").out
        assert "139.124" in french
        assert "139.161" not in french
        assert "0 recommendations shown" in run("recommendations", "--state", "Tuvalu").out

    def test_one_in_full(self, run: RunMain) -> None:
        page = run("recommendations", "139.114").out
        for part in ("KAZ-3-139.114", "Czechia", "noted", "A/HRC/43/2"):
            assert part in page

    def test_official_text_and_what_is_not_known(self, run: RunMain, tmp_path: Path) -> None:
        path = saved_as(tmp_path / "made.json", REVIEW)
        full = run("recommendations", "1.10", "--from", path).out
        assert "Official text    Hold ELECTIONS soon\n" in full
        assert "Summary          Élections libres\n" in full
        assert "Position         unknown\n" in full
        assert "Evidence         not stated\n" in full
        bare = run("recommendations", "1.3", "--from", path).out
        assert "Summary          text and State unknown\n" in bare
        assert "Official text" not in bare

    def test_filters_on_codes(self, run: RunMain) -> None:
        """On the death penalty or the protocol that abolishes it: A/HRC/14/10, 95.41, 97.3 and 97.16-97.18."""
        page = run("recommendations", "--cycle", "1", "--theme", "capital punishment").out
        numbers = {line.split()[0] for line in page.splitlines() if line[:1].isdigit() and "." in line.split()[0]}
        assert numbers == {"95.41", "97.3", "97.16", "97.17", "97.18"}
        protocol = ("--instrument", "ICCPR-OP2", "--manner", "join")
        page = run("recommendations", "--cycle", "1", *protocol, "--group", "Asia-Pacific States").words
        assert page.startswith("95.41")  # the Philippines
        assert "1 recommendation shown" in page
        women = run("recommendations", "--cycle", "2", "--persons", "women").out
        assert "124.1 " in women  # criminalize violence against women

    def test_changed_position_shows_its_history(self, run: RunMain) -> None:
        assert "noted, then supported)" in run("recommendations", "--cycle", "2", "--text", "126.27").out

    def test_statements_where_no_recommendation_is_held(self, run: RunMain) -> None:
        page = run("recommendations", "--theme", "death penalty").out
        assert "0 recommendations shown; the data hold 18 of 245." in page
        assert "Statements on it: kz-upr statements --theme 'death penalty'" in page
        assert "Statements on it" not in run("recommendations", "--theme", "death penalty", "--cycle", "2").out

    def test_groups_in_any_case_and_by_abbreviation(self, run: RunMain) -> None:
        latin = run("recommendations", "--cycle", "2", "--group", "Latin American and Caribbean States")
        assert latin.status == 0
        assert run("recommendations", "--cycle", "2", "--group", "grulac") == latin
        assert run("recommendations", "--cycle", "2", "--group", "latin american and caribbean states") == latin

    def test_review_without_official_tags(self, run: RunMain) -> None:
        assert "No official tags" in run("recommendations", "--cycle", "2", "--sdg", "5").out


class TestSearch:
    def test_in_one_review_or_in_all(self, run: RunMain) -> None:
        one = run("search", "death", "penalty", "--limit", "99").out
        every = run("search", "death", "penalty", "--all-reviews", "--limit", "99").out
        assert "KAZ-3-dialogue-fra" in one
        assert "KAZ-1-97.16" not in one
        assert "KAZ-1-97.16" in every
        assert "KAZ-2-126.5" in every

    def test_filters(self, run: RunMain) -> None:
        noted = run("search", "death", "penalty", "--all-reviews", "--position", "noted").out
        assert "noted)" in noted
        assert "KAZ-1-95.41" not in noted  # supported
        assert "KAZ-3-dialogue" not in noted  # statements have no position
        said = run("search", "death", "penalty", "--act", "commits").words
        assert "accede to the Second Optional Protocol to the ICCPR" in said
        assert "KAZ-3-dialogue-fra" not in said

    def test_prints_only_the_points_about_the_words(self, run: RunMain) -> None:
        """A/HRC/43/2: torture is in one of the points of Forum-Asia."""
        first, _, rest = run("search", "tortrue", "--limit", "99").out.partition("\n")
        assert first == 'Searching for "torture" instead of "tortrue"'
        _, _, asia = rest.partition("KAZ-3-adoption-forum-asia\n")
        assert asia.split("\n\n")[0].partition("KAZ-")[0].count("\n  - ") == 1

    def test_says_how_many_there_are(self, run: RunMain) -> None:
        assert "The best 2 of " in run("search", "torture", "--all-reviews", "--limit", "2").out
        assert run("search", "zzzz").out == "0 found.\n"


class TestDiscrepancies:
    def test_question_accounts_taken_and_why(self, run: RunMain) -> None:
        page = run("discrepancies").words
        _, _, answered = page.partition("How Kazakhstan answered 31 recommendations ")
        for part in ("- noted [A/HRC/43/2, paras. 672, 706]", "- considered [Astana Times", "Taken noted", "Why The"):
            assert part in answered
        assert "Taken Unresolved" in page
        assert "enbekshiqazaq-380447" not in page

    def test_recommendations_and_answers_come_first(self, run: RunMain) -> None:
        page = run("discrepancies").out
        assert page.startswith("How Kazakhstan answered 31 recommendations\n")
        assert page.index("KAZ-3-d-canada-count") < page.index("KAZ-3-d-praise") < page.index("KAZ-3-d-criticism")

    def test_one_alone(self, run: RunMain) -> None:
        one = run("discrepancies", "kaz-2-d-libel").out
        assert "Id       KAZ-2-d-libel" in one
        assert one.strip() in run("discrepancies", "--cycle", "2").out
        assert "KAZ-2-d-report-date" not in one

    def test_unresolved(self, run: RunMain) -> None:
        page = run("discrepancies", "--unresolved").out
        unresolved = [one.id for one in kz_upr.load_review().discrepancies if one.taken is None]
        assert page.count("Taken    Unresolved") == page.count("Id       ") == len(unresolved)

    def test_each_fits_a_screen(self, run: RunMain) -> None:
        questions, _, _ = run("discrepancies").out.partition("Remarks on the record")
        assert max(len(part.splitlines()) for part in questions.split("\n\n")) <= 24

    def test_remarks_on_the_record_follow(self, run: RunMain) -> None:
        _, _, remarks = run("discrepancies").words.partition("Remarks on the record")
        assert "UPR Info's figure of 93 is an average" in remarks

    def test_sources_in_full(self, run: RunMain) -> None:
        assert "kz-upr cite KAZ-3-d-noted" in run("discrepancies").out
        cited = run("cite", "KAZ-3-d-noted").out
        assert "A/HRC/43/2" in cited
        assert "https://astanatimes.com/" in cited


class TestCite:
    def test_styles(self, run: RunMain) -> None:
        assert "edition 2026.11" in run("cite").out
        assert run("cite", "139.124", "--style", "bibtex").out.startswith("@")
        assert json.loads(run("cite", "139.124", "--style", "csl-json").out)

    def test_everything_with_an_id(self, run: RunMain) -> None:
        review = kz_upr.load_review()
        assert run("cite", "139.124").out == kz_upr.cite(kz_upr.find_recommendation(review, "139.124")) + "\n"
        point = next(point for one in review.statements for point in one.points if point.citations)
        statement, discrepancy = review.statements[0], review.discrepancies[0]
        for thing in (statement, statement.citations[0].source, point, discrepancy):
            assert run("cite", thing.id).out == kz_upr.cite(thing) + "\n"
        assert run("cite", discrepancy.id, "--style", "BibTeX").out.startswith("@")
        assert run("cite", "a/hrc/43/2") == run("cite", "a-hrc-43-2")

    def test_a_point_is_recorded_where_its_statement_is(self, run: RunMain) -> None:
        statements = kz_upr.load_review().statements
        statement = next(one for one in statements if not all(point.citations for point in one.points))
        point = next(point for point in statement.points if not point.citations)
        assert run("cite", point.id) == run("cite", statement.id)


def test_editions(run: RunMain) -> None:
    page = run("editions").out
    assert "2025.4" in page
    assert "2026.11" in page
    assert "14 April 2025" in " ".join(page.split())


def test_editions_compared_is_the_text_of_the_function(run: RunMain) -> None:
    expected = str(kz_upr.compare_editions("2025.4", "2026.11"))
    assert run("editions", "2025.4", "2026.11").words == " ".join(expected.split())
