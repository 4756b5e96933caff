"""The dialogue of a report: against independent readings of real ones, and small made-up ones for every turn."""

import hashlib
import json
import unicodedata
from pathlib import Path
from typing import Any

import pytest

from effort import growth
from kz_upr import Review, Setting, Source, SourceKind, SpeakerKind, from_json, to_json, validate
from kz_upr.documents import read_report
from kz_upr.documents.containers.pdf import Line
from kz_upr.documents.dialogue import Dialogue, read_dialogue, stated_speakers
from kz_upr.documents.outline import Paragraph
from kz_upr.reference import state_by_iso3

FIJI = state_by_iso3("FJI")
SOURCE = Source(id="a-hrc-99-1", kind=SourceKind.WORKING_GROUP_REPORT, title="Report")
PRESENTED = ("I. Summary of the proceedings", "A. Presentation by the State under review")
DISCUSSED = ("I. Summary of the proceedings", "B. Interactive dialogue and responses")
COUNT = "During the interactive dialogue, 3 delegations made statements."


def paragraphs(*texts: str, headings: tuple[str, ...] = DISCUSSED, first: int = 5) -> list[Paragraph]:
    return [Paragraph(number, headings, lines=[Line(text, 100, 700, 10)]) for number, text in enumerate(texts, first)]


def dialogue(*texts: str, headings: tuple[str, ...] = DISCUSSED) -> Dialogue:
    return read_dialogue(paragraphs(*texts, headings=headings), FIJI, "FJI-2", SOURCE)


def turns(read: Dialogue) -> list[tuple[str, str]]:
    """Who speaks where: codes of States, or the name printed, with the locator."""
    return [
        ("+".join(state.iso3 for state in one.speaker.states) or one.speaker.name, one.citations[0].locator)
        for one in read.statements
    ]


# Real reports

ROLES = {
    "presentation": Setting.PRESENTATION,
    "dialogue": Setting.INTERACTIVE_DIALOGUE,
    "answer": Setting.INTERACTIVE_DIALOGUE,
    "closing": Setting.CONCLUDING_REMARKS,
}
REPORTS = ["KAZ-1", "KAZ-2", "SVN-1", "SVN-2", "SVN-3", "GMB-2", "FJI-2", "AGO-2", "IRN-2", "BIH-2"]


@pytest.fixture(scope="module", params=REPORTS)
def real(request: pytest.FixtureRequest, shared: Path) -> tuple[Review, dict[str, Any]]:
    corpus = shared / "corpus"
    index = json.loads((corpus / "expected" / "index.json").read_text(encoding="utf-8"))["documents"]
    file = next(document["file"] for document in index if document["id"] == request.param)
    expected = json.loads((corpus / "expected-dialogue" / f"{request.param}.json").read_text(encoding="utf-8"))
    return read_report(corpus / "documents" / file.rpartition("/")[2]).review, expected


def letters(text: str) -> str:
    kept = "".join(letter for letter in unicodedata.normalize("NFC", text) if letter.isalnum()).casefold()
    return hashlib.sha256(kept.encode()).hexdigest()[:16]


def cited(locator: str) -> list[int]:
    numbers: list[int] = []
    for part in locator.partition(" ")[2].split(", "):
        first, _, last = part.partition("-")
        numbers += range(int(first), int(last or first) + 1)
    return numbers


def test_every_paragraph_has_its_speaker_setting_and_wording(real: tuple[Review, dict[str, Any]]) -> None:
    review, expected = real
    read = {
        number: ([state.iso3 for state in statement.speaker.states], statement.setting, letters(text))
        for statement in review.statements
        for number, text in zip(
            cited(statement.citations[0].locator), str(statement.official_text).split("\n\n"), strict=True
        )
    }
    wanted = {
        row["n"]: (row["speakers"], ROLES[row["role"]], row["letters"])
        for row in expected["paragraphs"]
        if row["role"] in ROLES
    }

    assert {number: read.get(number) for number in wanted} == wanted


def test_as_many_states_speak_as_the_report_says(real: tuple[Review, dict[str, Any]]) -> None:
    review, expected = real

    assert review.speakers == expected["stated_delegations"] == len(review.speaking_states)


def test_the_statements_survive_json_and_keep_the_rules(real: tuple[Review, dict[str, Any]]) -> None:
    review, _ = real
    validate(review)

    assert from_json(to_json(review)) == review


# Turns


def test_the_presentation_is_one_statement() -> None:
    talk = [
        *paragraphs("Lamps had been lit.", "Two piers had been mended.", headings=PRESENTED),
        *paragraphs(COUNT, "Peru welcomed the lamps.", first=7),
    ]
    read = read_dialogue(talk, FIJI, "FJI-2", SOURCE)

    assert turns(read) == [("FJI", "paras. 5-6"), ("PER", "para. 8")]
    assert [statement.setting for statement in read.statements] == ["presentation", "interactive dialogue"]
    assert read.statements[0].official_text == "Lamps had been lit.\n\nTwo piers had been mended."
    assert [statement.id for statement in read.statements] == ["FJI-2-p5", "FJI-2-p8"]
    assert read.stated == 3


def test_without_headings_the_dialogue_begins_where_delegations_are_counted() -> None:
    read = dialogue("The Minister spoke of lamps.", COUNT, "Peru welcomed them.", headings=("Report",))

    assert turns(read) == [("FJI", "para. 5"), ("PER", "para. 7")]
    assert read.statements[0].setting is Setting.PRESENTATION


@pytest.mark.parametrize(
    ("texts", "presented", "discussed"),
    [
        (("The Minister spoke.", COUNT, "Lamps were lit.", "Peru noted them."), ["p5"], ["p7", "p8"]),
        ((COUNT, "The Minister spoke of lamps.", "Peru noted them."), ["p6"], ["p7"]),
        (("Fiji spoke of lamps.", "All delegations came.", "Peru noted them."), ["p5"], ["p7"]),
    ],
    ids=["an answer after the count", "a count before the presentation", "no count: the first other State"],
)
def test_where_the_dialogue_begins_without_headings(
    texts: tuple[str, ...], presented: list[str], discussed: list[str]
) -> None:
    read = dialogue(*texts, headings=("Report",))

    assert [(one.id, one.setting) for one in read.statements] == [
        *((f"FJI-2-{place}", Setting.PRESENTATION) for place in presented),
        *((f"FJI-2-{place}", Setting.INTERACTIVE_DIALOGUE) for place in discussed),
    ]


def test_where_nobody_else_speaks_all_is_the_presentation() -> None:
    [statement] = dialogue("The Minister spoke of lamps.", "They were lit.", headings=("Report",)).statements

    assert (statement.setting, statement.citations[0].locator) == (Setting.PRESENTATION, "paras. 5-6")


def test_without_headings_the_summary_follows_the_introduction() -> None:
    talk = paragraphs("The troika came.", "Peru was there.", "Lamps were lit.", headings=("Report",), first=3)
    read = read_dialogue([*talk, *paragraphs("Peru noted them.", headings=("Report",), first=6)], FIJI, "FJI-2", SOURCE)

    assert [one.id for one in read.statements] == ["FJI-2-p5", "FJI-2-p6"]


def test_the_presentation_begins_under_its_heading() -> None:
    opened = ("I. Summary of the proceedings",)
    talk = [
        *paragraphs("The meeting opened.", headings=opened),
        *paragraphs("Lamps were lit.", headings=PRESENTED, first=6),
    ]
    read = read_dialogue([*talk, *paragraphs("Peru noted them.", first=7)], FIJI, "FJI-2", SOURCE)

    assert [one.id for one in read.statements] == ["FJI-2-p6", "FJI-2-p7"]


def test_text_without_a_number_and_annexes_are_no_dialogue() -> None:
    unnumbered = Paragraph(None, DISCUSSED, lines=[Line("Peru asked.", 100, 700, 10)])
    annexed = Paragraph(9, DISCUSSED, annexed=True, lines=[Line("Togo asked.", 100, 700, 10)])
    read = read_dialogue([unnumbered, *paragraphs("Chad noted lamps."), annexed], FIJI, "FJI-2", SOURCE)

    assert turns(read) == [("TCD", "para. 5")]


def test_a_statement_that_begins_where_another_ends_has_an_id_of_its_own() -> None:
    read = dialogue("Peru noted lamps.", "It asked about ropes. Togo praised piers.", "Chad noted ropes.")

    assert [(one.id, one.citations[0].locator) for one in read.statements] == [
        ("FJI-2-p5", "paras. 5-6"),
        ("FJI-2-p6-2", "para. 6"),
        ("FJI-2-p7", "para. 7"),
    ]
    assert [(warning.code, warning.place) for warning in read.warnings] == [("several-speakers", "para. 6")]


def test_a_block_of_answers_is_one_statement() -> None:
    read = dialogue(
        COUNT, "Peru asked about lamps.", "The delegation said that they were lit.", "Fiji had mended a pier.",
        "On paint, a plan had been made.", "The Bahamas noted the pier.",
    )  # fmt: skip

    assert turns(read) == [("PER", "para. 6"), ("FJI", "paras. 7-9"), ("BHS", "para. 10")]
    assert read.statements[1].speaker.kind is SpeakerKind.STATE_UNDER_REVIEW
    assert read.warnings == ()


@pytest.mark.parametrize(
    "text",
    [
        "The delegation of Togo welcomed the lamps.",
        "The representative of Togo welcomed the lamps.",
        "Togo, while praising the pier, asked about lamps.",
        "Togo had concerns about the lamps.",
        "While noting the new pier, Togo welcomed the lamps.",
        "Referring to the statement made by Peru, Togo asked about lamps.",
        "According to Togo, the lamps were bright.",
        "According to the keepers, the lamps went out. Togo asked when they would be lit.",
    ],
)
def test_a_state_is_told_by_the_subject_of_the_sentence(text: str) -> None:
    assert turns(dialogue("Peru welcomed the pier.", text))[1] == ("TGO", "para. 6")


@pytest.mark.parametrize(
    "text",
    [
        "In response to questions from Togo, the delegation said that lamps were lit.",
        "With regard to the statement of Togo, Fiji noted that lamps were lit.",
        "The head of the delegation thanked Togo for its question.",
        "The State under review said that lamps were lit.",
        "Togo’s question on lamps had been answered by the delegation.",
        "Togo had asked about lamps; they were lit.",
        "Togo and others asked about lamps, which were lit.",
    ],
)
def test_an_answer_stays_the_answer_of_the_state_under_review(text: str) -> None:
    read = dialogue("Togo asked about lamps.", "The delegation thanked it.", text, "Peru noted the pier.")

    assert turns(read) == [("TGO", "para. 5"), ("FJI", "paras. 6-7"), ("PER", "para. 8")]


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (
            ("Togo asked about lamps.", "The delegation thanked it.", "Togo welcomed the answer."),
            [("TGO", "para. 5"), ("FJI", "para. 6"), ("TGO", "para. 7")],
        ),
        (
            ("Togo welcomed the lamps.", "It recommended that the pier be mended.", "Peru noted the pier."),
            [("TGO", "paras. 5-6"), ("PER", "para. 7")],
        ),
        (
            ("Peru noted lamps.", "It asked about ropes.", COUNT, "It asked about piers.", "Togo noted piers."),
            [("PER", "paras. 5-6, 8"), ("TGO", "para. 9")],
        ),
        (
            ("Peru noted lamps. Togo had sent two keepers. Chad welcomed them.", "Chad noted the pier."),
            [("PER", "para. 5"), ("TCD", "para. 6")],
        ),
        (
            (COUNT, "The lamps were welcomed by Peru, the Congo, Togo and Chad, which praised the pier."),
            [("PER+COG+TGO+TCD", "para. 6")],
        ),
        (("Peru, Togo and Chad noted the pier.",), [("PER+TGO+TCD", "para. 5")]),
    ],
    ids=[
        "a State that speaks again after an answer",
        "a State that goes on in the next paragraph",
        "a paragraph that counts the speakers",
        "a State named within the statement of another",
        "what several States are said to have noted",
        "a list of States before a verb",
    ],
)
def test_who_speaks_in_which_paragraphs(texts: tuple[str, ...], expected: list[tuple[str, str]]) -> None:
    assert turns(dialogue(*texts)) == expected


def test_several_states_in_one_paragraph_have_a_statement_each() -> None:
    read = dialogue("Peru noted lamps. Peru made recommendations. Togo asked about piers. Chad praised ropes.")

    assert turns(read) == [("PER", "para. 5"), ("TGO", "para. 5"), ("TCD", "para. 5")]
    assert [one.id for one in read.statements] == ["FJI-2-p5", "FJI-2-p5-2", "FJI-2-p5-3"]
    assert [one.official_text for one in read.statements][1:] == ["Togo asked about piers.", "Chad praised ropes."]
    assert [warning.code for warning in read.warnings] == ["several-speakers"]


def test_states_that_speak_jointly_are_one_speaker() -> None:
    [statement] = dialogue("Peru and Togo welcomed the lamps.").statements

    assert [state.iso3 for state in statement.speaker.states] == ["PER", "TGO"]
    assert statement.speaker.kind is SpeakerKind.GROUP_OF_STATES


def test_without_headings_the_dialogue_ends_before_the_recommendations() -> None:
    lead = "The following recommendations enjoy the support of Fiji:"

    assert turns(dialogue(COUNT, "Peru noted lamps.", lead, headings=("Report",))) == [("PER", "para. 6")]


def test_states_that_are_not_named_are_not_guessed_at() -> None:
    [statement, _] = dialogue("A number of delegations praised the lamps.", "Peru noted the pier.").statements

    assert (statement.speaker.kind, statement.speaker.states) == (SpeakerKind.GROUP_OF_STATES, ())
    assert statement.speaker.name == "A number of delegations"


def test_a_misprinted_speaker_is_read_with_a_warning() -> None:
    read = dialogue("Philippine noted the lamps.", "Peru noted the pier.")

    assert turns(read)[0] == ("PHL", "para. 5")
    assert "“Philippine”" in str(read.warnings[0])


def test_a_misprinted_name_of_the_state_under_review_needs_no_warning() -> None:
    talk = paragraphs("Peru noted the pier.", "Kazakstan stated that it was lit.")
    read = read_dialogue(talk, state_by_iso3("KAZ"), "KAZ-2", SOURCE)

    assert turns(read)[1] == ("KAZ", "para. 6")
    assert read.warnings == ()


def test_a_paragraph_without_a_speaker_after_a_state_is_warned_of() -> None:
    read = dialogue("Peru noted the pier.", "Lamps were protected by law.")

    assert turns(read)[1] == ("FJI", "para. 6")
    assert [(warning.code, warning.place) for warning in read.warnings] == [("speaker", "para. 6")]


def test_the_chair_speaks_after_the_concluding_remarks() -> None:
    read = dialogue("Peru noted the pier.", "In conclusion, Fiji was glad.", "The Vice-President announced a date.")

    assert [one.setting for one in read.statements][1:] == ["concluding remarks", "interactive dialogue"]
    assert read.statements[-1].speaker.kind is SpeakerKind.CHAIR


# How many spoke


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("During the interactive dialogue, 72 delegations made statements.", 72),
        ("Statements were made by 54 delegations during the dialogue.", 54),
        ("Then twelve delegations took the floor.", 12),
        ("In all, 30 States parties made comments.", 30),
        ("Peru was one of 54 delegations.", None),
        ("Fiji had received 12 delegations in its harbour.", None),
        ("During the dialogue, 1 delegation took part.", None),
        ("During the dialogue, 1 delegations made statements.", 1),
    ],
)
def test_the_stated_number_of_speakers(text: str, number: int | None) -> None:
    assert stated_speakers(text) == number


def test_states_whose_names_do_not_open_a_paragraph_are_uncertain() -> None:
    read = dialogue(COUNT, "Peru noted lamps.", "If so, Togo noted it.")

    assert ([state.iso3 for state in read.speaking], [state.iso3 for state in read.uncertain]) == (
        ["PER", "TGO"],
        ["TGO"],
    )


@pytest.mark.parametrize("text", ["Peru and ", "one hundred ", "Peru. ", "a, ", ", Peru ", "thank ", "Aa", "In "])
def test_the_work_grows_with_the_text_and_no_faster(text: str) -> None:
    def read(times: int) -> Dialogue:
        long = text * times
        return dialogue(long, f"Peru noted lamps, {long}.", f"While {long}")

    assert growth(read, 300) < 1.3
