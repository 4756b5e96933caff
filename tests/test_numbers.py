"""The grammar of recommendation numbers, of lists and ranges of them, and of document symbols."""

import re
from typing import NamedTuple

import pytest
from hypothesis import given, strategies as st

from effort import growth
from kz_upr import expand_numbers
from kz_upr.numbers import FULL_LIST, find_symbols, number_key, report_symbol, source_id, split_number
from strategies import times

DASHES = "-‐‑‒–—―−﹘﹣－"
#: The zeros of scripts whose digits people type: Latin, Arabic, Persian, Devanagari, Bengali, Thai, fullwidth.
ZEROS = "0٠۰०০๐０"
SEPARATORS = (
    *(", ", ",", "; ", ";", ". ", ".\n", " ", "\n", " / ", "/", " & ", " and ", ", and ", " as well as ", "، ", "、"),
    *("؛ ", "，", "；", ", recommendations Nos. ", "; rec. ", "\u00a0", "\t"),
)


def in_script(text: str, zero: str) -> str:
    """The text with the digits of the script that has that zero."""
    return text.translate({ord("0") + digit: chr(ord(zero) + digit) for digit in range(10)})


class Entry(NamedTuple):
    """One number or range of a list: its paragraph if printed, its first and last item."""

    paragraph: int | None
    first: int
    last: int


class Printed(NamedTuple):
    """A list as a document prints it, and the numbers that it means."""

    text: str
    numbers: tuple[str, ...]


@st.composite
def entries(draw: st.DrawFn) -> Entry:
    first = draw(st.integers(1, 250))
    more = draw(st.integers(0, 5))
    return Entry(draw(st.none() | st.integers(1, 300)), first, first + more)


@st.composite
def printed_lists(draw: st.DrawFn) -> Printed:
    """Full and bare numbers and ranges, with any separators and dashes, in the digits of any script."""
    listed = draw(st.lists(entries(), min_size=1, max_size=6))
    text = draw(st.sampled_from(("", "Nos. ", "recommendations ", "Recommendation No. ", "the recommendations Nos: ")))
    numbers: list[str] = []
    paragraph: int | None = None
    for place, entry in enumerate(listed):
        paragraph = paragraph if entry.paragraph is None else entry.paragraph
        text += draw(st.sampled_from(SEPARATORS)) if place else ""
        printed = f"{entry.first}" if entry.paragraph is None else f"{entry.paragraph}.{entry.first}"
        if entry.last > entry.first:
            sign = draw(st.sampled_from((*DASHES, "to", "through", "up to", "until")))
            left, right = draw(st.tuples(*[st.sampled_from(("", " ", "\n"))] * 2)) if sign in DASHES else (" ", " ")
            again = "" if paragraph is None or draw(st.booleans()) else f"{paragraph}."
            printed += f"{left}{sign}{right}{again}{entry.last}"
        text += in_script(printed, draw(st.sampled_from(ZEROS)))
        prefix = "" if paragraph is None else f"{paragraph}."
        numbers += [f"{prefix}{item}" for item in range(entry.first, entry.last + 1)]
    return Printed(text + draw(st.sampled_from(("", ".", ";", " "))), tuple(numbers))


class TestExpandNumbers:
    @pytest.mark.parametrize(
        ("printed", "numbers"),
        [
            ("122.34- 35, 122.40", ["122.34", "122.35", "122.40"]),
            ("122.17-18", ["122.17", "122.18"]),
            ("140.7, 140.11-14", ["140.7", "140.11", "140.12", "140.13", "140.14"]),
            ("140.7. 140.8", ["140.7", "140.8"]),
            ("1–5, 14–16", ["1", "2", "3", "4", "5", "14", "15", "16"]),
            ("5., 6., 7., 8., 9.", ["5", "6", "7", "8", "9"]),
            ("77., 78., 79., 82.,\n83., 85.", ["77", "78", "79", "82", "83", "85"]),
            ("139.2; 139.3; 139.19", ["139.2", "139.3", "139.19"]),
            ("122.62-\n66", ["122.62", "122.63", "122.64", "122.65", "122.66"]),
            ("150 – 152 and 159", ["150", "151", "152", "159"]),
            ("122.5-122.7", ["122.5", "122.6", "122.7"]),
            ("122.1, 5 and 7", ["122.1", "122.5", "122.7"]),
            ("Nos. 1, 3-4", ["1", "3", "4"]),
            ("recommendations 122.34 and 122.35", ["122.34", "122.35"]),
            ("Recommendation No. 5", ["5"]),
            ("the recommendations Nos: 7 as well as 9", ["7", "9"]),
            ("122.5.–122.7., 122.10", ["122.5", "122.6", "122.7", "122.10"]),
            ("122.28.–122.30.", ["122.28", "122.29", "122.30"]),
            ("from 122.5 up to and including 122.7", ["122.5", "122.6", "122.7"]),
            ("122.5 through 122.7, plus 122.9", ["122.5", "122.6", "122.7", "122.9"]),
            ("122.5/122.6", ["122.5", "122.6"]),
            ("122.141-144,122.146.", ["122.141", "122.142", "122.143", "122.144", "122.146"]),
            ("١٢٢.٣٤–٣٥، ١٢٢.٤٠", ["122.34", "122.35", "122.40"]),
            ("१३९.२ and १३९.३", ["139.2", "139.3"]),
        ],
    )
    def test_printed_lists(self, printed: str, numbers: list[str]) -> None:
        assert list(expand_numbers(printed)) == numbers

    @pytest.mark.parametrize(
        ("text", "message"),
        [
            ("", "expected a recommendation number at offset 0, got the end"),
            (" , ", "expected a recommendation number at offset 3, got the end"),
            ("all", "expected a recommendation number at offset 0, got 'all'"),
            ("122.5, all", "expected a recommendation number at offset 7, got 'all'"),
            ("paragraphs 5", "expected a recommendation number at offset 0, got 'paragraphs 5'"),
            ("Nos.", "expected a recommendation number at offset 4, got the end"),
            ("122.5 bis", "expected a recommendation number at offset 6, got 'bis'"),
            ("122.9-3", "a range cannot run backwards: '122.9-3'"),
            ("121.5-122.3", "a range cannot span two paragraphs: '121.5-122.3'"),
            ("122.5-", "expected a recommendation number at offset 6, got the end"),
            ("122.5-, 7", "expected a recommendation number at offset 6, got ', 7'"),
            ("122.5--7", "expected a recommendation number at offset 6, got '-7'"),
            ("-5", "expected a recommendation number at offset 0, got '-5'"),
            ("122.12345", "expected a recommendation number at offset 0, got '122.12345'"),
            ("1.2.3", "expected a recommendation number at offset 0, got '1.2.3'"),
            ("１３９．２", "expected a recommendation number at offset 3, got '．２'"),
            ("1-9999", "more than 5000 numbers: '1-9999'"),
        ],
    )
    def test_any_other_text_is_refused_with_its_place(self, text: str, message: str) -> None:
        with pytest.raises(ValueError, match=f"^{re.escape(message)}$"):
            expand_numbers(text)

    @times(4)
    @given(printed_lists())
    def test_what_is_printed_comes_back(self, printed: Printed) -> None:
        assert expand_numbers(printed.text) == printed.numbers

    @given(st.lists(st.tuples(st.integers(1, 300), st.integers(0, 9)), min_size=1, max_size=12), st.integers(1, 250))
    def test_a_range_contains_every_number_between_its_ends(
        self, ranges: list[tuple[int, int]], paragraph: int
    ) -> None:
        printed = ", ".join(
            f"{paragraph}.{first}-{first + more}" if more else f"{paragraph}.{first}" for first, more in ranges
        )
        assert list(expand_numbers(printed)) == [
            f"{paragraph}.{number}" for first, more in ranges for number in range(first, first + more + 1)
        ]

    @times(8)
    @given(st.text(max_size=60) | st.text(alphabet=st.sampled_from("0129٣.,;-–/&: \nandtoNos"), max_size=40))
    def test_any_text_is_a_list_or_is_refused(self, text: str) -> None:
        try:
            numbers = expand_numbers(text)
        except ValueError as error:
            refusal = str(error)
        else:
            assert numbers
            assert all(re.fullmatch(r"[0-9]{1,4}(\.[0-9]{1,4})?", number) for number in numbers)
            return
        assert re.match(r"expected a recommendation number at|a range cannot|more than 5000 numbers", refusal)

    @pytest.mark.parametrize("unit", ["1, ", "122.5-7; ", "the recommendations Nos. 1 to 2 as well as ", " ", "."])
    def test_work_grows_with_the_length_of_the_text(self, unit: str) -> None:
        assert growth(lambda size: expand_numbers("122.1, " + unit * size + "7"), 300) < 1.2

    def test_no_more_numbers_than_any_review_has(self) -> None:
        assert len(expand_numbers("1-5000")) == 5000
        with pytest.raises(ValueError, match=r"^more than 5000 numbers: '1-5001'$"):
            expand_numbers("1-5001")
        with pytest.raises(ValueError, match=r"^more than 5000 numbers: '1-4000; '$"):
            expand_numbers("1-4000; " * 2)


class TestFullList:
    @pytest.mark.parametrize(
        ("text", "printed"),
        [
            ("supports 50.5.–50.8., 50.10.", "50.5.–50.8., 50.10"),
            ("supports 50.1 up to and including 50.4 as well as 50.6", "50.1 up to and including 50.4 as well as 50.6"),
            ("supports (50.1/50.2)", "50.1/50.2"),
            ("supports 50.1, 2 and 3.", "50.1, 2 and 3"),
            ("supports 50.1 and 12 other recommendations", "50.1"),
            ("supports 50.1 and 12 recommendations", "50.1"),
            ("rose by 9.5 per cent", None),
            ("of 1/1.5", None),
        ],
    )
    def test_a_list_in_running_text(self, text: str, printed: str | None) -> None:
        match = re.search(FULL_LIST, text)
        assert (match.group() if match else None) == printed


class TestSplitNumber:
    @pytest.mark.parametrize(
        ("text", "number", "wording"),
        [
            ("139.124 Paint the fences", "139.124", "Paint the fences"),
            ("139.1. Paint", "139.1", "Paint"),
            ("9.1. Paint", "9.1", "Paint"),
            ("96.21 – Paint the fences", "96.21", "Paint the fences"),
            ("139.1) Paint", "139.1", "Paint"),
            ("[139.1]", None, None),
            ("139.1: Paint", "139.1", "Paint"),
            ("  139 . 1  Paint", "139.1", "Paint"),
            ("139-114", "139.114", ""),
            ("139–114 Paint", "139.114", "Paint"),
            ("١٣٩.١ Paint", "139.1", "Paint"),
            ("0139.01 Paint", "139.1", "Paint"),
            ("139.1-year plan", "139.1", "-year plan"),
            ("139.124", "139.124", ""),
            ("Paint 139.1", None, None),
            ("139", None, None),
            ("139.1.2 Paint", None, None),
            ("12345.1 Paint", None, None),
            ("139.12345", None, None),
            ("", None, None),
        ],
    )
    def test_number_and_wording(self, text: str, number: str | None, wording: str | None) -> None:
        assert split_number(text) == (None if number is None else (number, wording))

    @times(4)
    @given(st.integers(1, 9999), st.integers(1, 9999), st.sampled_from(ZEROS), st.sampled_from((".", ":", *DASHES)))
    def test_digits_of_other_scripts_come_out_in_ascii(self, paragraph: int, item: int, zero: str, sign: str) -> None:
        assert split_number(in_script(f"{paragraph}{sign}{item}", zero)) == (f"{paragraph}.{item}", "")

    @times(4)
    @given(st.text(max_size=40))
    def test_the_wording_is_the_end_of_the_text(self, text: str) -> None:
        if split := split_number(text):
            assert re.fullmatch(r"[0-9]{1,4}\.[0-9]{1,4}", split[0])
            assert text.endswith(split[1])


class TestNumberKey:
    def test_numbers_are_sorted_as_documents_do(self) -> None:
        numbers = ["139.124", "139.2", "9.1", "139.19", "97.26", "5", "139.2-2"]
        assert sorted(numbers, key=number_key) == ["5", "9.1", "97.26", "139.2-2", "139.2", "139.19", "139.124"]

    @given(st.lists(st.tuples(st.integers(0, 999), st.integers(0, 999))))
    def test_the_order_is_that_of_paragraph_and_item(self, pairs: list[tuple[int, int]]) -> None:
        numbers = [f"{paragraph}.{item}" for paragraph, item in pairs]
        assert sorted(numbers, key=number_key) == [f"{paragraph}.{item}" for paragraph, item in sorted(pairs)]

    @given(st.text(max_size=20))
    def test_any_text_has_a_key(self, text: str) -> None:
        assert len(number_key(text)) == text.count(".") + 1


class TestSymbols:
    @pytest.mark.parametrize(
        ("text", "symbols"),
        [
            ("see A/HRC/43/10/Add.1, para. 9, and A/HRC/43/2.", ["A/HRC/43/10/Add.1", "A/HRC/43/2"]),
            ("(A/HRC/WG.6/34/KAZ/1)", ["A/HRC/WG.6/34/KAZ/1"]),
            ("A/HRC/WG.6/7/KAZ/2/Corr.1", ["A/HRC/WG.6/7/KAZ/2/Corr.1"]),
            ("A/HRC/WG.6/7/L.9", ["A/HRC/WG.6/7/L.9"]),
            ("A/HRC/28/10/Rev.1/Add.2", ["A/HRC/28/10/Rev.1/Add.2"]),
            ("A/HRC/43/L.10", ["A/HRC/43/L.10"]),
            ("A/C.3/75/L.1, E/2020/1 and a/hrc/43/2", []),
            ("", []),
        ],
    )
    def test_symbols_in_a_text(self, text: str, symbols: list[str]) -> None:
        assert list(find_symbols(text)) == symbols

    @pytest.mark.parametrize(
        ("symbol", "report"),
        [
            ("A/HRC/43/10", "A/HRC/43/10"),
            ("A/HRC/43/10/Add.1", "A/HRC/43/10"),
            ("A/HRC/43/10/Add.1/Corr.2", "A/HRC/43/10"),
            ("A/HRC/43/10/Rev.1", "A/HRC/43/10"),
        ],
    )
    def test_the_report_that_a_symbol_belongs_to(self, symbol: str, report: str) -> None:
        assert report_symbol(symbol) == report

    @given(st.text(alphabet=st.sampled_from("A/HRC.WG6431 Add"), max_size=60))
    def test_a_symbol_found_is_part_of_the_text_and_found_again(self, text: str) -> None:
        for symbol in find_symbols(text):
            assert symbol in text
            assert list(find_symbols(symbol)) == [symbol]
            assert list(find_symbols(report_symbol(symbol))) == [report_symbol(symbol)]

    def test_work_grows_with_the_length_of_the_text(self) -> None:
        assert growth(lambda size: list(find_symbols("A/HRC/43/10 " * size)), 200) < 1.2


class TestSourceId:
    @pytest.mark.parametrize(
        ("name", "id"),
        [
            ("A/HRC/43/10/Add.1", "a-hrc-43-10-add-1"),
            ("A/HRC/WG.6/34/KAZ/1", "a-hrc-wg-6-34-kaz-1"),
            ("Thematic list of recommendations, 2014", "thematic-list-of-recommendations-2014"),
            ("  (x)  ", "x"),
        ],
    )
    def test_id_of_a_symbol_or_description(self, name: str, id: str) -> None:
        assert source_id(name) == id

    @given(st.text(max_size=40))
    def test_an_id_has_lower_case_letters_digits_and_single_hyphens(self, name: str) -> None:
        assert re.fullmatch(r"([a-z0-9]+(-[a-z0-9]+)*)?", source_id(name))
        assert source_id(source_id(name)) == source_id(name)
