"""Names in the form in which they are compared."""

import re
import unicodedata

from kz_upr.reference.letters import normalized, visible

#: No name of anything is longer; for similar names, only the beginning of a name is compared.
LONGEST_NAME = 300


def fold(name: str) -> str:
    """A name as it is compared: its letters and digits, without accents, case, a leading *the* or punctuation."""
    if name.isascii():
        text = name.casefold()
    else:
        text = normalized("NFKD", visible(name).replace("’", "'")).casefold()
        text = "".join(letter for letter in text if not unicodedata.combining(letter))
    words = re.findall(r"[^\W_]+", text)
    return " ".join(words[1:] if words[:1] == ["the"] and len(words) > 1 else words)
