"""Recommendations, statements, discrepancies, citations and editions as text."""

import json

import kz_upr

from .conftest import RunMain


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

    def test_changed_position_shows_its_history(self, run: RunMain) -> None:
        assert "Noted, then supported." in run("recommendations", "--cycle", "2", "--text", "126.27").out

    def test_review_without_official_tags(self, run: RunMain) -> None:
        assert "No official tags" in run("recommendations", "--cycle", "2", "--sdg", "5").out


class TestStatements:
    def test_only_points_about_the_words(self, run: RunMain) -> None:
        page = run("statements", "Zhusan").out
        assert "Zhusan" in page
        assert "more points on other matters" in page
        assert "moratorium" not in page

    def test_inferred_places_are_marked(self, run: RunMain) -> None:
        assert "page, para. 4 (inferred)" in run("statements").words

    def test_reason_why_there_are_none(self, run: RunMain) -> None:
        assert "paras. 5-123 of A/HRC/28/10" in run("statements", "--cycle", "2").words


def test_discrepancies_show_every_account(run: RunMain) -> None:
    page = run("discrepancies").words
    assert "National Council of Public Confidence: enbekshiqazaq-380447" in page
    assert "National Council of Public Trust: A/HRC/43/2, para. 671" in page
    assert "Used here none: unresolved" in page


class TestCite:
    def test_styles(self, run: RunMain) -> None:
        assert "edition 2026.11" in run("cite").out
        assert run("cite", "139.124", "--style", "bibtex").out.startswith("@")
        assert json.loads(run("cite", "139.124", "--style", "csl-json").out)

    def test_same_as_the_function(self, run: RunMain) -> None:
        recommendation = kz_upr.find_recommendation(kz_upr.load_review(), "139.124")
        assert run("cite", "139.124").out == kz_upr.cite(recommendation) + "\n"

    def test_statement_and_source(self, run: RunMain) -> None:
        statement = kz_upr.load_review().statements[0]
        source = statement.citations[0].source
        assert run("cite", statement.id).out == kz_upr.cite(statement) + "\n"
        assert run("cite", source.id).out == kz_upr.cite(source) + "\n"


def test_editions(run: RunMain) -> None:
    page = run("editions").out
    assert "2025.4" in page
    assert "2026.11" in page
    assert "14 April 2025" in page
