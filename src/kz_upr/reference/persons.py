"""Affected persons: the groups of persons whom demands and statements concern."""

import re
from collections.abc import Callable

from kz_upr.errors import UnknownPersonsError
from kz_upr.model import AffectedPersons
from kz_upr.reference.bundled import read_table
from kz_upr.reference.lookup import Lookup


def names_of_persons(persons: AffectedPersons) -> tuple[str, ...]:
    """The labels of a group, and the groups that they list, such as *Refugees & asylum seekers*."""
    labels = (persons.label, *persons.other_labels)
    lists = (label for label in labels if not re.search(r"\(|groups|persons", label, re.IGNORECASE))
    return *labels, *(part for label in lists for part in re.split(r", | & | and | ?/ ?", label) if part != label)


_persons: Lookup[AffectedPersons] = Lookup(
    lambda: read_table("persons", AffectedPersons), names_of_persons, UnknownPersonsError
)
persons_by_id: Callable[[str], AffectedPersons] = _persons.by_id


def list_affected_persons() -> tuple[AffectedPersons, ...]:
    """All groups of affected persons."""
    return _persons.all()


def resolve_affected_persons(name: str) -> AffectedPersons:
    """The group of persons with that id or label (also of older lists).

    Raises :class:`~kz_upr.errors.UnknownPersonsError`, a LookupError with the nearest labels, and TypeError if ``name``
    is not a string.

    >>> import kz_upr
    >>> kz_upr.resolve_affected_persons("Women").id
    'women-and-girls'
    """
    return _persons.resolve(name)
