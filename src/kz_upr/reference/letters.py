"""Characters as a reader sees them."""

import itertools
import re
import unicodedata
from typing import Literal

#: Characters that print nothing: soft hyphens, zero-width spaces and joiners, direction marks, byte order marks.
INVISIBLE = "\u00ad\u034f\u061c\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb"
_LIGATURES = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}  # as printing joins letters
)


def visible(text: str) -> str:
    r"""The text without invisible characters, and with the letters of its ligatures apart.

    >>> visible("har\u00adbour o\ufb03ce")
    'harbour office'
    """
    if text.isascii():
        return text
    text = re.sub(f"[{INVISIBLE}]+", "", text)
    return text.translate(_LIGATURES) if re.search("[ﬀ-ﬆ]", text) else text  # looking first takes a quarter of the time


def normalized(form: Literal["NFKC", "NFKD"], text: str) -> str:
    """The text in a Unicode normalization form.

    ``unicodedata`` sorts the marks on a letter by comparing each with all others. A text of thousands on one letter
    would take hours; they are sorted here first.
    """
    return unicodedata.normalize(form, re.sub(r"[^\w\x00-\x7f]{50,}", _with_sorted_marks, text))


def _with_sorted_marks(run: re.Match[str]) -> str:
    letters = "".join(unicodedata.normalize("NFKD", letter) for letter in run.group())
    parts = itertools.groupby(letters, key=lambda letter: unicodedata.combining(letter) > 0)
    return "".join("".join(sorted(part, key=unicodedata.combining) if marks else part) for marks, part in parts)


def spaced(text: str) -> str:
    r"""The text with every run of white space as one space, and none at its ends.

    >>> spaced(" Paint  the\nfences")
    'Paint the fences'
    """
    # of white space only the space is printable, and most texts are as they should be
    if text.isprintable() and "  " not in text and text[:1] != " " and text[-1:] != " ":
        return text
    return " ".join(text.split())
