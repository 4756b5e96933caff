"""Themes: the tree, and the look-up by id, code, label and search word."""

import re
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

import kz_upr
from conftest import rows
from kz_upr import Theme, UnknownThemeError
from kz_upr.reference import fold, theme_by_id, themes_under
from strategies import times

THEMES = kz_upr.list_themes()
ISSUES = tuple(theme for theme in THEMES if not theme.parents)


def names(theme: Theme) -> tuple[str, ...]:
    return (theme.id, theme.label, *theme.other_labels, *theme.search_words)


class TestTheTree:
    def test_the_issues_are_those_of_the_index(self, shared: Path) -> None:
        listed = rows(shared / "vocab/uhri_issues_level2_coded.csv")
        assert {issue.code for issue in ISSUES} == {row["code"] for row in listed}
        for row in listed:
            assert kz_upr.resolve_theme(row["label"]) in themes_under(row["code"])

    def test_issues_have_a_letter_and_a_digit_and_each_code_occurs_once(self) -> None:
        assert all(re.fullmatch("[A-H][0-9]", issue.code or "") for issue in ISSUES)
        codes = [theme.code for theme in THEMES if theme.code]
        assert len(set(codes)) == len(codes)

    def test_ids_are_words_and_each_occurs_once(self) -> None:
        assert all(re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", theme.id) for theme in THEMES)
        assert len({theme.id for theme in THEMES}) == len(THEMES)

    @pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.id)
    def test_parents_and_children_agree(self, theme: Theme) -> None:
        assert not (theme.parents and theme.children), "the tree has two levels"
        assert len(theme.parents) <= 2
        assert len(set(theme.parents)) == len(theme.parents)
        for id in theme.parents:
            assert theme.id in theme_by_id(id).children
            assert theme_by_id(id) in ISSUES
        for id in theme.children:
            assert theme.id in theme_by_id(id).parents

    def test_a_code_of_three_signs_begins_with_that_of_an_issue_above(self) -> None:
        finer = [theme for theme in THEMES if theme.parents and theme.code and len(theme.code) == 3]
        assert finer
        for theme in finer:
            assert (theme.code or "")[:2] in {theme_by_id(id).code for id in theme.parents}

    def test_a_theme_below_its_main_issue_and_a_second_one(self) -> None:
        """The lists print juvenile justice as F34, among those of children; justice for children is justice too."""
        assert [theme_by_id(id).code for id in kz_upr.resolve_theme("juvenile justice").parents] == ["F3", "D5"]
        assert [theme_by_id(id).code for id in kz_upr.resolve_theme("domestic violence").parents] == ["D2", "F1"]

    def test_every_issue_is_followed_by_the_themes_that_it_is_the_main_parent_of(self) -> None:
        issue = ISSUES[0]
        for theme in THEMES:
            issue = theme if not theme.parents else issue
            assert theme in (issue, *(t for t in THEMES if t.parents[:1] == (issue.id,)))


class TestThemesUnder:
    def test_an_issue_and_the_themes_below_it(self) -> None:
        below = {theme.id for theme in themes_under("D2")}
        assert {"physical-and-moral-integrity", "death-penalty", "torture", "violence-against-women"} <= below
        assert "fair-trial" not in below
        assert themes_under(kz_upr.resolve_theme("D2")) == themes_under("D2")

    def test_a_theme_has_none_below_it(self) -> None:
        assert themes_under("death penalty") == {kz_upr.resolve_theme("death-penalty")}

    @pytest.mark.parametrize("letter", ["A", "b", " D ", "H"])
    def test_a_letter_means_the_whole_group(self, letter: str) -> None:
        initial = letter.strip().upper()
        issues = {issue for issue in ISSUES if (issue.code or "").startswith(initial)}
        assert themes_under(letter) == issues | {theme_by_id(id) for issue in issues for id in issue.children}
        assert issues

    @pytest.mark.parametrize("letter", ["C", "Z", ""])
    def test_a_letter_of_no_group(self, letter: str) -> None:
        with pytest.raises(UnknownThemeError, match=f"^no theme '{letter}'"):
            themes_under(letter)

    def test_no_name(self) -> None:
        with pytest.raises(TypeError, match=r"^expected a string, got int \d+$"):
            themes_under(3)  # type: ignore[arg-type]


class TestResolveTheme:
    @pytest.mark.parametrize(
        ("name", "id"),
        [
            ("death penalty", "death-penalty"),
            ("Death Penalty", "death-penalty"),
            ("capital punishment", "death-penalty"),
            ("women's rights", "women"),
            ("Women’s rights", "women"),
            ("D2", "physical-and-moral-integrity"),
            ("d25", "torture"),
            ("torture", "torture"),
            ("NPM", "national-preventive-mechanism"),
            ("elections", "political-participation"),
            ("LGBTI", "sexual-orientation-and-gender-identity"),
            ("freedom of assembly", "peaceful-assembly"),
            # the heading of 2014, of 2020 and of 2025
            ("Acceptance of international norms", "ratification-and-accession"),
            ("Ratification of & accession to international instruments", "ratification-and-accession"),
            ("Right to physical and moral integrity", "physical-and-moral-integrity"),
        ],
    )
    def test_names_that_people_type(self, name: str, id: str) -> None:
        assert kz_upr.resolve_theme(name).id == id

    @pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.id)
    def test_every_theme_is_found_by_its_id_and_its_code(self, theme: Theme) -> None:
        assert theme_by_id(theme.id) is theme
        for name in filter(None, (theme.id, theme.code)):
            assert kz_upr.resolve_theme(name) is theme
            assert kz_upr.resolve_theme(name.upper()) is theme

    def test_every_label_of_every_list_is_a_theme(self, shared: Path) -> None:
        """The thematic lists of 2014, 2020 and 2025, with the code of the Index where one is printed."""
        listed = rows(shared / "vocab/ohchr_themes_as_used.csv")
        assert {row["generation"] for row in listed} >= {"2014", "2020", "2025"}
        for row in listed:
            found = kz_upr.resolve_theme(row["label"])
            if re.match("[A-H]", row["code"]):
                issue = theme_by_id(found.parents[0]) if found.parents else found
                assert row["code"] == found.code or row["code"][:2] == issue.code, row["label"]

    @times(8)
    @given(st.sampled_from(THEMES), st.data())
    def test_a_name_of_a_theme_finds_it_or_one_that_has_the_same_name(self, theme: Theme, data: st.DataObject) -> None:
        name = data.draw(st.sampled_from(names(theme)))
        found = kz_upr.resolve_theme(data.draw(st.sampled_from([name, name.upper(), f"the {name}", f" {name}."])))
        assert fold(name) in map(fold, names(found))

    @pytest.mark.parametrize(
        ("name", "message"),
        [
            ("deth penalty", "no theme 'deth penalty'; nearest: Death penalty"),
            ("Women right", "no theme 'Women right'; nearest: Women"),
            ("freedom of speach", "no theme 'freedom of speach'; nearest: Freedom of opinion and expression"),
            ("movement", "no theme 'movement'; nearest: Freedom of movement"),
            ("right to healht", "no theme 'right to healht'; nearest: Right to health"),
            ("Z9", "no theme 'Z9'"),
            ("D99", "no theme 'D99'"),
            ("", "no theme ''"),
            ("?", "no theme '?'"),
        ],
    )
    def test_a_miss_names_the_nearest_labels(self, name: str, message: str) -> None:
        with pytest.raises(UnknownThemeError, match=f"^{re.escape(message)}") as caught:
            kz_upr.resolve_theme(name)
        assert caught.value.asked == name
        assert len(caught.value.nearest) <= 3
        assert set(caught.value.nearest) <= {theme.label for theme in THEMES}

    @pytest.mark.parametrize(("thing", "kind"), [(None, "a NoneType"), (2, "int 2"), (THEMES[0], "a Theme")])
    def test_no_name(self, thing: object, kind: str) -> None:
        with pytest.raises(TypeError, match=f"^expected a string, got {kind}$"):
            kz_upr.resolve_theme(thing)  # type: ignore[arg-type]

    def test_only_an_id_finds_by_id(self) -> None:
        with pytest.raises(UnknownThemeError, match=r"^no theme 'Death penalty'; nearest: Death penalty$"):
            theme_by_id("Death penalty")
