"""Whether an object keeps the rules of the model."""

import os
from typing import Any

import attrs

from kz_upr.errors import InvalidDocumentError
from kz_upr.messages import with_article
from kz_upr.model import faults_of
from kz_upr.reference.genuine import unlike_tables


def validate(thing: Any) -> None:
    """Check that an object keeps every rule of the model.

    ``thing`` is any object of the model, the reading of a document, or the path of a document. Objects are not checked
    when they are made (``attrs.evolve`` included), but when an edition is built and whenever data are read by
    :func:`from_dict`, :func:`from_json` or :func:`complete`. Raises :class:`~kz_upr.errors.InvalidDocumentError` with
    every fault and its path, and TypeError for any other object.

    >>> import attrs, kz_upr
    >>> kz_upr.validate(kz_upr.load_review())
    >>> kz_upr.validate(attrs.evolve(kz_upr.load_review(), cycle=2))
    Traceback (most recent call last):
        ...
    kz_upr.errors.InvalidDocumentError: $.id: expected KAZ-2 (State and cycle), got KAZ-3
    $.session: session 34 belongs to cycle 3, not to cycle 2
    """
    if isinstance(thing, str | os.PathLike):
        from kz_upr.documents import read_document

        thing = read_document(thing)
    if not attrs.has(type(thing)) or not type(thing).__module__.startswith("kz_upr."):
        raise TypeError(f"expected an object of kz_upr or a document, got {with_article(type(thing).__name__)}")
    if faults := faults_of(thing) or list(unlike_tables(thing)):
        raise InvalidDocumentError(faults)
