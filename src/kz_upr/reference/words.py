"""Words in the form in which they are searched: without inflection, and with the words of one family as one."""

import re

from kz_upr.reference.folding import fold

#: Words whose forms no rule of spelling connects.
_FAMILIES = (
    ("child", "children"),
    ("judge", "judges", "judicial", "judiciary"),
    ("life", "lives"),
    ("man", "men"),
    ("person", "persons", "people", "peoples"),
    ("prison", "prisons", "prisoner", "prisoners"),
    ("woman", "women"),
)
_HEADS = {word: family[0] for family in _FAMILIES for word in family}

#: Endings, the longest first, with what takes their place; at least four letters remain.
_ENDINGS = (
    ("ifications", "ify"), ("ification", "ify"), ("ifying", "ify"), ("ifies", "ify"), ("ified", "ify"),
    ("isations", "ize"), ("izations", "ize"), ("isation", "ize"), ("ization", "ize"), ("ising", "ize"),
    ("izing", "ize"), ("ises", "ize"), ("izes", "ize"), ("ised", "ize"), ("ized", "ize"), ("ise", "ize"),
    ("ations", ""), ("ation", ""), ("atory", ""), ("ating", ""), ("ative", ""), ("ated", ""), ("ates", ""), ("ate", ""),
    ("ments", ""), ("ment", ""), ("ings", ""), ("ing", ""), ("ies", "y"), ("ied", "y"), ("ors", ""), ("ers", ""),
    ("ions", ""), ("ion", ""), ("ive", ""), ("ed", ""), ("or", ""), ("er", ""), ("es", ""), ("e", ""),
)  # fmt: skip
_LEAST = 4
_NUMBER = re.compile(r"\b\d+\.\d+\b")

#: Words that occur everywhere.
COMMON = frozenset(
    {"a", "all", "an", "and", "against", "any", "for", "from", "in", "into", "its", "more", "of", "on", "or", "other"}
    | {"the", "their", "to", "with"}
)


def stems(text: str) -> list[str]:
    """The stems of the words of a text; the number of a recommendation is one word.

    >>> from kz_upr.reference.words import stems
    >>> stems("Ratification of women's policies") == stems("ratify of woman s policy")
    True
    """
    return _NUMBER.findall(text) + [stem(word) for word in fold(_NUMBER.sub(" ", text)).split()]


def stem(word: str) -> str:
    """A folded word without its ending, or the head of its family."""
    if head := _HEADS.get(word):
        return head
    singular = word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")) else word
    if head := _HEADS.get(singular):
        return head
    for form in (word, singular):
        for ending, instead in _ENDINGS:
            if form.endswith(ending) and len(form) - len(ending) + len(instead) >= _LEAST:
                return form[: -len(ending)] + instead
    return singular
