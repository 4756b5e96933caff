"""The cycles of the Universal Periodic Review and the sessions of the Working Group that belong to them."""

#: The first session of the Working Group in each cycle: 2008, 2012, 2017, 2022.
_FIRST_SESSIONS = ((41, 4), (27, 3), (13, 2), (1, 1))
_LAST_SESSION = 54
#: The last cycle whose sessions are known.
LAST_CYCLE = 4


def cycle_of(session: int | None) -> int | None:
    """The cycle of a session of the Working Group; None for a session outside 1 to 54.

    The first cycle held sessions 1 to 12, the second 13 to 26, the third 27 to 40, the fourth 41 to 54.
    """
    if session is None or not 1 <= session <= _LAST_SESSION:
        return None
    return next(cycle for first, cycle in _FIRST_SESSIONS if session >= first)
