"""Mappings that cannot be changed."""

import copy
import pickle
from typing import Any

import pytest
from hypothesis import given, strategies as st

from kz_upr.mappings import FrozenMapping, frozen_data

KEYS = st.dictionaries(st.text(max_size=3), st.integers() | st.text(max_size=3))
PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=8,
)


@given(KEYS)
def test_it_is_like_the_mapping_of_which_it_is_made(values: dict[str, Any]) -> None:
    made = FrozenMapping(values)
    assert made == values
    assert list(made.items()) == list(values.items())
    assert len(made) == len(values)
    assert repr(made) == f"FrozenMapping({values!r})"
    for again in (copy.copy(made), copy.deepcopy(made), pickle.loads(pickle.dumps(made))):  # noqa: S301
        assert (again, hash(again), list(again)) == (made, hash(made), list(made))


@given(KEYS)
def test_the_order_does_not_matter_for_equality(values: dict[str, Any]) -> None:
    turned = FrozenMapping(dict(reversed(values.items())))
    assert turned == FrozenMapping(values)
    assert hash(turned) == hash(FrozenMapping(values))


def test_it_cannot_be_changed() -> None:
    values = {"a": 1}
    made = FrozenMapping(values)
    values["a"] = 2
    assert made["a"] == 1
    with pytest.raises(TypeError, match="does not support item assignment"):
        made["a"] = 3  # type: ignore[index]
    with pytest.raises(AttributeError):
        made.something_new = 1  # type: ignore[attr-defined]


def thawed(data: Any) -> Any:
    if isinstance(data, FrozenMapping):
        return {key: thawed(value) for key, value in data.items()}
    return [thawed(item) for item in data] if isinstance(data, tuple) else data


@given(PLAIN)
def test_plain_data(data: Any) -> None:
    made = frozen_data(data)
    hash(made)
    assert thawed(made) == data
