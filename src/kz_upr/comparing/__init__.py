"""Comparing editions of the data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kz_upr.arguments import expect
from kz_upr.loading import Edition

if TYPE_CHECKING:  # not needed until editions are compared
    from kz_upr.comparing.differences import EditionDiff


def compare_editions(old: str | Edition, new: str | Edition) -> EditionDiff:
    """The objects added, removed and changed between edition ``old`` and edition ``new``.

    Reviews, statements, recommendations, discrepancies and sources are compared by their ids. Raises
    :class:`~kz_upr.errors.UnknownEditionError` for an edition that is not in the package.

    >>> import kz_upr
    >>> diff = kz_upr.compare_editions("2025.4", "2026.11")
    >>> ("review", "KAZ-2") in diff.added, diff.removed
    (True, ())
    """
    old, new = (edition.id if isinstance(edition, Edition) else edition for edition in (old, new))
    for edition in (old, new):
        expect(edition, str)
    # imported when it is called, so that importing the package stays fast
    from kz_upr.comparing.differences import differences

    return differences(old, new)
