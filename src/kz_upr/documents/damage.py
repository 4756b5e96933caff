"""Warnings of a file that is not whole, or was altered."""

from collections.abc import Sequence

from kz_upr.model import ReadingWarning, damaged

_SHOWN = 3


def damaged_file(faults: Sequence[str]) -> ReadingWarning:
    """One warning of all faults of a file; the first of them are named."""
    more = f" (and {len(faults) - _SHOWN:,} more)" if len(faults) > _SHOWN else ""
    return damaged("damaged-file", "the file", f"the file is damaged: {'; '.join(faults[:_SHOWN])}{more}")
