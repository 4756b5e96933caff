"""The verbs of answers: what they say, and on which side of them the recommendations stand."""

from kz_upr.documents import answer_words as known
from kz_upr.documents.phrases import Kind, Phrase, Reach, Unit, text_at
from kz_upr.model import PositionValue

#: How many words a verb looks back.
NEAR = 10


def verb(units: list[Unit], index: int, start: int) -> tuple[int, Phrase] | None:
    """The verb at a place; the words from ``start`` on can belong to it."""
    word = units[index].text
    before = _window(units, index, start)
    if word == "support" and (found := _noun_support(units, index, before)) is not None:
        return found or None
    if word not in known.VERBS or (word == "note" and text_at(units, index + 1) != "of" and before[-1:] == ["of"]):
        return None
    if word in known.ACCEPT_WITH | known.NOTE_WITH and text_at(units, index + 1) not in ("with", "to", "on"):
        return None
    end, partly = _adverbs_after(units, index + 1)
    reach = _reach(units, index, end, before)
    if reach is None:
        return 1, Phrase(Kind.OTHER)
    value: PositionValue | None = (
        PositionValue.SUPPORTED if word in known.ACCEPT | known.ACCEPT_WITH | known.ACCEPTED else PositionValue.NOTED
    )
    if any(word in known.NOT for word in before):
        value = PositionValue.NOTED if value is PositionValue.SUPPORTED else None
    elif _is_doubtful(word, before) or _is_of_others(units, index, before):
        value = None
    if partly or any(word in known.PARTLY for word in before) or " ".join(before[-2:]) == "in part":
        value = PositionValue.PARTLY_SUPPORTED
    if text_at(units, index + 1) == "/" and text_at(units, index + 2) in known.VERBS:
        end, value = index + 3, PositionValue.PARTLY_SUPPORTED
    return max(end - index, 1), Phrase(Kind.VERB, value=value, reach=reach)


def _window(units: list[Unit], index: int, start: int) -> list[str]:
    """The words before a verb that can belong to it, in order."""
    words: list[str] = []
    at = index - 1
    while (
        at >= start and index - at <= NEAR and units[at].phrase is None and units[at].text not in (";", ":", "(", ")")
    ):
        if units[at].text in known.CLAUSE | {"and"}:
            break
        words.append(units[at].text)
        at -= 1
    return words[::-1]


def _noun_support(units: list[Unit], index: int, before: list[str]) -> tuple[int, Phrase] | tuple[()] | None:
    """The phrase of *enjoys the support*; empty if the word is a noun that answers nothing, None if it is a verb."""
    near = before[-6:]
    if text_at(units, index + 1) == "of" and any(
        text_at(units, at) in known.OTHERS for at in range(index + 2, index + 8)
    ):
        return ()
    value = PositionValue.NOTED if any(word in known.NOT for word in before) else PositionValue.SUPPORTED
    if any(word in known.PARTLY for word in near):
        value = PositionValue.PARTLY_SUPPORTED
    if near and near[-1] not in known.AUXILIARIES | {"to"} and any(word in known.ENJOY for word in near):
        relative = any(word in known.RELATIVE for word in before)
        return 1, Phrase(Kind.VERB, value=value, reach=Reach.RELATIVE if relative else Reach.EITHER)
    if any(word in known.GIVE for word in near) and text_at(units, index + 1) in ("to", "for"):
        return 1, Phrase(Kind.VERB, value=value)
    return () if near and (near[-1] in known.NOUN_BEFORE or near[-1].endswith(("'s", "’s"))) else None


def _adverbs_after(units: list[Unit], at: int) -> tuple[int, bool]:
    """The end of the adverbs after a verb, and whether they say *in part*."""
    partly = False
    start = at
    while at < len(units) and at - start < 5 and units[at].text in known.ADVERBS:
        partly = (
            partly or units[at].text in known.PARTLY or (units[at].text == "part" and text_at(units, at - 1) == "in")
        )
        at += 1
    listed = at < len(units) and (units[at].phrase is not None or units[at].text in known.OBJECTS)
    if start < at < len(units) and units[at - 1].text in ("to", "in") and not listed:
        at -= 1
    return at, partly


def _reach(units: list[Unit], index: int, end: int, before: list[str]) -> Reach | None:
    """Where the recommendations of a verb stand; None if it has nothing to do with recommendations."""
    word, participle = units[index].text, units[index].text in known.ACCEPTED | known.NOTED
    if before[-1:] == ["as"] and text_at(units, index + 1) in ("in", "above", "by", "under", "earlier", "at"):
        return None  # "as noted in …"
    relative = any(word in known.RELATIVE - {"as"} for word in before)
    if participle and (relative or any(word in known.BE for word in before[-6:])):
        return None if text_at(units, index + 1) == "that" else (Reach.RELATIVE if relative else Reach.EITHER)
    end += end < len(units) and units[end].text.isdecimal()  # "notes 2 recommendations"
    while text_at(units, end) in ("no", "nos", "number", "numbers", ".") and end + 1 < len(units):
        end += 1
    follows = end < len(units) and (units[end].phrase is not None or units[end].text in known.OBJECTS)
    if follows and text_at(units, end) == "that" and word not in known.ACCEPT_WITH:
        return None
    stops = (
        end >= len(units)
        or not (units[end].is_word or units[end].text.isdecimal())
        or units[end].text in (known.CLAUSE | {"and", "or", "respectively"})
    )
    if relative and stops:
        return Reach.RELATIVE
    subject = (
        bool(before) and before[-1].isalpha() and before[-1] not in {"recommendation", "recommendations", "and", "or"}
    )
    if participle and not (follows and subject):
        return Reach.EITHER
    if follows:
        return Reach.AFTER
    return Reach.BEFORE if stops else None


def _is_doubtful(word: str, before: list[str]) -> bool:
    """Whether the words before a verb leave open that the answer is given: *will consider accepting*."""
    near, participle = before[-7:], word in known.ACCEPTED | known.NOTED
    if word in known.NOTE:
        near = [each for each in near if each != "must"]
    last = near[-1] if near else ""
    if last.endswith("ly") and last not in known.PLAIN_ADVERBS:
        return True
    if word.endswith("ing") and last and last not in known.BEFORE_GERUND:
        return True
    if any(each in known.DOUBTFUL for each in near):
        return not (participle and "considered" in near and not {"whether", "if", "may"} & set(near))
    if participle:
        return False
    return "would" in near or ("to" in near[-2:] and not any(each in known.GOVERNORS for each in near))


def _is_of_others(units: list[Unit], index: int, before: list[str]) -> bool:
    """Whether a verb is not what the State says of itself: *civil society supports*, *does not say that it supports*.

    Nor is it an answer where it is one of two: *accept or reject*.
    """
    if text_at(units, index - 1) == "or" and text_at(units, index - 2) in known.VERBS:
        return True
    if "that" in before[-3:]:
        return any(unit.text in known.NOT for unit in units[max(0, index - 2 * NEAR) : index])
    participle = units[index].text in known.ACCEPTED | known.NOTED
    return not participle and any(word in known.OTHERS for word in before[-6:])


def is_relative(units: list[Unit], index: int, near: int) -> bool:
    """Whether *which* or the like stands a few words before."""
    return any(unit.text in known.RELATIVE for unit in units[max(0, index - near) : index])
