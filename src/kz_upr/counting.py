"""Recommendations and statements counted, and grouped by State."""

from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any, Literal, TypeVar, overload

from attrs import frozen

from kz_upr.arguments import expect_one_of
from kz_upr.errors import UnknownStateError
from kz_upr.mappings import FrozenMapping
from kz_upr.model import Point, Recommendation, Review, State, Statement
from kz_upr.queries import Item, coded_parts, each, each_review, states_of
from kz_upr.reference import fold, resolve_state

D = TypeVar("D")

#: What :func:`count_by` can count by.
CountKey = Literal["state", "group", "position", "action", "act", "theme", "persons", "instrument", "manner"]


def count_by(items: Iterable[Item], key: CountKey) -> dict[Any, int]:
    """The number of recommendations or statements by a key, the most frequent first.

    The keys of the result are State, RegionalGroup, PositionValue, Action, Act, Theme, AffectedPersons, Instrument or
    Manner objects; None stands for unknown. An item with several of them counts once under each, so the sum may exceed
    the number of items. Recommendations have no acts; statements have no positions and actions. Raises ValueError for
    any other ``key``.

    >>> import kz_upr
    >>> kz_upr.count_by(kz_upr.load_review().recommendations, "position")[kz_upr.PositionValue.NOTED]
    11
    >>> joined = kz_upr.select(kz_upr.load_review(2).recommendations, manner="join")
    >>> max(kz_upr.count_by(joined, "instrument").values()) >= 8        # the treaty most often asked for
    True
    """
    keys: dict[str, Callable[[Any], Iterable[Any]]] = {
        "state": states_of,
        "group": lambda item: (state.group for state in states_of(item)),
        "position": lambda item: (item.position,) if isinstance(item, Recommendation) else (),
        "action": lambda item: (action for part in coded_parts(item) for action in getattr(part, "actions", ())),
        "act": lambda item: (part.act for part in coded_parts(item) if isinstance(part, Point)),
        "theme": lambda item: (theme for part in coded_parts(item) for theme in part.themes),
        "persons": lambda item: (persons for part in coded_parts(item) for persons in part.affected_persons),
        "instrument": lambda item: (use.instrument for part in coded_parts(item) for use in part.instruments),
        "manner": lambda item: (use.manner for part in coded_parts(item) for use in part.instruments),
    }
    expect_one_of(key, keys)
    counts = Counter(value for item in each(items) for value in dict.fromkeys(keys[key](item)) or (None,))
    return dict(counts.most_common())


@frozen(kw_only=True)
class Contribution:
    """What one State said and recommended.

    Attributes:
        state: The State.
        statements: Its statements.
        recommendations: The recommendations that it made, alone or with others.
    """

    state: State
    statements: tuple[Statement, ...] = ()
    recommendations: tuple[Recommendation, ...] = ()

    def __repr__(self) -> str:
        return (
            f"<Contribution of {self.state.name}: "
            f"{len(self.statements)} statements, {len(self.recommendations)} recommendations>"
        )


class Contributions(FrozenMapping[State, Contribution]):
    """Contributions by State, in alphabetical order. A name or code of a State can be used as the key.

    A State that neither spoke nor recommended has an empty contribution. Raises
    :class:`~kz_upr.errors.UnknownStateError`, a KeyError, for a name that is not the name of a State; ``get`` returns
    its default.
    """

    __slots__ = ()

    def __getitem__(self, state: State | str) -> Contribution:
        key = state if isinstance(state, State) else resolve_state(state)
        return self._values.get(key) or Contribution(state=key)

    @overload
    def get(self, state: State | str, /) -> Contribution | None: ...
    @overload
    def get(self, state: State | str, /, default: Contribution | D) -> Contribution | D: ...
    def get(self, state: State | str, /, default: Contribution | D | None = None) -> Contribution | D | None:
        """The contribution of a State, or ``default`` for a name that is not the name of a State."""
        return super().get(state, default)  # type: ignore[arg-type]  # whatever __getitem__ takes

    def __contains__(self, state: object) -> bool:
        if isinstance(state, str):
            try:
                state = resolve_state(state)
            except UnknownStateError:
                return False
        return state in self._values

    def __repr__(self) -> str:
        return f"<Contributions of {len(self)} States>"


def by_state(reviews: Review | Iterable[Review]) -> Contributions:
    """What each State said and recommended, in one review or in several.

    The State under review is included with its own statements, and a joint statement with each State that made it.
    Statements of groups whose States are not named, of United Nations entities and of others are not.

    >>> import kz_upr
    >>> kz_upr.by_state(kz_upr.load_review(2))["AUT"].recommendations[0].id
    'KAZ-2-124.25'
    """
    statements: dict[State, list[Statement]] = {}
    recommendations: dict[State, list[Recommendation]] = {}
    for review in each_review(reviews):
        for statement in review.statements:
            for state in statement.speaker.states:
                statements.setdefault(state, []).append(statement)
        for recommendation in review.recommendations:
            for state in recommendation.states:
                recommendations.setdefault(state, []).append(recommendation)
    states = sorted(statements.keys() | recommendations.keys(), key=lambda state: fold(state.name))
    return Contributions(
        {
            state: Contribution(
                state=state,
                statements=tuple(statements.get(state, ())),
                recommendations=tuple(recommendations.get(state, ())),
            )
            for state in states
        }
    )
