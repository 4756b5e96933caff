"""Working Group reports: against independent readings of real ones, and small made-up ones for every layout."""

import datetime
import json
import pickle
import re
import sys
import unicodedata
from pathlib import Path
from typing import Any

import pytest

from kz_upr import PositionValue, Qualifier, Review, from_json, to_json
from kz_upr.documents import DocumentError, read_report

from made_pairs import numbers  # isort: skip
from made_reports import Maker, differences, made_report  # isort: skip
from papers import LEFT, Paper, cover, report  # isort: skip
from refusals import refused  # isort: skip

pytest.importorskip("pypdfium2", reason="needs the extra kz_upr[documents]")

#: A row of an independent reading, or what is known of a document, as JSON has it.
Row = dict[str, Any]
#: A review as it is read, what is known of its documents, and the rows of its independent reading.
Real = tuple[Review, Row, list[Row]]

SUPPORTED = "The recommendations listed below enjoy the support of Fiji:"
PENDING = "The following recommendations will be examined by Fiji, which will provide responses in due course:"
NOTED = "The recommendations below did not enjoy the support of Fiji and would thus be noted:"


def read(paper: Paper, tmp_path: Path) -> Review:
    return read_report(paper.save(tmp_path / "report.pdf")).review


def states(review: Review) -> list[list[str]]:
    return [[state.iso3 for state in recommendation.states] for recommendation in review.recommendations]


# Real reports


REPORTS = ["KAZ-1", "KAZ-2", "SVN-1", "SVN-2", "SVN-3", "GMB-2", "FJI-2", "AGO-2", "IRN-2", "BIH-2"]


@pytest.fixture(scope="module")
def index(shared: Path) -> dict[str, Row]:
    documents = json.loads((shared / "corpus" / "expected" / "index.json").read_text(encoding="utf-8"))["documents"]
    return {document["id"]: document for document in documents}


@pytest.fixture(scope="module", params=REPORTS)
def real(request: pytest.FixtureRequest, shared: Path, index: dict[str, Row]) -> Real:
    facts = index[request.param]
    file = shared / "corpus" / "documents" / facts["file"].rpartition("/")[2]
    rows = json.loads((shared / "corpus" / "expected" / f"{request.param}.json").read_text(encoding="utf-8"))["rows"]
    return read_report(file).review, facts, rows


def letters(text: str) -> str:
    return re.sub(r"[^0-9a-z]", "", unicodedata.normalize("NFKD", text).casefold())


def test_every_recommendation_is_read(real: Real) -> None:
    review, _, rows = real

    assert numbers(review) == [row["number"] for row in rows]
    assert states(review) == [row["states"] for row in rows]


def test_the_wording_is_the_printed_one(real: Real) -> None:
    review, _, rows = real

    assert [letters(str(r.official_text)) for r in review.recommendations] == [letters(row["text"]) for row in rows]


def test_every_demand_has_its_wording_and_states(real: Real) -> None:
    review, _, rows = real

    assert [
        [(clause.official_text, [state.iso3 for state in clause.states]) for clause in r.clauses]
        for r in review.recommendations
    ] == [[(clause["text"], clause["states"]) for clause in row["clauses"]] for row in rows]


def test_positions_and_qualifiers_are_those_of_the_report(real: Real) -> None:
    review, _, rows = real
    values = {"supported": "supported", "not_supported": "noted", "under_examination": "pending"}
    qualifiers = {
        "already implemented": "already implemented",
        "in the process of implementation": "in process",
        "already implemented or in the process of implementation (para. 96)": "already implemented or in process",
    }

    for recommendation, row in zip(review.recommendations, rows, strict=True):
        wanted = next((p for p in row["positions"] if p["stage"] == "working_group_report"), None)
        if wanted is not None:
            position = recommendation.positions[0]
            assert position.value == values[wanted["value"]]
            assert position.qualifier == qualifiers.get(wanted.get("qualifier"))


def test_who_spoke_is_who_is_said_to_have_spoken(real: Real) -> None:
    review, facts, _ = real

    assert review.speakers == facts["delegations_speaking"] == len(review.speaking_states)


def test_the_review_is_the_one_named(real: Real) -> None:
    review, facts, _ = real

    assert (review.id, review.cycle, review.session) == (facts["id"], facts["cycle"], facts["session"])
    assert review.documents[0].symbol == facts["wg_report"]
    if "review_date" in facts:
        assert review.date == datetime.date.fromisoformat(facts["review_date"])
    if "troika" in facts:
        assert review.troika is not None
        assert [state.iso3 for state in review.troika] == facts["troika"]
    if "delegation_members" in facts:
        assert review.delegation is not None
        assert len(review.delegation.members) + 1 == facts["delegation_members"]


def test_only_the_misprint_is_warned_of(real: Real) -> None:
    review, _, _ = real
    expected = {"IRN-2": ["136.69", "138.69"]}.get(review.id, [])

    assert len(review.warnings) == len(expected)
    assert all(any(number in str(warning) for warning in review.warnings) for number in expected)


def test_a_reading_is_kept_as_json(real: Real) -> None:
    review, _, _ = real

    assert from_json(to_json(review)) == review


# Layouts, made up


def test_what_the_first_pages_say(tmp_path: Path) -> None:
    review = read(report([(SUPPORTED, ["Paint the harbour (Peru);"])]), tmp_path)

    assert review.id == "FJI-1"
    assert (review.session, review.session_start, review.session_end) == (
        7,
        datetime.date(2010, 3, 1),
        datetime.date(2010, 3, 12),
    )
    assert (review.date, review.meeting) == (datetime.date(2010, 3, 4), 3)
    assert (review.adopted, review.adopted_meeting) == (datetime.date(2010, 3, 9), 5)
    assert review.troika is not None
    assert [state.iso3 for state in review.troika] == ["KEN", "RUS", "VNM"]
    assert [state.iso3 for state in review.advance_questions] == ["PER", "GBR", "TGO"]
    assert review.speakers == 3
    assert [state.iso3 for state in review.speaking_states] == ["PER", "TGO", "ISL"]
    source = review.documents[0]
    assert (source.symbol, source.date, source.job_number) == ("A/HRC/99/1", datetime.date(2020, 3, 3), "GE.10-00001")


def test_the_delegation(tmp_path: Path) -> None:
    delegation = read(report([(SUPPORTED, ["Paint the harbour (Peru);"])]), tmp_path).delegation

    assert delegation is not None
    assert delegation.head is not None
    assert (delegation.head.name, delegation.head.role) == ("Ana Lume", "Minister of Lamps")
    assert [(member.name, member.role) for member in delegation.members] == [
        ("Olaf Kerze", "Keeper of the harbour"),
        ("Rosa Docht", "Ambassador, Permanent Representative"),
    ]


def test_without_an_annex_the_head_is_known_from_the_introduction(tmp_path: Path) -> None:
    delegation = read(report([(SUPPORTED, ["Paint the harbour (Peru);"])], annex=False), tmp_path).delegation

    assert delegation is not None
    assert delegation.head is not None
    assert delegation.head.name == "Ana Lume"
    assert delegation.members == ()
    assert delegation.citations[0].locator == "para. 1"


@pytest.mark.parametrize(
    ("introduction", "value", "qualifier"),
    [
        (SUPPORTED, PositionValue.SUPPORTED, None),
        (PENDING, PositionValue.PENDING, None),
        (NOTED, PositionValue.NOTED, None),
        ("The recommendations listed below have been noted by Fiji:", PositionValue.NOTED, None),
        ("The recommendations below have been examined by Fiji and enjoy its support:", PositionValue.SUPPORTED, None),
        ("The following recommendations have not enjoyed the support of Fiji:", PositionValue.NOTED, None),
        ("The following recommendations shall be considered as noted:", PositionValue.NOTED, None),
        ("The following recommendations are declined by Fiji:", PositionValue.NOTED, None),
        ("The recommendations below received the support of Fiji in part:", PositionValue.SUPPORTED, None),
        ("The following recommendations were supported in part by Fiji:", PositionValue.PARTLY_SUPPORTED, None),
        ("Fiji will give its position on the following recommendations in March:", PositionValue.PENDING, None),
        ("The following recommendations are under review; Fiji will reply in June:", PositionValue.PENDING, None),
        (
            "The recommendations listed below have been examined by and enjoy the support of Fiji:",
            PositionValue.SUPPORTED,
            None,
        ),
        (
            "The recommendations enjoy the support of Fiji, which considers that they have already been implemented:",
            PositionValue.SUPPORTED,
            Qualifier.ALREADY_IMPLEMENTED,
        ),
        (
            "The recommendations enjoy the support of Fiji and are in the process of implementation:",
            PositionValue.SUPPORTED,
            Qualifier.IN_PROCESS,
        ),
        ("In the dialogue these recommendations were made:", PositionValue.UNDECIDED, None),
    ],
)
def test_the_position_is_that_of_the_group(
    tmp_path: Path, introduction: str, value: PositionValue, qualifier: Qualifier | None
) -> None:
    review = read(report([(introduction, ["Paint the harbour (Peru);", "Light it (Togo)."])]), tmp_path)

    assert {r.positions[0].value for r in review.recommendations} == {value}
    assert {r.positions[0].qualifier for r in review.recommendations} == {qualifier}
    assert bool(review.warnings) == (value is PositionValue.UNDECIDED)


def test_groups_have_their_own_numbers_and_answers(tmp_path: Path) -> None:
    review = read(
        report([(SUPPORTED, ["Paint the harbour (Peru);", "Light it (Togo)."]), (PENDING, ["Widen it (Iceland)."])]),
        tmp_path,
    )

    assert numbers(review) == ["9.1", "9.2", "10.1"]
    assert [r.position for r in review.recommendations] == ["supported", "supported", "pending"]
    assert review.recommendations[2].positions[0].citations[0].locator == "para. 10"
    assert review.warnings == ()


@pytest.mark.parametrize("indent", [142.0, LEFT])
@pytest.mark.parametrize("style", ["short", "lettered"])
def test_numbers_that_restart_get_the_paragraph(tmp_path: Path, style: str, indent: float) -> None:
    wanted = [f"Paint pier {index} of the harbour in the colours that were agreed (Peru);" for index in range(1, 16)]
    review = read(report([(SUPPORTED, wanted), (PENDING, wanted[:3])], numbers=style, indent=indent), tmp_path)

    assert numbers(review) == [*(f"9.{index}" for index in range(1, 16)), "10.1", "10.2", "10.3"]


def test_later_paragraphs_qualify_numbers(tmp_path: Path) -> None:
    paper = report(
        [
            (SUPPORTED, [f"Paint pier {index} (Peru);" for index in range(1, 6)]),
            ("Fiji considers that recommendations Nos. 1, 3-4 above have already been implemented.", []),
        ],
        numbers="short",
    )
    review = read(paper, tmp_path)

    assert [r.positions[0].qualifier for r in review.recommendations] == [
        "already implemented", None, "already implemented", "already implemented", None
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("items", "style", "wordings"),
    [
        (
            [
                "Paint the harbour (Peru);\nLamps and lighthouses",
                "Light it (Togo);",
                "Widen it (Togo);\nFill it (Peru);",
            ],
            "full",
            {
                "9.1": "Paint the harbour (Peru);",
                "9.2": "Light it (Togo);",
                "9.3": "Widen it (Togo); Fill it (Peru);",
            },
        ),
        (
            ["Spend on the harbour the sum of\n9.2 million that was promised (Peru);", "Light it (Togo);"],
            "full",
            {"9.1": "Spend on the harbour the sum of 9.2 million that was promised (Peru);", "9.2": "Light it (Togo);"},
        ),
        (
            ["Paint it in non-\ndiscriminatory and/\nor cheerful colours, 2010–\n2015 (Peru);"],
            "full",
            {"9.1": "Paint it in non-discriminatory and/or cheerful colours, 2010–2015 (Peru);"},
        ),
        (
            ["Mend the house, including:\n(a) the doors;\n(b) the windows (Peru);", "Light it (Togo)."],
            "lettered",
            {"9.1": "Mend the house, including: (a) the doors; (b) the windows (Peru);", "9.2": "Light it (Togo)."},
        ),
        (
            ["Paint the harbour (Peru)2;", "Light it (Togo);3", "Fill it (No. 29)."],
            "full",
            {"9.1": "Paint the harbour (Peru);", "9.2": "Light it (Togo);", "9.3": "Fill it (No. 29)."},
        ),
        (
            [("9.1.", "Paint the harbour (Peru);"), ("9.2", "\nLight it (Togo).")],
            "full",
            {"9.1": "Paint the harbour (Peru);", "9.2": "Light it (Togo)."},
        ),
        (
            ["Paint it (Peru);9.2. Light it (Togo); 9.3 Widen it (Peru);", ("9.4", "Fill it (Togo).")],
            "full",
            {"9.1": "Paint it (Peru);", "9.2": "Light it (Togo);", "9.3": "Widen it (Peru);", "9.4": "Fill it (Togo)."},
        ),
        (
            ["Paint it as agreed (see 9.2 Colours and 8.2 Lamps); 8.1 Widen it (Peru);"],
            "full",
            {"9.1": "Paint it as agreed (see 9.2 Colours and 8.2 Lamps); 8.1 Widen it (Peru);"},
        ),
    ],
    ids=[
        "a heading by subject",
        "a number at the beginning of a line",
        "hyphens at the end of a line",
        "letters within an item",
        "the mark of a note in the size of the text",
        "a full stop after a number, and a number on its own line",
        "numbers within a line",
        "a number of another paragraph within a line",
    ],
)
def test_what_is_wording(
    tmp_path: Path, items: list[str | tuple[str, str]], style: str, wordings: dict[str, str]
) -> None:
    review = read(report([(SUPPORTED, items)], numbers=style), tmp_path)

    assert {r.number: r.official_text for r in review.recommendations} == wordings
    assert [warning for warning in review.warnings if warning.code != "no-state"] == []


def renamed(paper: Paper, old: str, new: str) -> Paper:
    for page in paper.pages:
        page[:] = [(text.replace(old, new), left, height, size) for text, left, height, size in page]
    return paper


@pytest.mark.parametrize(
    "heading", ["Conclusions and recommendations", "II. CONCLUSIONS AND/OR RECOMMENDATIONS", "II. What was asked for"]
)
def test_headings_of_the_conclusions(tmp_path: Path, heading: str) -> None:
    paper = renamed(
        report([(SUPPORTED, ["Paint the harbour (Peru);"])]), "II. Conclusions and/or recommendations", heading
    )

    assert numbers(read(paper, tmp_path)) == ["9.1"]


def test_headings_in_the_size_of_the_text(tmp_path: Path) -> None:
    paper = report([(SUPPORTED, ["Paint the harbour (Peru);", "Light it (Togo)."])])
    for page in paper.pages[1:]:
        page[:] = [
            (text.upper() if size > 13 else text, left, height, min(size, 10)) for text, left, height, size in page
        ]
    review = read(paper, tmp_path)

    assert numbers(review) == ["9.1", "9.2"]
    assert [state.iso3 for state in review.speaking_states] == ["PER", "TGO", "ISL"]


def test_pledges_are_no_recommendations(tmp_path: Path) -> None:
    paper = report([(SUPPORTED, ["Paint the harbour (Peru);"])], annex=False)
    paper.heading("III. Voluntary pledges and commitments")
    paper.lines("11. Fiji pledges:")
    paper.lines("11.1 To paint the harbour as Peru (Peru) did;", left=142)

    assert numbers(read(paper, tmp_path)) == ["9.1"]


def test_a_later_paragraph_answers_all_before(tmp_path: Path) -> None:
    review = read(
        report(
            [
                ("In the discussion the following recommendations were made:", ["Paint the harbour (Peru);"]),
                ("The response of Fiji to these recommendations will be included in the outcome report.", []),
            ]
        ),
        tmp_path,
    )

    assert review.recommendations[0].position is PositionValue.PENDING
    assert review.recommendations[0].positions[0].citations[0].locator == "para. 10"


@pytest.mark.parametrize(
    ("items", "style", "wanted", "told"),
    [
        (
            ["Paint it (Peru);", ("8.2", "Light it (Togo);"), "Widen it (Iceland)."],
            "full",
            ["9.1", "8.2", "9.3"],
            "8.2",
        ),
        (["Paint it (Peru);", ("9.1", "Light it (Togo);"), "Widen it (Peru)."], "full", ["9.1", "9.2", "9.3"], "twice"),
        (["Paint it (Peru);", ("9.4", "Light it (Togo).")], "full", ["9.1", "9.4"], "9.2, 9.3"),
        (
            ["Paint it (Peru);", ("3.", "Light it (Togo);"), ("4.", "Fill it (Peru).")],
            "short",
            ["9.1", "9.3", "9.4"],
            "9.2",
        ),
    ],
    ids=["misprinted", "printed twice", "gap", "gap in a count that restarts"],
)
def test_numbers_that_do_not_count_on_are_kept_and_told(
    tmp_path: Path, items: list[str | tuple[str, str]], style: str, wanted: list[str], told: str
) -> None:
    review = read(report([(SUPPORTED, items)], numbers=style), tmp_path)

    assert numbers(review) == wanted
    assert any(told in str(warning) for warning in review.warnings)


def test_numbers_of_another_paragraph_have_ids_of_their_own(tmp_path: Path) -> None:
    first = ["Paint the harbour (Peru);", "Light it (Togo);"]
    again: list[str | tuple[str, str]] = ["Widen it (Iceland);", ("9.2", "Fill it (Peru);")]
    last: list[str | tuple[str, str]] = ["Mend it (Togo);", ("9.2", "Sell it (Peru).")]
    review = read(report([(SUPPORTED, first), (PENDING, again), (NOTED, last)]), tmp_path)

    assert [(r.id, r.number, r.position) for r in review.recommendations] == [
        ("FJI-1-9.1", "9.1", "supported"),
        ("FJI-1-9.2", "9.2", "supported"),
        ("FJI-1-10.1", "10.1", "pending"),
        ("FJI-1-9.2-2", "9.2", "pending"),
        ("FJI-1-11.1", "11.1", "noted"),
        ("FJI-1-9.2-3", "9.2", "noted"),
    ]


@pytest.mark.parametrize("session", ["fifty-fifth", "lamplit"])
def test_a_report_of_no_session(tmp_path: Path, session: str) -> None:
    """The fourth cycle ends with the fifty-fourth session."""
    paper = renamed(report([(SUPPORTED, ["Paint it (Peru);"])], session=session), "(A/HRC/WG.6/7/FJI/1)", "")

    assert "at which session of the Working Group" in refused(paper.save(tmp_path / "paper.pdf"))


def test_a_report_of_no_state(tmp_path: Path) -> None:
    paper = renamed(report([(SUPPORTED, ["Paint it (Peru);"])], state="Ruritania"), "FJI", "RUR")

    assert "does not name a State under review" in refused(paper.save(tmp_path / "paper.pdf"))


def test_a_session_without_days(tmp_path: Path) -> None:
    paper = renamed(report([(SUPPORTED, ["Paint it (Peru);"])]), "from 1 to 12 March 2010", "in March 2010")
    review = read(paper, tmp_path)

    assert (review.session, review.session_start, review.session_end) == (7, None, None)


def test_notes_heads_and_marks_are_no_wording(tmp_path: Path) -> None:
    paper = Paper()
    base = report([(SUPPORTED, [f"Paint pier {index} of the harbour (Peru);" for index in range(1, 60)])])
    paper.pages = base.pages
    first = paper.pages[-3]
    text, left, height, size = next(line for line in first if "(Peru);" in line[0])
    first.append(("2", left + len(text) * size * 0.6, height + 4, 6.0))
    first.append(("2", 104.0, 130.0, 6.0))
    first.append(("As read out: put paint on the pier (Togo).", LEFT, 126.0, 9.0))
    review = read(paper, tmp_path)

    assert [r.official_text for r in review.recommendations] == [
        f"Paint pier {index} of the harbour (Peru);" for index in range(1, 60)
    ]
    assert review.warnings == ()


def test_a_state_that_recommends_without_having_spoken_is_told(tmp_path: Path) -> None:
    review = read(report([(SUPPORTED, ["Paint the harbour (Kenya);"])]), tmp_path)

    assert any("Kenya" in str(warning) for warning in review.warnings)
    assert review.speaking_states == ()
    assert from_json(to_json(review)) == review


def test_counts_that_do_not_add_up_are_told(tmp_path: Path) -> None:
    paper = renamed(report([(SUPPORTED, ["Paint the harbour (Peru);"])]), "3 delegations", "4 delegations")
    review = read(paper, tmp_path)

    assert review.speakers == 4
    assert any("4 delegations" in str(warning) for warning in review.warnings)


@pytest.mark.parametrize(
    ("named", "read_as", "told"),
    [
        ("Ruritania", [], "9.1"),
        ("Icelamd", ["ISL"], "Icelamd"),
        ("Peru, Ruritania", ["PER"], "9.1: unrecognized State name “Ruritania”"),
        ("Togo, on behalf of Friends", ["TGO"], None),
    ],
    ids=["no State", "misprinted", "no State in a list", "on behalf of others"],
)
def test_names_of_states(tmp_path: Path, named: str, read_as: list[str], told: str | None) -> None:
    review = read(report([(SUPPORTED, [f"Paint the harbour ({named});"])]), tmp_path)

    assert states(review) == [read_as]
    messages = [str(warning) for warning in review.warnings if warning.code != "silent-states"]
    assert any(told in message for message in messages) if told else messages == []


def test_work_grows_with_the_pages(tmp_path: Path) -> None:
    """Counted in calls of functions, since a clock also measures the machine."""

    def calls(count: int) -> int:
        items = [f"Paint pier {index} (Peru);" for index in range(1, count)]
        file = report([(SUPPORTED, items)]).save(tmp_path / f"{count}.pdf")
        made = 0

        def counted(*_: object) -> None:
            nonlocal made
            made += 1

        sys.setprofile(counted)
        try:
            reading = read_report(file)
        finally:
            sys.setprofile(None)
        assert len(reading.review.recommendations) == count - 1
        return made

    calls(10)  # what is made once, at the first reading
    assert calls(800) < 8 * calls(200)


def test_the_warnings_travel_with_copies(tmp_path: Path) -> None:
    review = read(report([(SUPPORTED, ["Paint the harbour (Ruritania);"])]), tmp_path)

    again = pickle.loads(pickle.dumps(review))  # noqa: S301
    assert again == review
    assert again.warnings == review.warnings != ()


@pytest.mark.parametrize("style", ["short", "full"])
def test_recommendations_noted_elsewhere_are_not_the_items_of_that_number(tmp_path: Path, style: str) -> None:
    wanted = [f"Paint pier {index} (Peru);" for index in range(1, 41)]
    elsewhere = (
        "The recommendations noted in the report in paragraphs 31, 33 (a) and 38 above did not enjoy its support."
    )
    review = read(report([(SUPPORTED, wanted), (elsewhere, [])], numbers=style), tmp_path)

    assert {r.position for r in review.recommendations} == {PositionValue.SUPPORTED}


def test_what_is_refused_elsewhere_answers_nothing_here(tmp_path: Path) -> None:
    made = ("In the course of the discussion the following recommendations were made:", ["Paint it (Peru);"])
    review = read(
        report([made, ("The recommendations in paragraph 5 above did not enjoy the support of Fiji.", [])]), tmp_path
    )

    assert [r.position for r in review.recommendations] == [PositionValue.UNDECIDED]


def test_what_the_state_says_after_the_list_is_no_wording(tmp_path: Path) -> None:
    paper = report([(SUPPORTED, ["Paint the harbour (Peru);", "Light it (Togo)."])], annex=False)
    page = paper.pages[-1]
    place = next(index for index, line in enumerate(page) if line[0].startswith("10. All"))
    *_, left, height, size = page[place]
    page[place:place] = [("As to paint, Fiji keeps in mind its right to choose.", left, height + 15, size)]

    assert read(paper, tmp_path).recommendations[-1].official_text == "Light it (Togo)."


def test_more_items_than_paragraphs_count_on_from_them(tmp_path: Path) -> None:
    wanted = [f"Heed the recommendations on pier {index} (Peru);" for index in range(1, 61)]
    review = read(report([(SUPPORTED, wanted), (NOTED, wanted[:20])], numbers="short"), tmp_path)

    assert numbers(review) == [*(f"9.{index}" for index in range(1, 61)), *(f"10.{index}" for index in range(1, 21))]
    assert review.warnings == ()


def test_an_adoption_without_the_number_of_the_meeting(tmp_path: Path) -> None:
    paper = renamed(
        report([(SUPPORTED, ["Paint the harbour (Peru);"])]),
        "At its 5th meeting, held on 9 March",
        "At its meeting held on 9th March",
    )
    review = read(paper, tmp_path)

    assert (review.adopted, review.adopted_meeting) == (datetime.date(2010, 3, 9), None)


@pytest.mark.parametrize("block", range(6))
def test_reports_made_up_at_random(tmp_path: Path, block: int) -> None:
    for seed in range(3 * block, 3 * block + 3):
        paper, wanted = made_report(Maker(seed), most=50)

        assert list(differences(wanted, read(paper, tmp_path).recommendations)) == []


# What is no report


def filled(paper: Paper) -> Paper:
    paper.page()
    for _ in range(30):
        paper.line("The harbour was painted at the expense of the State and lit by night.")
    return paper


@pytest.mark.parametrize(
    ("printed", "reasons"),
    [
        ({"symbol": "A/HRC/99/1/Corr.1", "more": ("Corrigendum",)}, ["corrigendum"]),
        ({"symbol": "A/HRC/99/1/Add.1", "more": ("Addendum",)}, ["read_addendum"]),
        (
            {"symbol": "A/HRC/43/50", "title": ("Report of the Special Rapporteur on lamps",)},
            ["not a report of the Working Group", "A/HRC/43/50"],
        ),
        ({"title": ("Rapport du Groupe de travail sur l'Examen périodique", "universel")}, ["French"]),
        ({"title": ("Informe del Grupo de Trabajo sobre el Examen", "Periódico Universal")}, ["Spanish"]),
    ],
    ids=["corrigendum", "addendum", "another mechanism", "French", "Spanish"],
)
def test_documents_of_another_kind(tmp_path: Path, printed: dict[str, Any], reasons: list[str]) -> None:
    paper = Paper()
    cover(paper, **printed)

    found = refused(filled(paper).save(tmp_path / "paper.pdf"))
    assert all(reason in found for reason in reasons)


def test_a_report_in_russian(tmp_path: Path) -> None:
    """Its letters are other codes than the English ones."""
    paper = Paper()
    cover(paper, title=("Доклад Рабочей группы по универсальному", "периодическому обзору"))
    path = tmp_path / "report.pdf"
    path.write_bytes(filled(paper).content(alphabet="cp1251"))

    with pytest.raises(DocumentError, match=r"report\.pdf: is in Russian; only English documents can be read"):
        read_report(path)


def test_a_report_without_recommendations(tmp_path: Path) -> None:
    paper = Paper()
    cover(paper)
    paper.page()
    paper.lines("1. The Working Group held its seventh session from 1 to 12 March 2010 and looked at lamps.")

    assert "no numbered recommendations" in refused(paper.save(tmp_path / "paper.pdf"))
