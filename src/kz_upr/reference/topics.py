"""Topics: the issues of the Universal Human Rights Index at level 2, by code and label."""

import functools

from kz_upr import bundle
from kz_upr.errors import UnknownTopicError
from kz_upr.model import Topic
from kz_upr.reference.folding import fold


@functools.cache
def _topics() -> dict[str, Topic]:
    return {entry["code"]: Topic(**entry) for entry in bundle.read_json("topics.json")["topics"]}


def list_topics() -> tuple[Topic, ...]:
    """All topics, by code: the issues of the Universal Human Rights Index at level 2."""
    return tuple(_topics().values())


def topic_by_code(code: str) -> Topic:
    """The topic with that code. Raises :class:`~kz_upr.errors.UnknownTopicError` if there is none."""
    try:
        return _topics()[code]
    except KeyError:
        asked = fold(code)
        near = [f"{topic.code} {topic.label}" for topic in list_topics() if asked and asked in fold(topic.label)]
        raise UnknownTopicError(code, existing=_topics(), nearest=near[:3]) from None


def topics_named(name: str) -> tuple[Topic, ...]:
    """The topics that a code (``D2``), a letter for the whole group (``D``) or a label means.

    Raises :class:`~kz_upr.errors.UnknownTopicError` if it means none.
    """
    folded = fold(name)
    if by_label := tuple(topic for topic in list_topics() if fold(topic.label) == folded):
        return by_label
    if group := tuple(topic for topic in list_topics() if topic.code[0] == name.upper()):
        return group
    return (topic_by_code(name.upper() if len(name) == 2 else name),)
