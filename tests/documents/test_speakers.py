"""The States that spoke, against the count of the report and the States that recommend in it."""

import pytest

from kz_upr import Citation, Clause, Evidence, Recommendation, Source, SourceKind
from kz_upr.documents.dialogue import Dialogue
from kz_upr.documents.speakers import speaking_states
from kz_upr.reference import state_by_iso3

SOURCE = Source(id="a-hrc-99-1", kind=SourceKind.WORKING_GROUP_REPORT, title="Report")


def dialogue(stated: int | None, spoke: str, uncertain: str = "") -> Dialogue:
    return Dialogue(
        statements=(),
        stated=stated,
        speaking=tuple(map(state_by_iso3, spoke.split())),
        uncertain=tuple(map(state_by_iso3, uncertain.split())),
        warnings=(),
    )


def demand(codes: str) -> Recommendation:
    return Recommendation(
        id="FJI-2-9.1",
        number="9.1",
        clauses=(Clause(states=tuple(map(state_by_iso3, codes.split())), official_text="Mend the pier"),),
        evidence=Evidence.OFFICIAL_TEXT,
        citations=(Citation(source=SOURCE, locator="para. 9.1"),),
    )


SILENT = ("silent-states", "recommend but were not found speaking: Chad, Chile")


@pytest.mark.parametrize(
    ("read", "asked", "complete", "told"),
    [
        (dialogue(2, "PER TGO"), "PER", True, []),
        (dialogue(2, "PER TGO"), "PER TCD CHL", False, [SILENT]),
        (
            dialogue(3, "PER TGO"),
            "PER",
            True,
            ["2 States were found speaking; the recommendations do not show which are missing"],
        ),
        (dialogue(3, "PER TGO"), "PER TCD CHL", False, ["missing: Chad, Chile", SILENT]),
        (dialogue(1, "PER TGO CHL"), "PER", False, ["the surplus is among Togo, Chile, which recommend nothing"]),
        (dialogue(1, "PER TGO"), "PER TGO", False, ["found speaking; it is unclear which are surplus"]),
        (dialogue(1, "PER TGO", "PER"), "PER", False, ["the surplus is among Peru, whose names do not open"]),
        (dialogue(1, "PER TGO", "PER TGO"), "PER TGO", False, ["the surplus is among Peru, Togo, whose names do not"]),
        (dialogue(None, "PER TGO"), "PER", True, ["was not found"]),
        (dialogue(None, "PER TGO"), "PER TCD", False, ["was not found", ("silent-states", "not found speaking: Chad")]),
        (dialogue(0, ""), "PER", False, []),
    ],
)
def test_what_does_not_agree(read: Dialogue, asked: str, complete: bool, told: list[str | tuple[str, str]]) -> None:
    """Which States spoke is known if none is missing and none too many."""
    speaking, warnings = speaking_states(read, [demand(asked)])

    assert speaking == (read.speaking if complete else ())
    assert len(warnings) == len(told)
    for expected, warning in zip(told, warnings, strict=True):
        code, words = expected if isinstance(expected, tuple) else ("speakers", expected)
        assert warning.code == code
        assert words in str(warning)
