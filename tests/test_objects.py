"""What holds for the objects that the package gives: they can be compared, hashed, copied and pickled."""

import copy
import inspect
import pickle
from collections.abc import Mapping
from enum import Enum
from typing import Any

import attrs
import pytest

import kz_upr
from kz_upr import documents
from kz_upr.model import parts
from made_readings import a_list, a_report, an_addendum

REVIEW = kz_upr.load_review()
ADDENDUM = an_addendum({"139.5": kz_upr.PositionValue.NOTED})
OBJECTS: list[Any] = [
    *kz_upr.load_reviews(),
    *kz_upr.editions(),
    kz_upr.compare_editions("2025.4", "2026.11"),
    *kz_upr.compare_editions("2025.4", "2026.11").changed,
    *kz_upr.search(REVIEW, "torture")[:2],
    *kz_upr.timeline(REVIEW)[:2],
    kz_upr.by_state(REVIEW),
    kz_upr.by_state(REVIEW)["FRA"],
    *kz_upr.parse_recommendation("Paint the fences (Peru); light the lamps (Togo)"),
    a_report(),
    a_list(),
    ADDENDUM,
    documents.Reference(paragraph=81, places=("67 (b)",)),
    kz_upr.complete(REVIEW, a_report()),
    kz_upr.check(REVIEW, a_report()),
    kz_upr.ReadingWarning(kind=kz_upr.WarningKind.DAMAGE, code="a", place="b", message="c"),
    kz_upr.resolve_state("KAZ"),
    kz_upr.resolve_theme("torture"),
    kz_upr.resolve_affected_persons("girls"),
    kz_upr.resolve_instrument("CAT"),
    kz_upr.Tag(kind=kz_upr.TagKind.THEME, scheme="a", label="b"),
]
LOOK_UPS: list[Any] = [kz_upr.UnknownNameError, *kz_upr.UnknownNameError.__subclasses__()]
ERRORS: list[Exception] = [
    kz_upr.DataFileError("a", "b", "c"),
    documents.DocumentError("a.pdf", "is no report"),
    kz_upr.InvalidDocumentError([("$", "wrong")]),
    kz_upr.OtherReviewError("another"),
    kz_upr.RedirectWarning("moved"),
    *(cls("asked", existing=["a"], nearest=lambda: ["b"], within="c") for cls in LOOK_UPS),
]


def twins(thing: Any) -> list[Any]:
    return [copy.copy(thing), copy.deepcopy(thing), pickle.loads(pickle.dumps(thing))]  # noqa: S301


def test_every_public_class_is_among_them() -> None:
    public = [thing for module in (kz_upr, documents) for thing in vars(module).values() if inspect.isclass(thing)]
    concrete = [cls for cls in public if not issubclass(cls, Enum) and not inspect.isabstract(cls)]
    classes = {cls for cls in concrete if cls.__module__.startswith("kz_upr")}
    found = {type(part) for thing in OBJECTS for _, part in parts(thing)} | set(map(type, (*OBJECTS, *ERRORS)))
    assert classes <= found


@pytest.mark.parametrize("thing", OBJECTS, ids=lambda thing: type(thing).__name__)
def test_they_can_be_hashed_copied_and_pickled(thing: Any) -> None:
    for twin in twins(thing):
        assert type(twin) is type(thing)
        assert twin == thing
        assert hash(twin) == hash(thing)
        assert (repr(twin), str(twin)) == (repr(thing), str(thing))
        assert {thing: 1}[twin] == 1


@pytest.mark.parametrize("thing", OBJECTS, ids=lambda thing: type(thing).__name__)
def test_nothing_in_them_can_be_changed(thing: Any) -> None:
    """Whatever an object holds is frozen too: no list, dictionary or set."""
    allowed = (str, int, float, bool, type(None), Enum, tuple, Mapping, kz_upr.load_review().date.__class__)
    for path, part in parts(thing):
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            part.something = 1
        for field in attrs.fields(type(part)):
            value = getattr(part, field.name)
            assert isinstance(value, allowed) or attrs.has(type(value)), f"{path}.{field.name}"
            assert not isinstance(value, dict), f"{path}.{field.name}"


@pytest.mark.parametrize("thing", [*OBJECTS, None, 3, "text", (), {}], ids=lambda thing: type(thing).__name__)
def test_they_differ_from_other_things(thing: Any) -> None:
    others = [other for other in OBJECTS if type(other) is not type(thing)]
    assert all(thing != other for other in others)


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)
def test_errors_can_be_copied_and_pickled(error: Exception) -> None:
    for twin in twins(error):
        assert type(twin) is type(error)
        assert (str(twin), vars(twin).keys() - {"_nearest"}) == (str(error), vars(error).keys() - {"_nearest"})
