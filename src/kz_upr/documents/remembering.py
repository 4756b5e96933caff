"""Results for values that recur, such as the names and labels of an export."""

from collections.abc import Callable
from typing import Any, TypeVar

Value = TypeVar("Value")

#: More values than lists of names and labels have; a text longer than any of them is not kept.
_MOST, _LONGEST = 5000, 1000


class Remembered(dict[Any, Value]):
    """The results of a function by its argument, a text or a tuple of texts: ``remembered[argument]``.

    They are kept within bounds, whatever the arguments are.
    """

    def __init__(self, function: Callable[[Any], Value]) -> None:
        super().__init__()
        self._function = function

    def __missing__(self, argument: Any) -> Value:
        value = self._function(argument)
        size = len(argument) if isinstance(argument, str) else sum(map(len, argument))
        if size <= _LONGEST:
            if len(self) >= _MOST:
                self.clear()
            self[argument] = value
        return value
