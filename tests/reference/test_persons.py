"""Affected persons: the look-up by id and label."""

import csv
import re
from pathlib import Path

import pytest

import kz_upr
from kz_upr import AffectedPersons, UnknownPersonsError
from kz_upr.reference import persons_by_id

PERSONS = kz_upr.list_affected_persons()


def test_ids_and_labels_occur_once() -> None:
    assert all(re.fullmatch("[a-z]+(-[a-z]+)*", persons.id) for persons in PERSONS)
    assert len({persons.id for persons in PERSONS}) == len({persons.label for persons in PERSONS}) == len(PERSONS)


@pytest.mark.parametrize("persons", PERSONS, ids=lambda persons: persons.id)
def test_all_are_found_by_id_and_by_every_label(persons: AffectedPersons) -> None:
    assert persons_by_id(persons.id) is persons
    for name in (persons.id, persons.label, *persons.other_labels):
        assert kz_upr.resolve_affected_persons(name) is persons
        assert kz_upr.resolve_affected_persons(name.upper()) is persons


@pytest.mark.parametrize(
    ("file", "column"),
    [("ohchr_affected_persons_as_used", "label_as_printed"), ("uhri_affected_persons_impactoss", "label")],
)
def test_every_label_of_the_lists_and_of_the_index_is_known(shared: Path, file: str, column: str) -> None:
    with (shared / f"vocab/{file}.csv").open(encoding="utf-8", newline="") as lines:
        labels = {row[column] for row in csv.DictReader(lines)}
    assert labels
    for label in labels:
        assert kz_upr.resolve_affected_persons(label) in PERSONS


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("Women", "women-and-girls"),
        ("girls", "girls"),
        ("Youth", "youth-and-juveniles"),
        ("Persons deprived of their liberty", "persons-deprived-of-liberty"),
        ("Educational staff", "educational-staff-and-students"),
        ("lawyers", "judges-lawyers-prosecutors"),
        ("refugees", "refugees-and-asylum-seekers"),
        ("LGBT", "lgbti"),
        ("journalists", "media"),
        ("prisoners", "persons-deprived-of-liberty"),
        ("disabled people", "persons-with-disabilities"),
    ],
)
def test_labels_of_older_lists_and_everyday_words(name: str, id: str) -> None:
    assert kz_upr.resolve_affected_persons(name).id == id


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("womn", "no affected persons 'womn'; nearest: Women & girls"),
        ("childrn", "no affected persons 'childrn'; nearest: Children"),
        ("", "no affected persons ''"),
        ("hotel guests", "no affected persons 'hotel guests'"),
    ],
)
def test_a_miss_names_the_nearest_labels(name: str, message: str) -> None:
    with pytest.raises(UnknownPersonsError, match=f"^{re.escape(message)}$"):
        kz_upr.resolve_affected_persons(name)


def test_no_name() -> None:
    with pytest.raises(TypeError, match=r"^expected a string, got int \d+$"):
        kz_upr.resolve_affected_persons(3)  # type: ignore[arg-type]
    with pytest.raises(UnknownPersonsError, match=r"^no affected persons 'Girls'; nearest: Girls, Women & girls$"):
        persons_by_id("Girls")
