"""The text of values that may hold markup."""

import pytest

from kz_upr.documents.markup import plain_text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("Light the lamps", "Light the lamps"),
        ("<p>Light <b>the</b> lamps</p>", "Light  the  lamps"),
        ("<P CLASS=lamps>Light</P>", "Light"),
        ('Light<br/>the <span style="color: red">lamps</span>', "Light the  lamps"),
        ("Light <!-- and paint --> them", "Light   them"),
        ("fewer than <5 boats and > 3 lamps", "fewer than <5 boats and > 3 lamps"),
        ("Light <lamps>", "Light <lamps>"),
        ("Lamps &amp; boats", "Lamps & boats"),
        ("Lamps&amp;nbsp;and boats", "Lamps\xa0and boats"),
        ("&lt;p&gt;Lamps&lt;/p&gt;", "<p>Lamps</p>"),
        ("  Lamps &nbsp;", "Lamps"),
        ("", ""),
    ],
)
def test_plain_text(value: str, text: str) -> None:
    """Tags go first, so that what an entity stands for is never a part of a tag."""
    assert plain_text(value) == text
