"""Where a fact is recorded, by the symbol or the name of the source."""

import datetime

import attrs

from kz_upr import Citation, Source, SourceKind
from kz_upr.cli.places import full_name, places, short_name

from .conftest import RunMain

REPORT = Source(id="report", kind=SourceKind.WORKING_GROUP_REPORT, title="Report", symbol="A/HRC/99/1")
PRESS = Source(
    id="press",
    kind=SourceKind.OTHER,
    title="Lamps in the harbour",
    publisher="A Paper",
    date=datetime.date(2019, 11, 7),
    url="https://example.org/lamps",
)


def test_the_name_of_a_source() -> None:
    assert short_name(REPORT) == full_name(REPORT) == "A/HRC/99/1"
    assert short_name(PRESS) == "A Paper, 7 November 2019"
    assert short_name(attrs.evolve(PRESS, date=None)) == "A Paper, “Lamps in the harbour”"
    assert short_name(attrs.evolve(PRESS, publisher=None)) == "“Lamps in the harbour”"
    for part in ("A Paper", "Lamps in the harbour", "7 November 2019"):
        assert part in full_name(PRESS)
    assert "example.org" not in full_name(PRESS)


def test_the_places_in_each_source() -> None:
    """That a fact stands on a web page goes without saying."""
    cited = (Citation(source=REPORT, locator="para. 9"), Citation(source=PRESS, locator="page, note 2"))

    assert places(cited, short_name) == "A/HRC/99/1, para. 9; A Paper, 7 November 2019, note 2"


def test_a_source_is_cited_once_and_by_name(run: RunMain) -> None:
    page = run("statements").words
    assert "enbekshiqazaq-380447" not in page
    sri_lanka = run("statements", "--speaker", "Sri Lanka").out
    assert sri_lanka.count("A/HRC/43/2, para. 686") == 1
