"""What a record of the Index says of its document: the symbol, the mechanism, and the review."""

import re
from collections.abc import Callable, Sequence
from typing import Any, TypeAlias

from attrs import frozen

from kz_upr.documents.export_records import Record, is_code
from kz_upr.documents.export_values import STATES_NAMED, unknown_states
from kz_upr.documents.remembering import Remembered
from kz_upr.documents.sessions import cycle_named, cycle_of_report, session_named
from kz_upr.documents.told_reviews import NOTHING_TOLD, ToldReview
from kz_upr.model import ReadingWarning, WarningMaker, cycle_of, inconsistent, unread
from kz_upr.numbers import REPORT_SYMBOL

_REVIEW = re.compile(
    r"\b(?:UPR|EPU|УПО)\b|universal periodic review|examen périodique|examen periódico"
    r"|универсальн\w+ периодическ\w+ обзор"
    r"|普遍定期[审審][议議]|الاستعراض الدوري الشامل",
    re.IGNORECASE,
)
_NAMES = ("symbol", "body", "kind", "session", "cycle", "countries")
#: What makes a warning of a code, a place and a message; the code; and the message without the place.
_Fault: TypeAlias = tuple[WarningMaker, str, str]
#: What every record should say, by the code of the warning of one that does not.
LACKS = {
    "no-symbol": "the symbol of its document",
    "no-country": "the State under review",
    "no-cycle": "the cycle or the session",
    "no-position": "a position",
}


@frozen
class Header:
    """What a record says of its document. ``of_review`` is whether it is a recommendation of the review."""

    symbol: str
    body: str
    of_review: bool
    review: ToldReview
    faults: tuple[_Fault, ...]

    def warnings(self, place: str) -> list[ReadingWarning]:
        """Its faults, as warnings about the record at that place."""
        return [fault(code, place, f"{place}: {message}") for fault, code, message in self.faults]


class Headers:
    """The headers of records one after the other; most have the same one as the record before.

    ``told`` is the review as the caller gives it, for records that do not state it.
    """

    def __init__(self, told: ToldReview) -> None:
        self._told = told
        self._remembered = Remembered(self._header)
        self._keys: object = None
        self._names: tuple[str, ...] = ()
        self._values: list[Any] = []
        self._last: Header

    def of(self, record: Record) -> Header:
        """The header of a record."""
        if record.keys is not self._keys:
            self._keys, self._names = record.keys, tuple(record.keys.get(name, "") for name in _NAMES)
        values = list(map(record.values.get, self._names))
        if values != self._values:
            texts = map(record.text, _NAMES[:-1])
            self._last = self._remembered[*texts, *record.names("countries")]
            self._values = values
        return self._last

    def _header(self, texts: tuple[str, ...]) -> Header:
        printed, body, kind, session, cycle, *names = texts
        symbol = symbol_in(printed)
        if not _is_of_review(body, kind, symbol):
            return Header(symbol, body, False, NOTHING_TOLD, ())
        faults: list[_Fault] = []
        review = _review(symbol, session, cycle, names, faults)
        for name, said, expected in review.differences(self._told):
            faults.append((inconsistent, "other-review", f"its {name} is {said}, not {expected} as the caller says"))
        review = review.completed(self._told)
        lacking = {
            "no-symbol": "/" not in symbol,
            "no-country": review.state is None and not names,
            "no-cycle": review.cycle is None and not any(code.startswith("unknown-") for _, code, _ in faults),
        }
        faults += [(unread, code, f"it lacks {LACKS[code]}") for code, lacks in lacking.items() if lacks]
        return Header(symbol, body, True, review, tuple(faults))


def symbol_in(printed: str) -> str:
    """A symbol in the one form in which symbols are compared."""
    return "/".join(part.strip() for part in printed.upper().strip(" -\n").split("/")).replace("ADD.", "Add.")


def _is_of_review(body: str, kind: str, symbol: str) -> bool:
    """Whether a record is a recommendation of the Universal Periodic Review."""
    kind = kind.casefold()
    if "concern" in kind and "recommend" not in kind:
        return False
    if body and not is_code(body):
        return _REVIEW.search(body) is not None
    return re.fullmatch(REPORT_SYMBOL, symbol) is not None


def _review(symbol: str, session: str, cycle: str, names: Sequence[str], faults: list[_Fault]) -> ToldReview:
    """The review as a record says it; the cycle also as the symbol shows it."""
    states, unknown = STATES_NAMED[tuple(names)]
    if unknown:
        faults.append((unread, "unknown-name", unknown_states(unknown)))
    if len(states) > 1:
        message = f"several States under review: {', '.join(state.name for state in states)}"
        faults.append((unread, "several-states", message))
    number = _number("session", session, session_named, faults)
    said = _number("cycle", cycle, cycle_named, faults)
    by_session, by_symbol = cycle_of(number), cycle_of_report(symbol)
    if said and by_session and said != by_session:
        message = f"session {number} belongs to cycle {by_session}, but the record states cycle {said}"
        faults.append((inconsistent, "other-cycle", message))
    said = by_session or said
    if said and by_symbol and said != by_symbol:
        message = f"{symbol} is a report of cycle {by_symbol}, but the record states cycle {said}"
        faults.append((inconsistent, "other-cycle", message))
    return ToldReview(states[0] if len(states) == 1 else None, said or by_symbol, number)


def _number(name: str, printed: str, read: Callable[[str], int | None], faults: list[_Fault]) -> int | None:
    """The session or cycle of a record; a code of the Index gives none."""
    printed = printed.strip(" -;\n")
    if is_code(printed):
        return None
    number = read(printed)
    if number is None and printed:
        faults.append((unread, f"unknown-{name}", f"unrecognized {name} {printed[:60]!r}"))
    return number
