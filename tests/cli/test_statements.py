"""``kz-upr statements``: what was said, point by point."""

from .conftest import RunMain


def test_only_points_about_the_words(run: RunMain) -> None:
    page = run("statements", "Zhusan").out
    assert "Zhusan" in page
    assert "more points on other matters" in page
    assert "moratorium" not in page


def test_points_are_found_by_what_the_words_mean(run: RunMain) -> None:
    """Of the 12 points of UN-Women, A/HRC/43/2, para. 687, two are on LGBTQI persons."""
    page = run("statements", "homosexuals", "--speaker", "UN-Women").words
    assert "2 points." in page
    assert "strengthen the legal protection of LGBTQI persons" in page


def test_misspelt_words(run: RunMain) -> None:
    first, _, rest = run("statements", "tortrue").out.partition("\n")
    assert first == 'Searching for "torture" instead of "tortrue"'
    assert rest == run("statements", "torture").out


def test_words_and_filters_must_be_met_by_one_point(run: RunMain) -> None:
    """France recommends on the death penalty, but commends on other matters."""
    assert run("statements", "death", "penalty", "--speaker", "France", "--act", "commends").out == (
        "0 statements, 0 points.\n"
    )


def test_opens_with_a_table_of_contents(run: RunMain) -> None:
    """Who spoke in the Council: A/HRC/43/2, paras. 686-698."""
    contents, _, _ = run("statements").words.partition("Show fewer")
    assert contents.startswith("Contents")
    states = contents.partition("Council: States, 12 March 2020: ")[2].partition(" Council:")[0]
    assert [name.rpartition(" (")[0] for name in states.split("; ")] == [
        "Sri Lanka",
        "Venezuela (Bolivarian Republic of)",
        "Viet Nam",
        "Afghanistan",
        "Belarus",
        "Burundi",
        "China",
        "Cuba",
        "Egypt",
        "Iran (Islamic Republic of)",
    ]


def test_opening_and_closing_remarks_in_the_council_are_told_apart(run: RunMain) -> None:
    """A/HRC/43/2, paras. 670-684 and 707-709."""
    page = run("statements", "--speaker", "Kazakhstan", "--setting", "Council").out
    opening = "Kazakhstan, opening remarks in the Council, 12 March 2020\nSource: A/HRC/43/2, paras. 670-684\n"
    closing = "Kazakhstan, concluding remarks in the Council, 12 March 2020\nSource: A/HRC/43/2, paras. 707-709\n"
    assert page.index(opening) < page.index(closing)


def test_filters(run: RunMain) -> None:
    page = run("statements", "--speaker", "France", "--act", "recommends").words
    assert page.startswith("France, interactive dialogue, 7 November 2019")
    assert page.endswith("1 statement, 5 points.")  # the mission's page numbers five
    council = run("statements", "--setting", "council states").words
    assert "10 statements" in council
    assert "Estonia" not in council
    death_penalty = run("statements", "--theme", "death penalty", "--setting", "interactive").words
    assert "Estonia" in death_penalty
    assert "abolish the death penalty for all crimes" in death_penalty
    assert "United Kingdom" not in death_penalty


def test_speaker_is_a_state_by_any_name_or_a_part_of_a_name(run: RunMain) -> None:
    assert run("statements", "--speaker", "GBR").out == run("statements", "--speaker", "UK").out
    assert "Human Rights Watch, outside the review" in run("statements", "--speaker", "rights watch").out
    assert "Kazakhstan (Marat Beketayev), presentation" in run("statements", "--speaker", "beketayev").out


def test_a_single_statement_explains_its_marks(run: RunMain) -> None:
    """The page of the Government was read as a copy; it numbers its recommendations."""
    page = run("statements", "--speaker", "UK", "--act", "recommends").words
    assert "(copy at saudipress.com)" in page
    assert "[recommends; its recommendation 1]" in page
    assert page.count("[ ] shows what the speaker does") == 1


def test_inferences_are_marked_and_explained(run: RunMain) -> None:
    page = run("statements", "--setting", "presentation").words
    assert "[reports; para. 4*]" in page
    assert "* Inferred: The paragraph names no speaker." in page


def test_points_name_the_recommendations_and_what_they_answer(run: RunMain) -> None:
    jurists = run("statements", "--speaker", "Commission of Jurists", "--setting", "council").words
    assert "on 138.83, 139.85, 139.86, 139.113" in jurists
    assert "on 139.114" in jurists
    offer = run("statements", "--act", "offers", "--setting", "interactive").words
    assert "answers United Nations Member States (none named)" in offer


def test_reason_why_there_are_none(run: RunMain) -> None:
    assert "paras. 5-123 of A/HRC/28/10" in run("statements", "--cycle", "2").words
