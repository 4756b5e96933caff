"""The exceptions of the package."""

import copy
import pickle
import sys
from collections.abc import Callable

import pytest
from hypothesis import given, strategies as st

import kz_upr
from kz_upr import DataFileError, InvalidDocumentError, OtherReviewError, UnknownNameError
from kz_upr.errors import nearest_names


@pytest.mark.parametrize(
    "error",
    [
        kz_upr.UnknownCycleError,
        kz_upr.UnknownEditionError,
        kz_upr.UnknownInstrumentError,
        kz_upr.UnknownPersonsError,
        kz_upr.UnknownRecommendationError,
        kz_upr.UnknownStateError,
        kz_upr.UnknownThemeError,
    ],
)
def test_a_name_that_does_not_exist_is_a_key_error(error: type[UnknownNameError]) -> None:
    made = error("asked", existing=["asker", "other"], within="here")
    assert isinstance(made, KeyError)
    assert isinstance(made, LookupError)
    assert (made.asked, made.existing, made.nearest, made.within) == ("asked", ("asker", "other"), ("asker",), "here")
    assert str(made) == f"no {error.kind} 'asked' in here; nearest: asker; existing: asker, other"


def test_only_what_is_known_is_in_the_message() -> None:
    assert str(UnknownNameError("a")) == "no name 'a'"
    assert str(UnknownNameError("a", nearest=["b", "c"])) == "no name 'a'; nearest: b, c"
    many = [str(number) for number in range(100)]
    assert str(UnknownNameError("a", existing=many)) == "no name 'a'; existing: 0, 1, 2, 3, 4, 5, 6, … 99 (100 in all)"


@pytest.mark.parametrize(
    ("resolve", "error"),
    [
        (kz_upr.resolve_state, kz_upr.UnknownStateError),
        (kz_upr.resolve_theme, kz_upr.UnknownThemeError),
        (kz_upr.resolve_affected_persons, kz_upr.UnknownPersonsError),
        (kz_upr.resolve_instrument, kz_upr.UnknownInstrumentError),
    ],
)
@pytest.mark.parametrize("name", ["Rights of Kazakhstn", "zzz"])
def test_errors_of_the_look_ups_can_be_copied_and_pickled(
    resolve: Callable[[str], object], error: type[UnknownNameError], name: str
) -> None:
    with pytest.raises(error, match=f"^no {error.kind} '{name}'") as caught:
        resolve(name)
    for again in (pickle.loads(pickle.dumps(caught.value)), copy.copy(caught.value)):  # noqa: S301
        assert type(again) is error
        assert str(again) == str(caught.value)
        assert (again.asked, again.nearest) == (name, caught.value.nearest)


@pytest.mark.parametrize("number", ["139.123", "1.1", "nonsense"])
def test_look_up_errors_can_be_copied_and_pickled(number: str) -> None:
    with pytest.raises(kz_upr.UnknownRecommendationError, match=f"^no recommendation '{number}' in KAZ-3") as caught:
        kz_upr.find_recommendation(kz_upr.load_review(), number)
    for again in (pickle.loads(pickle.dumps(caught.value)), copy.copy(caught.value)):  # noqa: S301
        assert type(again) is kz_upr.UnknownRecommendationError
        assert str(again) == str(caught.value)
        assert again.nearest == caught.value.nearest
        assert again.existing == caught.value.existing
        assert again.asked == number


def test_errors_of_data_files_can_be_pickled() -> None:
    error = DataFileError("x.json", "one", "two")
    again = pickle.loads(pickle.dumps(error))  # noqa: S301
    assert str(again) == str(error) == "bundled data file x.json: expected one, got two; reinstall kz_upr"
    assert (again.name, again.expected, again.found) == ("x.json", "one", "two")


def test_an_app_without_the_data_files_cannot_be_mended_by_installing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)  # as PyInstaller and others set it
    assert str(DataFileError("x.json", "a file", "none")).endswith("; add the data files of kz_upr to the app")


def test_the_cycle_of_the_review_that_a_document_belongs_to() -> None:
    error = OtherReviewError("A/HRC/28/10 belongs to cycle 2, not to cycle 3", 2)
    twin = pickle.loads(pickle.dumps(error))  # noqa: S301

    assert str(twin) == str(error) == "A/HRC/28/10 belongs to cycle 2, not to cycle 3; use load_review(2)"
    assert (twin.reason, twin.cycle) == (error.reason, 2)
    assert (str(OtherReviewError("no")), OtherReviewError("no").cycle) == ("no", None)


def test_errors_of_documents_can_be_pickled() -> None:
    error = InvalidDocumentError([("$.a", "wrong"), ("$.b", "missing")])
    again = pickle.loads(pickle.dumps(error))  # noqa: S301
    assert again.faults == error.faults == (("$.a", "wrong"), ("$.b", "missing"))
    assert str(again) == str(error) == "$.a: wrong\n$.b: missing"
    assert isinstance(error, ValueError)


@pytest.mark.parametrize(
    ("cycle", "end"),
    [
        (2, "nearest: 126.48, 126.49, 126.50, 126.51; existing: 124.1, 124.2, 124.3, 124.4, 124.5, … (194 in all)"),
        (3, "nearest: 139.113, 139.114, 139.124, 139.161; existing: 138.83, 139.2, 139.3, 139.4, … (18 in all)"),
    ],
)
def test_messages_are_short_however_much_exists(cycle: int, end: str) -> None:
    with pytest.raises(kz_upr.UnknownRecommendationError) as caught:
        kz_upr.find_recommendation(kz_upr.load_review(cycle), "139.123")
    message = str(caught.value)
    assert len(message) < 400
    assert message.startswith(f"no recommendation '139.123' in KAZ-{cycle} (which holds ")
    before, after = end.split("… ")
    assert before in message
    assert message.endswith(after)


def test_similar_names_are_searched_for_when_they_are_asked_for() -> None:
    searched: list[str] = []

    def search() -> tuple[str, ...]:
        searched.append("once")
        return ("b",)

    error = UnknownNameError("a", nearest=search, within="here")
    assert (error.bare, searched) == ("no name 'a' in here", [])
    assert (str(error), str(error), searched) == (*["no name 'a' in here; nearest: b"] * 2, ["once"])


def test_a_long_name_is_shortened_in_the_message() -> None:
    assert len(str(UnknownNameError("x" * 1_000_000, existing=["y" * 1_000_000] * 9))) < 1000


class TestNearestNames:
    def test_in_any_case_and_at_most_three(self) -> None:
        assert nearest_names("frnace", ["France", "Greece", "FRANCE II"]) == ("France", "FRANCE II")
        assert len(nearest_names("aaa", ["aaab", "aaac", "aaad", "aaae"])) == 3
        assert nearest_names("x", ["France"]) == ()

    @given(st.text(max_size=10), st.lists(st.text(max_size=10), max_size=5))
    def test_they_are_among_the_names(self, asked: str, names: list[str]) -> None:
        assert set(nearest_names(asked, names)) <= set(names)
