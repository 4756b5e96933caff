"""Words in the form in which they are searched: without inflection, and with the words of one family as one."""

import re

from kz_upr.reference.folding import fold

#: Words whose forms no spelling rule connects, and words that the rules would confuse with others.
_FAMILIES = (
    ("abolish", "abolishes", "abolished", "abolishing", "abolition"),
    ("accede", "accedes", "acceded", "acceding", "accession", "accessions"),
    ("child", "children"),
    ("detain", "detains", "detained", "detaining", "detention", "detentions"),
    ("judge", "judges", "judicial", "judiciary"),
    ("life", "lives"),
    ("man", "men"),
    ("mission", "missions"),
    ("person", "persons", "people", "peoples"),
    ("prison", "prisons", "prisoner", "prisoners"),
    ("register", "registers", "registered", "registering", "registration", "registrations"),
    ("state", "states"),
    ("statement", "statements"),
    ("station", "stations"),
    ("woman", "women"),
)
_HEADS = {word: family[0] for family in _FAMILIES for word in family}

#: Endings, the longest first, with what takes their place; at least four letters remain.
_ENDINGS = (
    ("ifications", "ify"), ("ification", "ify"), ("ifying", "ify"), ("ifies", "ify"), ("ified", "ify"),
    ("isations", "ize"), ("izations", "ize"), ("isation", "ize"), ("ization", "ize"), ("ising", "ize"),
    ("izing", "ize"), ("ises", "ize"), ("izes", "ize"), ("ised", "ize"), ("ized", "ize"), ("ise", "ize"),
    ("ize", "ize"),
    ("ations", ""), ("ation", ""), ("atory", ""), ("ating", ""), ("ative", ""), ("ated", ""), ("ates", ""), ("ate", ""),
    ("ements", ""), ("ement", ""), ("ments", ""), ("ment", ""), ("ings", ""), ("ing", ""), ("ies", "y"), ("ied", "y"),
    ("ors", ""), ("ers", ""), ("ions", ""), ("ion", ""), ("ive", ""), ("ed", ""), ("or", ""), ("er", ""),
    ("es", ""), ("e", ""),
)  # fmt: skip
#: Endings that may be left when another is gone: *considered* is a form of *consider*.
_INNER_ENDINGS = (("ement", ""), ("ment", ""), ("or", ""), ("er", ""))
_LEAST = 4
_DOUBLED = tuple(2 * letter for letter in "bdgmnprt")
_NUMBER = r"\b\d+\.\d+\b"

#: Words that occur everywhere.
COMMON = frozenset(
    {"a", "all", "an", "and", "against", "any", "for", "from", "in", "into", "its", "more", "of", "on", "or", "other"}
    | {"the", "their", "to", "with"}
)


def words(text: str) -> list[str]:
    """The folded words of a text; the number of a recommendation is one word."""
    return re.findall(_NUMBER, text) + fold(re.sub(_NUMBER, " ", text)).split()


def stems(text: str) -> list[str]:
    """The stems of the words of a text; the number of a recommendation is one word.

    >>> from kz_upr.reference.words import stems
    >>> stems("Ratification of women's policies") == stems("ratify of woman s policy")
    True
    """
    return [stem(word) for word in words(text)]


def stem(word: str) -> str:
    """A folded word without its ending, or the head of its family."""
    if head := _HEADS.get(word):
        return head
    singular = word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")) else word
    if head := _HEADS.get(singular):
        return head
    if len(singular) > 4 and singular.endswith("our"):
        singular = f"{singular[:-3]}or"  # labour, behaviour: as in American spelling
    root = _without(word, _ENDINGS) or _without(singular, _ENDINGS)
    if root is None:
        return singular
    if root.endswith(_DOUBLED):
        root = root[:-1]
    return _without(root, _INNER_ENDINGS) or root


def _without(word: str, endings: tuple[tuple[str, str], ...]) -> str | None:
    """The word with the first ending of the list that it has replaced; None if it has none."""
    for ending, instead in endings:
        if word.endswith(ending) and len(word) - len(ending) + len(instead) >= _LEAST:
            return word[: -len(ending)] + instead
    return None
