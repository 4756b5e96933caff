"""The exceptions and warnings of the package, so that a caller can catch them by name."""

from collections.abc import Iterable


class UnknownNameError(KeyError):
    """A name was asked for that does not exist; a :class:`LookupError`.

    ``asked`` is the name, ``nearest`` the most similar names, ``existing`` the names that exist.
    """

    kind = "name"

    def __init__(
        self, asked: object, *, existing: Iterable[str] = (), nearest: Iterable[str] | None = None, within: str = ""
    ) -> None:
        self.asked = asked
        self.existing: tuple[str, ...] = tuple(existing)
        self.within = within
        self.nearest: tuple[str, ...] = nearest_names(str(asked), self.existing) if nearest is None else tuple(nearest)
        super().__init__(asked)

    def __str__(self) -> str:
        parts = [f"no {self.kind} {self.asked!r}{f' in {self.within}' if self.within else ''}"]
        if self.nearest:
            parts.append(f"nearest: {', '.join(self.nearest)}")
        if self.existing:
            parts.append(f"existing: {_shortened(self.existing)}")
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


def expect(thing: object, cls: type, *, hint: str = "") -> None:
    """Raise TypeError, saying what was expected and what was given, unless ``thing`` is a ``cls``."""
    if not isinstance(thing, cls):
        expected = "string" if cls is str else cls.__name__
        kind = type(thing).__name__
        got = f"{kind} {thing!r}" if isinstance(thing, (int, float)) else with_article(kind)
        raise TypeError(f"expected {with_article(expected)}, got {got}{hint}")


def with_article(name: str) -> str:
    """``a Review``, ``an Edition``."""
    return f"{'an' if name[0] in 'AEIOUaeiou' else 'a'} {name}"


def _shortened(names: tuple[str, ...], most: int = 8) -> str:
    if len(names) <= most:
        return ", ".join(names)
    return f"{', '.join(names[: most - 1])}, … {names[-1]} ({len(names)} in all)"


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
        return f"bundled data file {self.name}: expected {self.expected}, got {self.found}; reinstall kz_upr"


class InvalidDocumentError(ValueError):
    """Data does not describe a valid object.

    ``faults`` holds every fault as (path, message); a path looks like ``$.recommendations[3].clauses[0].states[1]``.
    """

    def __init__(self, faults: Iterable[tuple[str, str]]) -> None:
        self.faults: tuple[tuple[str, str], ...] = tuple(faults)
        super().__init__(self.faults)

    def __str__(self) -> str:
        return "\n".join(f"{path}: {fault}" for path, fault in self.faults)


class OtherReviewError(ValueError):
    """A document belongs to another review than the one it was given for."""


class RedirectWarning(UserWarning):
    """An id has moved; the object is returned under its new id."""
