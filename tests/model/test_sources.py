"""Sources, citations of them, and what they disagree on."""

import attrs
import pytest

from kz_upr import Account, Citation, Discrepancy, Note, Source, SourceKind

BOOK = Source(id="book", kind=SourceKind.OTHER, title="A book of lamps")
REPORT = Source(id="a-hrc-99-1", kind=SourceKind.WORKING_GROUP_REPORT, title="Report", symbol="A/HRC/99/1")
HERE = Citation(source=REPORT, locator="para. 1")


@pytest.mark.parametrize(
    ("thing", "shown"),
    [
        (BOOK, "<Source book>"),
        (REPORT, "<Source A/HRC/99/1>"),
        (HERE, "<Citation A/HRC/99/1, para. 1>"),
        (Citation(source=BOOK, locator="page", inferred=True), "<Citation book, page (inferred)>"),
        (Account(value="31 noted", citation=HERE), "<Account '31 noted', A/HRC/99/1>"),
        (Account(value="31", citation=attrs.evolve(HERE, source=BOOK)), "<Account '31', book>"),
        (
            Discrepancy(id="KAZ-3-d-noted", question="Number noted", accounts=(), why="It is open."),
            "<Discrepancy KAZ-3-d-noted: Number noted (0 accounts)>",
        ),
        (Note(text="A remark.", citations=(HERE,)), "<Note A remark.>"),
    ],
    ids=str,
)
def test_how_it_is_shown(thing: object, shown: str) -> None:
    assert repr(thing) == shown


def test_what_is_not_given_is_not_known() -> None:
    unknown = {field.name: getattr(BOOK, field.name) for field in attrs.fields(Source)[3:]}

    assert unknown == dict.fromkeys(unknown)
    assert (HERE.inferred, HERE.note) == (False, None)
    assert Discrepancy(id="KAZ-3-d", question="?", accounts=(), why="It is open.").taken is None
