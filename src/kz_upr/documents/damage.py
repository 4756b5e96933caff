"""How damage of a file is told: the first signs of it, and how many more there are."""

from collections.abc import Sequence

from kz_upr.model import ReadingWarning, damaged

_SHOWN = 3


def first_of(faults: Sequence[object]) -> str:
    """The first faults, and how many more there are."""
    more = f" (and {len(faults) - _SHOWN:,} more)" if len(faults) > _SHOWN else ""
    return "; ".join(map(str, faults[:_SHOWN])) + more


def damaged_file(faults: Sequence[str]) -> ReadingWarning:
    """One warning of all faults of a file; the first of them are named."""
    return damaged("damaged-file", "the file", f"the file is damaged: {first_of(faults)}")
