"""The objects of a PDF as the standard writes them, and what is none."""

from typing import Any

import pytest

from kz_upr.documents.containers.pdf_objects import Name, Reference, SyntaxFault, parse


@pytest.mark.parametrize(
    ("content", "value"),
    [
        (b"true", True),
        (b"false", False),
        (b"null", None),
        (b"12", 12),
        (b"-7", -7),
        (b"+.5", 0.5),
        (b"3.", 3.0),
        (b"9" * 20, 99_999_999_999_999_999_999),
        (b"/Type", Name("Type")),
        (b"12 3 R", Reference(12, 3)),
        (b"<4C 61>", b"4C 61"),
        (b"(Lamp)", b"Lamp"),
        (rb"(a \) lamp)", rb"a \) lamp"),
        (b"(a (small) lamp)", b"a (small) lamp"),
        (b"(a (very (small)) lamp)", b"a (very (small)) lamp"),
        (rb"(a \((small) lamp)", rb"a \((small) lamp"),
        (b"[]", []),
        (b"[1 [2] /A(b)]", [1, [2], Name("A"), b"b"]),
        (b"<< /A 1 /B << /C [] >> /D 4 0 R >>", {"A": 1, "B": {"C": []}, "D": Reference(4, 0)}),
        (b"[" * 60 + b"]" * 60, None),
    ],
)
def test_objects(content: bytes, value: Any) -> None:
    """Each begins behind white space, and ends where it does."""
    read, end = parse(b"1 \n\t" + content + b" endobj", 2)

    assert end == 4 + len(content)
    if not content.startswith(b"[["):
        assert (read, type(read)) == (value, type(value))


@pytest.mark.parametrize(
    ("content", "place"),
    [
        (b"", 0),
        (b"lamp", 0),
        (b"trued", 0),
        (b"12lamp", 0),
        (b"9" * 21, 0),
        (b"]", 0),
        (b"[1 >>", 3),
        (b"<< /A 1 ]", 8),
        (b"<< /A >>", 6),
        (b"<< /A 1 /A 2 >>", 13),
        (b"<< (A) 1 >>", 9),
        (b"[1 2", 4),
        (b"[1 lamp]", 3),
        (b"(a (small lamp)", 0),
        (b"[1 2 (a (small) lamp", 5),
        (b"[" * 61 + b"]" * 61, 61),
    ],
)
def test_no_objects(content: bytes, place: int) -> None:
    with pytest.raises(SyntaxFault, match=f"^{place}$") as raised:
        parse(content, 0)
    assert raised.value.place == place


def test_an_object_longer_than_any() -> None:
    """Within 5,000,000 bytes from its beginning it may go on, but not further."""
    assert parse(b"  [/" + b"A" * 4_999_998 + b"]", 2)[1] == 5_000_003
    with pytest.raises(SyntaxFault, match=r"^5000003$"):
        parse(b"  [/" + b"A" * 4_999_999 + b"]", 2)
