"""Looking things up by any of their names."""

from typing import NamedTuple

import pytest

from kz_upr import UnknownThemeError
from kz_upr.reference.lookup import Lookup


class Lamp(NamedTuple):
    id: str
    names: tuple[str | None, ...]

    def __str__(self) -> str:
        return str(self.names[0])


LAMPS = (
    Lamp("quay", ("Lamps of the quay", None, "Lights")),
    Lamp("tower", ("Tower", "Lights", "Lamps of the quay")),
    Lamp("lights", ("Shining things", "Beacons")),
    Lamp("harbour", ("Lamps of the harbour and the town", "quay")),
    Lamp("town", ("Lamps of the town",)),
    Lamp("ship", ("Lamps of old ships",)),
)
LOOKUP = Lookup(lambda: {lamp.id: lamp for lamp in LAMPS}, lambda lamp: lamp.names, UnknownThemeError)


def nearest(name: str) -> tuple[str, ...]:
    with pytest.raises(UnknownThemeError) as caught:
        LOOKUP.resolve(name)
    assert caught.value.asked == name
    return caught.value.nearest


def test_all_in_the_order_of_the_table() -> None:
    assert LOOKUP.all() == LAMPS
    assert Lookup(dict, lambda _: (), UnknownThemeError).all() == ()


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("Lamps of the quay", "quay"),  # the label of one before a further name of another
        ("lamps of THE QUAY", "quay"),
        ("quay", "quay"),  # an id goes before any other name
        ("lights", "lights"),
        ("Beacons", "lights"),
        ("beacon", "lights"),  # in another inflection
        ("lamp of the towns", "town"),
    ],
)
def test_which_thing_has_a_name(name: str, id: str) -> None:
    assert LOOKUP.resolve(name).id == id


def test_only_an_id_finds_by_id() -> None:
    assert LOOKUP.by_id("tower") is LAMPS[1]
    with pytest.raises(UnknownThemeError) as caught:
        LOOKUP.by_id("Tower")
    assert caught.value.nearest == ("Tower",)


@pytest.mark.parametrize(
    ("name", "labels"),
    [
        ("lamps town", ("Lamps of the town", "Lamps of the harbour and the town", "Lamps of the quay")),
        ("lamps", ("Lamps of the quay", "Lamps of the town", "Lamps of old ships")),
        ("the harbour of persons", ("Lamps of the harbour and the town",)),  # other words are too general
        ("towerr", ("Tower",)),
        ("of the", ()),
        ("xyz", ()),
        ("", ()),
    ],
)
def test_the_nearest_labels(name: str, labels: tuple[str, ...]) -> None:
    """Those with most of the words, the short ones first, then those that are spelt alike; at most three."""
    assert nearest(name) == labels


def test_an_empty_table() -> None:
    with pytest.raises(UnknownThemeError, match=r"^no theme 'lamps'$"):
        Lookup(dict, lambda _: (), UnknownThemeError).resolve("lamps")
