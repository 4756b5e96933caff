"""The head of a thematic list: the State under review, the cycle and the session, in any form in use."""

import re
from collections.abc import Iterator, Sequence

from kz_upr.documents.sessions import cycle_in, cycle_of_report, session_in
from kz_upr.documents.told_reviews import ToldReview
from kz_upr.errors import UnknownStateError
from kz_upr.model import State, cycle_of
from kz_upr.numbers import PAPER_SYMBOL
from kz_upr.reference import resolve_state
from kz_upr.reference.scanning import find_states

#: The words directly before the name of the State under review.
_REVIEW_OF = re.compile(
    r"(?:\b(?:UPR|Universal\s+Periodic\s+Review)\b\)?|\bState\s+under\s+review\b|\bCountry\b)"
    r"\W*(?:(?:of|for|on|in)\s+)?(?:the\s+)?",
    re.IGNORECASE,
)
#: What titles say besides the name of the State.
_OF_TITLES = re.compile(
    r"(?:[\W\d_]|\d(?:st|nd|rd|th)\b|\b(?:UPR|EPU|universal|periodic|review|cycles?|session|thematic|list|matrix|of|the|"
    r"recommendations?|page|working|group|st|nd|rd|th|I{1,3}|IV|first|second|third|fourth|[a-z]*(?:t[yh]|teen))\b)*",
    re.IGNORECASE,
)


def head_of(opening: Sequence[str], symbol: str | None) -> ToldReview:
    """The review of a list from its page heads and first paragraphs, and from symbols.

    ``symbol`` is the report's. It gives the cycle if nothing else does.
    """
    text = "\n".join(opening)
    of_group = {(match["session"], match["state"]) for match in re.finditer(PAPER_SYMBOL, text)}
    group_session, code = of_group.pop() if len(of_group) == 1 else (None, None)
    session = session_in(text) or (int(group_session) if group_session else None)
    return ToldReview(
        state=_state_in(opening) or _state_of_code(code),
        cycle=cycle_in(text) or cycle_of(session) or (cycle_of_report(symbol) if symbol else None),
        session=session,
    )


def _state_in(opening: Sequence[str]) -> State | None:
    """The State whose review a line names; or else that of a line that is a title; or else the only one named."""
    for named in (_reviewed, _titled, _named):
        if states := set(named(opening)):
            return states.pop() if len(states) == 1 else None
    return None


def _reviewed(opening: Sequence[str]) -> Iterator[State]:
    for line in opening:
        places = {match.end() for match in _REVIEW_OF.finditer(line)}
        for start, _, state in find_states(line):
            if start in places:
                yield state


def _titled(opening: Sequence[str]) -> Iterator[State]:
    """The States of lines that say nothing besides (*Fiji – third cycle*)."""
    for line in opening:
        found = list(find_states(line))
        if len(found) == 1 and _OF_TITLES.fullmatch(line[: found[0][0]] + " " + line[found[0][1] :]):
            yield found[0][2]


def _named(opening: Sequence[str]) -> Iterator[State]:
    for line in opening:
        yield from (state for *_, state in find_states(line))


def _state_of_code(code: str | None) -> State | None:
    try:
        return resolve_state(code) if code else None
    except UnknownStateError:
        return None
