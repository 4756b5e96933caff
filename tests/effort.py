"""How much work a call does, as a count that is the same on every machine."""

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any


def lines_run(call: Callable[[], object]) -> int:
    """The number of lines of Python that a call executes."""
    count = 0

    def trace(_frame: FrameType, event: str, _argument: Any) -> Any:
        nonlocal count
        count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        call()
    finally:
        sys.settrace(before)
    return count


def growth(call: Callable[[int], object], size: int, factor: int = 3) -> float:
    """How many times more work a call does for an input ``factor`` times as long, divided by that factor.

    About 1 for linear work, ``factor`` for quadratic work. The first call is not counted, since it may fill caches.
    """
    call(size)
    return lines_run(lambda: call(factor * size)) / lines_run(lambda: call(size)) / factor
