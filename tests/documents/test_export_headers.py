"""What a record says of its document: whether it is of the review, and of which."""

from pathlib import Path
from typing import Any

import pytest

from kz_upr import State, resolve_state
from kz_upr.documents import read_uhri_export
from kz_upr.documents.export_headers import Header, Headers, symbol_in
from kz_upr.documents.export_records import Record
from kz_upr.documents.told_reviews import NOTHING_TOLD, ToldReview
from made_exports import Row, record, whole, written


def test_other_mechanisms_and_concerns_are_left_out(tmp_path: Path) -> None:
    records = [
        record("9.1 Paint it (Peru);"),
        record("9.2 Light it (Peru);", Body="- CEDAW", Symbol="CEDAW/C/FJI/CO/1"),
        record("9.3 Widen it (Peru);", AnnotationType="Concerns/Observations"),
    ]
    reading = read_uhri_export(written(tmp_path / "x.json", records))

    assert [r.number for r in reading.recommendations] == ["9.1"]


@pytest.mark.parametrize(
    ("session", "cycle", "expected"),
    [
        (["34"], "Third cycle", (34, 3)),
        (["2019 - Session 34"], None, (34, 3)),
        ("2019, thirty-fourth session", None, (34, 3)),
        ("34th session (4-15 November 2019)", None, (34, 3)),
        (34.0, None, (34, 3)),
        ([], "Third cycle", (None, 3)),
        (None, "2nd cycle (2012-2016)", (None, 2)),
        (None, ["Cycle IV"], (None, 4)),
        (None, 3, (None, 3)),
    ],
)
def test_session_and_cycle(tmp_path: Path, session: object, cycle: object, expected: tuple[int | None, int]) -> None:
    made = whole("9.1 Paint it (Peru);", UprSession=session, UprCycle=cycle)
    reading = read_uhri_export(written(tmp_path / "x.json", [made]))

    assert (reading.session, reading.cycle) == expected
    assert [r.id for r in reading.recommendations] == [f"FJI-{expected[1]}-9.1"]
    assert reading.warnings == ()


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"UprSession": ["34", "35"]}, "unknown-session"),
        ({"UprSession": "lamps"}, "unknown-session"),
        ({"UprCycle": "lamps"}, "unknown-cycle"),
        ({"UprCycle": "Second cycle"}, "other-cycle"),
    ],
)
def test_sessions_and_cycles_that_cannot_be_read(tmp_path: Path, changes: Row, code: str) -> None:
    reading = read_uhri_export(written(tmp_path / "x.json", [whole("9.1 Paint it (Peru);", **changes)]))

    assert [warning.code for warning in reading.warnings] == [code]
    assert reading.cycle == 3


def test_what_the_caller_says_fills_what_the_records_lack(tmp_path: Path) -> None:
    bare: Row = {"Countries": [], "UprSession": [], "UprCycle": None}
    records = [whole("9.1 Paint it (Peru);", **bare), whole("9.2 Light it (Peru);", Countries=["Egypt"])]
    reading = read_uhri_export(written(tmp_path / "x.json", records), state="Fiji", session=34)

    assert [r.id for r in reading.recommendations] == ["FJI-3-9.1", "EGY-3-9.2"]
    assert [warning.code for warning in reading.warnings] == ["other-review", "several-reviews"]


A_CODE = "277ced3b-743d-465c-ae4a-135b32a7fe85"
SOUND = {"symbol": "A/HRC/43/21", "body": "UPR", "countries": "Fiji", "session": "34", "cycle": "Third cycle"}
EGYPT, FIJI = map(resolve_state, ("Egypt", "Fiji"))


def header(told: ToldReview = NOTHING_TOLD, **values: object) -> Header:
    return Headers(told).of(Record("record 1", {**SOUND, **values}))


@pytest.mark.parametrize(
    ("printed", "symbol"),
    [
        ("A/HRC/43/21", "A/HRC/43/21"),
        (" - a/hrc/43/21/ADD.1\n", "A/HRC/43/21/Add.1"),
        ("A / HRC/43 /21", "A/HRC/43/21"),
        ("", ""),
    ],
)
def test_the_form_of_a_symbol(printed: str, symbol: str) -> None:
    assert symbol_in(printed) == symbol


@pytest.mark.parametrize(
    ("values", "of_review"),
    [
        ({}, True),
        ({"kind": "Recommendations"}, True),
        ({"kind": "Concerns/Observations"}, False),
        ({"kind": "Concerns and recommendations"}, True),
        ({"body": "CEDAW"}, False),
        ({"body": "CEDAW", "symbol": ""}, False),
        ({"body": "- UPR", "symbol": ""}, True),
        ({"body": "EPU"}, True),
        ({"body": "Универсальный периодический обзор", "symbol": ""}, True),
        ({"body": "普遍定期审议", "symbol": ""}, True),
        ({"body": "الاستعراض الدوري الشامل", "symbol": ""}, True),
        ({"body": ""}, True),  # by the symbol of a report
        ({"body": A_CODE}, True),
        ({"body": A_CODE, "symbol": "CEDAW/C/FJI/CO/1"}, False),
        ({"body": "", "symbol": "A/HRC/43/21/Add.1"}, False),
        ({"body": "", "symbol": "A/HRC/WG.6/34/FJI/1"}, False),
        ({"body": "", "symbol": ""}, False),
    ],
)
def test_whether_a_record_is_of_the_review(values: dict[str, Any], of_review: bool) -> None:
    found = header(**values)

    assert found.of_review is of_review
    assert found.review == (ToldReview(FIJI, 3, 34) if of_review else NOTHING_TOLD)


@pytest.mark.parametrize(
    ("values", "review", "message"),
    [
        ({}, (FIJI, 3, 34), None),
        ({"cycle": ""}, (FIJI, 3, 34), None),
        ({"session": "-", "cycle": " - "}, (FIJI, 3, None), None),  # the symbol tells the cycle
        ({"session": "", "cycle": ""}, (FIJI, 3, None), None),
        ({"session": A_CODE, "cycle": A_CODE}, (FIJI, 3, None), None),
        ({"session": "", "cycle": "", "symbol": "A/HRC/99/1"}, (FIJI, None, None), "it lacks the cycle or the session"),
        ({"session": "lamps", "cycle": ""}, (FIJI, 3, None), "unrecognized session 'lamps'"),
        ({"session": "", "cycle": "lamps", "symbol": "A/HRC/99/1"}, (FIJI, None, None), "unrecognized cycle 'lamps'"),
        ({"cycle": "lamps" * 13}, (FIJI, 3, 34), f"unrecognized cycle {'lamps' * 12!r}"),
        (
            {"cycle": "2", "symbol": "A/HRC/99/1"},
            (FIJI, 3, 34),
            "session 34 belongs to cycle 3, but the record states cycle 2",
        ),
        (
            {"symbol": "A/HRC/28/10"},
            (FIJI, 3, 34),
            "A/HRC/28/10 is a report of cycle 2, but the record states cycle 3",
        ),
        ({"symbol": ""}, (FIJI, 3, 34), "it lacks the symbol of its document"),
        ({"symbol": "A-HRC-43-21"}, (FIJI, 3, 34), "it lacks the symbol of its document"),
        ({"countries": ""}, (None, 3, 34), "it lacks the State under review"),
        ({"countries": "Ruritania"}, (None, 3, 34), "unrecognized State name: Ruritania"),
        ({"countries": ["Fiji", "Egypt"]}, (None, 3, 34), "several States under review: Fiji, Egypt"),
    ],
)
def test_the_review_of_a_record(
    values: dict[str, Any], review: tuple[State | None, int | None, int | None], message: str | None
) -> None:
    found = header(**values)

    assert found.review == ToldReview(*review)
    assert list(map(str, found.warnings("record 1"))) == ([f"record 1: {message}"] if message else [])


def test_the_kinds_of_what_is_wrong_with_a_record() -> None:
    found = header(countries="Ruritania", cycle="2", symbol="")

    assert [(warning.kind, warning.code, warning.place) for warning in found.warnings("record 7")] == [
        ("unread", "unknown-name", "record 7"),
        ("inconsistency", "other-cycle", "record 7"),
        ("unread", "no-symbol", "record 7"),
    ]


@pytest.mark.parametrize(
    ("values", "told", "review", "message"),
    [
        ({}, ToldReview(FIJI, 3, 34), (FIJI, 3, 34), None),
        ({}, ToldReview(EGYPT), (FIJI, 3, 34), "its state is Fiji, not Egypt as the caller says"),
        ({}, ToldReview(cycle=2), (FIJI, 3, 34), "its cycle is 3, not 2 as the caller says"),
        ({}, ToldReview(session=35), (FIJI, 3, 34), "its session is 34, not 35 as the caller says"),
        ({"countries": ""}, ToldReview(EGYPT), (EGYPT, 3, 34), None),
        ({"session": ""}, ToldReview(session=35), (FIJI, 3, 35), None),
        ({"session": ""}, ToldReview(session=20), (FIJI, 3, None), None),  # of another cycle
        ({"session": "", "cycle": "", "symbol": "A/HRC/99/1"}, ToldReview(session=20), (FIJI, 2, 20), None),
        ({"session": "", "cycle": "", "symbol": "A/HRC/99/1"}, ToldReview(cycle=2), (FIJI, 2, None), None),
        ({"session": ""}, ToldReview(EGYPT), (FIJI, 3, None), "its state is Fiji, not Egypt as the caller says"),
    ],
)
def test_what_the_caller_says_of_the_review(
    values: dict[str, Any],
    told: ToldReview,
    review: tuple[State | None, int | None, int | None],
    message: str | None,
) -> None:
    found = header(told, **values)

    assert found.review == ToldReview(*review)
    assert [(w.code, str(w)) for w in found.warnings("record 1")] == (
        [("other-review", f"record 1: {message}")] if message else []
    )


def test_records_with_other_keys_after_each_other() -> None:
    headers = Headers(NOTHING_TOLD)
    keys = {"Land": "countries", "Sign": "symbol", "Body": "body"}
    renamed = Record(
        "record 2", {"Land": "Egypt", "Sign": "A/HRC/43/16", "Body": "UPR"}, {v: k for k, v in keys.items()}
    )
    found = [headers.of(each) for each in (Record("record 1", SOUND), renamed, Record("record 3", SOUND))]

    assert [(each.symbol, each.review.state) for each in found] == [
        ("A/HRC/43/21", FIJI),
        ("A/HRC/43/16", EGYPT),
        ("A/HRC/43/21", FIJI),
    ]
