"""The exceptions and warnings of the package, so that a caller can catch them by name."""

import functools
import sys
from collections.abc import Callable, Iterable
from typing import Final

from kz_upr.messages import MOST_OF_VALUE, legible, shortened, shown

#: The faults that the text of an error lists; the others are counted.
MOST_LISTED: Final = 50
#: The characters of a path and of a fault that a message shows, however long they are.
_MOST_OF_PATH, _MOST_OF_FAULT = 200, 600


class UnknownNameError(KeyError):
    """A name was asked for that does not exist; a :class:`LookupError`.

    ``asked`` is the name, ``nearest`` the most similar names, ``existing`` the names that exist.
    """

    kind = "name"

    def __init__(
        self,
        asked: object,
        *,
        existing: Iterable[str] = (),
        nearest: Iterable[str] | Callable[[], Iterable[str]] | None = None,
        within: str = "",
    ) -> None:
        self.asked = asked
        self.existing: tuple[str, ...] = tuple(existing)
        self.within = within
        self._nearest = nearest
        super().__init__(asked)

    @functools.cached_property
    def nearest(self) -> tuple[str, ...]:
        """The most similar names, which are searched for when they are asked for."""
        if self._nearest is None:
            return nearest_names(
                self.asked[:MOST_OF_VALUE] if isinstance(self.asked, str) else shown(self.asked), self.existing
            )
        return tuple(self._nearest() if callable(self._nearest) else self._nearest)

    @property
    def bare(self) -> str:
        """What the error says, without other names."""
        return f"no {self.kind} {shown(self.asked)}{f' in {self.within}' if self.within else ''}"

    def __str__(self) -> str:
        parts = [self.bare]
        if self.nearest:
            parts.append(f"nearest: {', '.join(self.nearest)}")
        if self.existing:
            parts.append(f"existing: {shortened(self.existing)}")
        return "; ".join(parts)

    def __reduce__(self) -> tuple[object, ...]:
        return (_rebuild, (type(self), self.asked, self.existing, self.nearest, self.within))


def _rebuild(
    cls: type[UnknownNameError], asked: object, existing: tuple[str, ...], nearest: tuple[str, ...], within: str
) -> UnknownNameError:
    return cls(asked, existing=existing, nearest=nearest, within=within)


def nearest_names(asked: str, names: Iterable[str], *, cutoff: float = 0.6) -> tuple[str, ...]:
    """The names most like the one asked for, at most three."""
    import difflib  # only an error needs it

    folded = {name.casefold(): name for name in names}
    return tuple(folded[name] for name in difflib.get_close_matches(asked.casefold(), folded, n=3, cutoff=cutoff))


class UnknownEditionError(UnknownNameError):
    """There is no edition of the data by that name."""

    kind = "edition"


class UnknownCycleError(UnknownNameError):
    """The edition holds no review of that cycle."""

    kind = "review of cycle"


class UnknownStateError(UnknownNameError):
    """No State has that name or code."""

    kind = "State"


class UnknownThemeError(UnknownNameError):
    """No theme has that id, code, label or search word."""

    kind = "theme"


class UnknownPersonsError(UnknownNameError):
    """No group of affected persons has that id or label."""

    kind = "affected persons"


class UnknownInstrumentError(UnknownNameError):
    """No instrument has that id or name."""

    kind = "instrument"


class UnknownRecommendationError(UnknownNameError):
    """The review holds no recommendation with that number."""

    kind = "recommendation"


class DataFileError(RuntimeError):
    """A bundled data file is missing or is not the file that was shipped.

    ``name`` is the file within the package; ``expected`` and ``found`` describe its bytes (a SHA-256, or words).
    """

    def __init__(self, name: str, expected: str, found: str) -> None:
        self.name = name
        self.expected = expected
        self.found = found
        super().__init__(name, expected, found)

    def __str__(self) -> str:
        remedy = "add the data files of kz_upr to the app" if getattr(sys, "frozen", False) else "reinstall kz_upr"
        return f"bundled data file {self.name}: expected {self.expected}, got {self.found}; {remedy}"


class InvalidDocumentError(ValueError):
    """Data does not describe a valid object.

    ``faults`` holds every fault as (path, message); a path looks like ``$.recommendations[3].clauses[0].states[1]``.
    Long values are shortened in it. The text of the error lists the first 50 faults and counts the others.
    """

    def __init__(self, faults: Iterable[tuple[str, str]]) -> None:
        self.faults: tuple[tuple[str, str], ...] = tuple(
            (legible(path, _MOST_OF_PATH), legible(fault, _MOST_OF_FAULT)) for path, fault in faults
        )
        super().__init__(self.faults)

    def __str__(self) -> str:
        lines = [f"{path}: {fault}" for path, fault in self.faults[:MOST_LISTED]]
        others = len(self.faults) - len(lines)
        return "\n".join([*lines, f"and {others:,} more"] if others else lines)


class OtherReviewError(ValueError):
    """A document belongs to another review than the one it was given for.

    ``reason`` says what shows it. ``cycle`` is the cycle of the review in the package that the document belongs to;
    None if it belongs to no review in the package or its cycle is not known.
    """

    def __init__(self, reason: str, cycle: int | None = None) -> None:
        self.reason = reason
        self.cycle = cycle
        super().__init__(reason, cycle)

    def __str__(self) -> str:
        return self.reason if self.cycle is None else f"{self.reason}; use load_review({self.cycle})"


class RedirectWarning(UserWarning):
    """An id has moved; the object is returned under its new id."""
