"""The grammar of recommendation numbers, of lists and ranges of them, and of document symbols.

Everything that reads numbers or symbols uses the patterns of this module. Digits of any script count, and come out as
ASCII digits.
"""

import re
from collections.abc import Iterator

from kz_upr.arguments import expect

#: The hyphens and dashes, to stand first in a character class.
DASHES = "-‐‑‒–—―−﹘﹣－"
#: One of them.
DASH = f"[{DASHES}]"

#: A number in full: the paragraph of the report and the item, ``122.34``.
FULL = r"(?P<paragraph>\d{1,4})\s?\.\s?(?P<item>\d{1,4})(?!\d)"

#: What a list of numbers consists of after its first number: separators, range signs and further numbers.
_NOT_A_NUMBER = r"(?![\d%])(?!/(?!\s?\d{1,3}\.\d))(?!\.\d)(?!\s*+(?:per\s?cent|million|billion)\b)"
#: After a bare number, what shows that it counts things: *50.1 and 12 others*.
_COUNTS = r"(?!\s++(?:\w++\s++)?(?:others?|more|recommendations?|States?|delegations?|countries|years?)\b)"
#: The words of a range: *50.1 up to and including 50.4*.
_RANGE_WORDS = r"(?:up\s++to(?:\s++and\s++including)?|through(?:\s++to)?|thru|to|till|until)"
_JOINT = rf"(?:[\s,;.&/]|{DASH}|\b(?:and|from|plus|as\s++well\s++as|{_RANGE_WORDS})\b)++"
#: A full number in running text, not a part of a longer one and not an amount.
FULL_NUMBER = rf"\d{{1,3}}\.\d{{1,3}}{_NOT_A_NUMBER}"
_ITEM = rf"\d{{1,3}}(?:\.\d{{1,3}}|(?!\d|\.\d){_COUNTS}){_NOT_A_NUMBER}"
_MORE = rf"(?:{_JOINT}{_ITEM})*"

#: What recommendations are called before their numbers: *recommendations Nos.*
CALLED = r"(?:[Rr]ecs?\.?|[Rr]ecommendations?):?\s++(?:(?:Nos?|[Nn]umbers?)\.?:?\s*+)?"
#: A list in running text whose first number is a full one.
FULL_LIST = rf"(?<![\w/.]){FULL_NUMBER}{_MORE}"
#: A list in running text of full or bare numbers.
ANY_LIST = rf"\d{{1,3}}(?:\.\d{{1,3}})?{_NOT_A_NUMBER}{_MORE}"

# Compiled when first used, as importing the package would be noticeably slower.
_LEADING = (
    rf"\s*(?P<paragraph>\d{{1,4}})\s*(?:[.:]|{DASH})\s*(?P<item>\d{{1,4}})(?!\d|\.\d)\s*(?:[.:)\]]\s*|{DASH}\s+)*"
)


def split_number(text: str) -> tuple[str, str] | None:
    """The number at the beginning of a text and the wording after it; None if the text begins with no number.

    >>> from kz_upr.numbers import split_number
    >>> split_number("96.21 – Paint the fences")
    ('96.21', 'Paint the fences')
    """
    match = re.match(_LEADING, text)
    return (f"{int(match['paragraph'])}.{int(match['item'])}", text[match.end() :]) if match else None


def number_key(number: str) -> tuple[int, ...]:
    """A key that sorts numbers as documents do: 139.2 before 139.124. A part that no number can have counts as 0."""
    return tuple(int(part) if part.isdecimal() and len(part) < 10 else 0 for part in number.split("."))


# Lists of numbers

_TOKEN = rf"(?is)(?P<number>\d+(?:\.\d+)*)|(?P<range>{DASH}|{_RANGE_WORDS}(?![^\W\d_]))|(?P<word>[^\W\d_]+)|\s+|."
#: What can stand between two numbers: punctuation, and what recommendations and their numbers are called.
_BETWEEN = frozenset(",;.&/،؛、，；") | {
    "and", "as", "both", "from", "no", "nos", "nr", "nrs", "number", "numbers", "plus", "rec", "recs", "recommendation",
    "recommendations", "the", "well",
}  # fmt: skip

#: More numbers than any review has; a text that asks for more is not a list of recommendations.
_MOST_NUMBERS = 5000


def expand_numbers(text: str) -> tuple[str, ...]:
    """Every number in a printed list of recommendations, in order.

    ``text`` is the list alone: full numbers (``122.34``) or bare ones (``34``), single or as ranges, separated by
    commas, semicolons, full stops, slashes, *and*, *as well as*, *plus* or white space; a range has a dash, *to*,
    *through*, *until* or *up to* in it; *recommendations Nos.* and the like
    may stand before a number. A bare number that follows a full one has the same paragraph. Digits of other scripts
    are returned as ASCII digits. Raises ValueError, naming the place, if anything else occurs, if a range runs
    backwards or from one paragraph to another, and if there is no number.

    >>> from kz_upr import expand_numbers
    >>> expand_numbers("122.34- 35, 122.40")
    ('122.34', '122.35', '122.40')
    >>> expand_numbers("1–3, 14")
    ('1', '2', '3', '14')
    """
    expect(text, str)
    numbers: list[str] = []
    paragraph: int | None = None
    last = 0
    begun = 0  # where the number before is printed
    in_range = False
    separated = True
    for token in re.finditer(_TOKEN, text):
        place, printed = token.start(), token.group().casefold()
        if token["number"] and (separated or in_range):
            above, item = _parts_of_number(text, place, printed)
            if in_range:
                if above not in (None, paragraph):
                    raise ValueError(f"a range cannot span two paragraphs: {_excerpt(text, begun)}")
                if item < last:
                    raise ValueError(f"a range cannot run backwards: {_excerpt(text, begun)}")
            else:
                paragraph, begun, last = paragraph if above is None else above, place, item - 1
            if len(numbers) + item - last > _MOST_NUMBERS:
                raise ValueError(f"more than {_MOST_NUMBERS} numbers: {_excerpt(text, begun)}")
            prefix = "" if paragraph is None else f"{paragraph}."
            numbers.extend(f"{prefix}{number}" for number in range(last + 1, item + 1))
            last, in_range, separated = item, False, False
        elif token["range"] and numbers and not in_range:
            in_range = True
        elif printed.isspace() or (not in_range and (printed in _BETWEEN or (printed == ":" and not numbers))):
            separated = True
        else:
            raise _unexpected(text, place)
    if in_range or not numbers:
        raise _unexpected(text, len(text))
    return tuple(numbers)


def numbers_in(text: str) -> tuple[str, ...]:
    """The numbers of a list as :func:`expand_numbers` gives them; empty if it rejects the text.

    >>> from kz_upr.numbers import numbers_in
    >>> numbers_in("122.5 to 122.7"), numbers_in("122.7 to 122.5")
    (('122.5', '122.6', '122.7'), ())
    """
    try:
        return expand_numbers(text)
    except ValueError:
        return ()


def _parts_of_number(text: str, place: int, printed: str) -> tuple[int | None, int]:
    parts = printed.split(".")
    if len(parts) > 2 or max(map(len, parts)) > 4:
        raise _unexpected(text, place)
    return (int(parts[0]), int(parts[1])) if len(parts) == 2 else (None, int(parts[0]))


def _unexpected(text: str, place: int) -> ValueError:
    found = _excerpt(text, place) if text[place:] else "the end"
    return ValueError(f"expected a recommendation number at offset {place}, got {found}")


def _excerpt(text: str, place: int) -> str:
    return repr(text[place : place + 40])


# Symbols of documents

_MARKS = r"(?:/(?:Add|Corr|Rev)\.\d{1,2})*"
_SYMBOL = rf"\bA/HRC/(?:WG\.6/\d{{1,3}}(?:/[A-Z]{{3}})?|\d{{1,3}})/(?:L\.)?\d{{1,3}}{_MARKS}\b"
#: A symbol or a part of one, as a running head or a source of a position prints it.
SYMBOL_HEAD = r"A/HRC/[\w./-]+"
#: The symbol of a report of the Working Group, with the session of the Council.
REPORT_SYMBOL = r"A/HRC/(?P<council>\d{1,3})/\d{1,3}"
#: The symbol of a document for the review of a State, with the session of the Working Group: 1 is the national report,
#: 2 the compilation, 3 the summary. Spaces may be printed around the State: *A/HRC/WG.6/9/ LBY /1*.
PAPER_SYMBOL = rf"\bA/HRC/WG\.6/(?P<session>\d{{1,2}})/\s?(?P<state>[A-Z]{{3}})\s?/\s?(?P<paper>[1-3])\b{_MARKS}"


def find_symbols(text: str) -> Iterator[str]:
    """The symbols of Human Rights Council documents in a text, in order: ``A/HRC/43/10/Add.1``."""
    return (match.group() for match in re.finditer(_SYMBOL, text))


def report_symbol(symbol: str) -> str:
    """The symbol without what marks an addendum, a corrigendum or a revision: ``A/HRC/43/10``."""
    return re.split(r"/(?:Add|Corr|Rev)\.", symbol, maxsplit=1)[0]


def source_id(name: str) -> str:
    """The id of a document as a source, from its symbol or a description.

    >>> from kz_upr.numbers import source_id
    >>> source_id("A/HRC/43/10/Add.1")
    'a-hrc-43-10-add-1'
    """
    return re.sub(r"[^a-z0-9]+", "-", name.casefold()).strip("-")
