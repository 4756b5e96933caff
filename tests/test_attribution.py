"""Where a text names States."""

import pytest
from hypothesis import given, strategies as st

from effort import growth
from kz_upr.attribution import namings, parentheses, states_in
from strategies import PrintedName, printed_names, times


def named(text: str) -> list[tuple[str, list[str], tuple[str, ...]]]:
    """Each place that names States: its text, the States and their names as printed."""
    return [(text[n.start : n.end], [state.iso3 for state in n.states], n.printed) for n in namings(text)]


class TestNamings:
    @pytest.mark.parametrize(
        ("text", "places"),
        [
            ("Paint (Peru);", [("(Peru)", ["PER"], ("Peru",))]),
            ("Paint (Peru); (Togo) and", [("(Peru); (Togo)", ["PER", "TGO"], ("Peru", "Togo"))]),
            ("Paint (Peru) (Peru);", [("(Peru) (Peru)", ["PER"], ("Peru",))]),
            ("Paint (Peru) and mend (CAT) it (Fiji)", [("(Peru)", ["PER"], ("Peru",)), ("(Fiji)", ["FJI"], ("Fiji",))]),
            (
                "Paint (Iran (Islamic Republic of);",
                [("(Iran (Islamic Republic of)", ["IRN"], ("Iran (Islamic Republic of)",))],
            ),
            ("the Court Ghana);", [("Ghana)", ["GHA"], ("Ghana",))]),
            ("Paint (Urugay) (Peru);", [("(Urugay) (Peru)", ["URY", "PER"], ("Urugay", "Peru"))]),
            ("as [Peru] did; Togo]; [Fiji", []),
            ("Paint (Peru) 2; (Togo)", [("(Peru) 2; (Togo)", ["PER", "TGO"], ("Peru", "Togo"))]),
            ("Paint (Peru 2)[3].", [("(Peru 2)[3]", ["PER"], ("Peru",))]),
            ("Paint (Peru) 9.2 Mend", [("(Peru)", ["PER"], ("Peru",))]),
            ("as Peru did (2000)", []),
            ("", []),
        ],
    )
    def test_places(self, text: str, places: list[tuple[str, list[str], tuple[str, ...]]]) -> None:
        assert named(text) == places

    @times(4)
    @given(st.text(alphabet=st.sampled_from("ab ()[];,./&1Peru Togo*\n"), max_size=120))
    def test_places_are_in_order_and_within_the_text(self, text: str) -> None:
        end = 0
        for naming in namings(text):
            assert end <= naming.start < naming.end <= len(text)
            assert len(naming.states) == len(naming.printed) > 0
            assert len(set(naming.states)) == len(naming.states)
            end = naming.end

    @pytest.mark.parametrize("unit", ["(", ")", "(Peru", "Peru) ", "(Peru) ", "(Peru) and "])
    def test_work_grows_with_the_length_of_the_text(self, unit: str) -> None:
        assert growth(lambda size: namings(unit * size), 210) < 1.2


class TestStatesIn:
    @pytest.mark.parametrize(
        ("content", "states"),
        [
            ("Peru", ["PER"]),
            ("Peru, Togo and Fiji", ["PER", "TGO", "FJI"]),
            ("Peru/Togo", ["PER", "TGO"]),
            ("Peru Togo", ["PER", "TGO"]),
            ("Bosnia and Herzegovina and Peru", ["BIH", "PER"]),
            ("Iran (Islamic Republic of), Peru", ["IRN", "PER"]),
            ("Peru, Peru", ["PER"]),
            ("Peru*", ["PER"]),
            ("Peru 2", ["PER"]),
            ("Peru2, Togo 13", ["PER", "TGO"]),
            ("Peru², Togo¹²", ["PER", "TGO"]),
            ("Peru [1], Togo [b]", ["PER", "TGO"]),
            ("Peru (1), Togo **", ["PER", "TGO"]),
            ("Iran (Islamic Republic of) 2, Peru a", ["IRN", "PER"]),
            ("Peru 1 Togo 2", ["PER", "TGO"]),
            ("Peru 1, 2", ["PER"]),
            ("Peru 2014", []),
            ("Chile, Republic of Korea", ["CHL", "KOR"]),
            ("Korea, Republic of, Chile", ["KOR", "CHL"]),
            ("Peru, Ruritania", []),
            ("CAT", []),
            ("2000", []),
            ("", []),
        ],
    )
    def test_a_list_of_names_alone(self, content: str, states: list[str]) -> None:
        found, printed = states_in(content)
        assert [state.iso3 for state in found] == states
        assert len(printed) == len(found)

    def test_other_words_among_the_names(self) -> None:
        for content in ("Peru, Ruritania, Togo", "Peru, on behalf of a group, Togo"):
            assert states_in(content) == ((), ())
            assert [state.iso3 for state in states_in(content, partly=True)[0]] == ["PER", "TGO"]

    def test_other_words_before_the_names(self) -> None:
        """Only what may be a name itself."""
        for content in ("Ruritania, Peru, Togo", "Kingdom of Ruritania and Peru/Togo", "EU; Peru; Togo"):
            assert states_in(content) == ((), ())
            assert [state.iso3 for state in states_in(content, partly=True)[0]] == ["PER", "TGO"]
        for content in ("including Peru, Togo", "in the north, Peru, Togo", "29 lamps, Peru, Togo"):
            assert states_in(content, partly=True) == ((), ())

    def test_names_are_printed_without_the_marks_of_notes(self) -> None:
        assert states_in("Peru 2, Togo¹, Fiji [3]")[1] == ("Peru", "Togo", "Fiji")

    def test_misprinted_names(self) -> None:
        assert states_in("Urugay, Peru") == ((), ())
        states, printed = states_in("Urugay, Peru", misprints=True)
        assert [state.iso3 for state in states] == ["URY", "PER"]
        assert printed == ("Urugay", "Peru")

    @times(4)
    @given(
        st.lists(printed_names(), min_size=1, max_size=5), st.sampled_from((", ", "; ", "/", " and ", ", and ", "\n"))
    )
    def test_names_as_documents_print_them(self, names: list[PrintedName], separator: str) -> None:
        """The States of a list; no State if it also has a name that belongs to none, unless that is allowed."""
        content = separator.join(name.text for name in names)
        known = tuple(dict.fromkeys(name.state for name in names if name.state is not None))
        if all(name.state is not None for name in names):
            assert states_in(content)[0] == known
        else:
            assert states_in(content) == ((), ())
            assert states_in(content, partly=True)[0] in ((known,) if names[0].state is not None else (known, ()))


class TestParentheses:
    @pytest.mark.parametrize(
        ("text", "pairs", "unopened", "unclosed"),
        [
            ("a (b (c) d) e) (f", [(2, 11), (5, 8)], [13], [15]),
            ("（a） [b]", [(0, 3), (4, 7)], [], []),
            ("none", [], [], []),
        ],
    )
    def test_pairs_and_single_ones(
        self, text: str, pairs: list[tuple[int, int]], unopened: list[int], unclosed: list[int]
    ) -> None:
        assert parentheses(text) == (pairs, unopened, unclosed)

    def test_only_so_many_are_looked_at_from_the_end(self) -> None:
        pairs, unopened, unclosed = parentheses(")" * 1000 + "()" * 1000 + "(" * 1000)
        assert (len(pairs), len(unopened), len(unclosed)) == (200, 200, 200)
        assert pairs[-1] == (2998, 3000)
        assert unclosed[-1] == 3999

    @times(4)
    @given(st.text(alphabet="a()[", max_size=40))
    def test_every_bracket_is_counted_once(self, text: str) -> None:
        pairs, unopened, unclosed = parentheses(text)
        places = [start for start, _ in pairs] + [end - 1 for _, end in pairs] + unopened + unclosed
        assert sorted(places) == [place for place, letter in enumerate(text) if letter in "()[]"]
