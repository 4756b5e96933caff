"""How far two words differ in spelling."""


def within_edits(one: str, other: str, most: int) -> bool:
    """Whether that many edits, or fewer, turn one word into the other."""
    if one == other:
        return True
    if most == 0 or abs(len(one) - len(other)) > most:
        return False
    start = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    one, other = one[start:], other[start:]
    return (
        within_edits(one[1:], other[1:], most - 1)
        or within_edits(one[1:], other, most - 1)
        or within_edits(one, other[1:], most - 1)
        or (one[:2] == other[1::-1] and within_edits(one[2:], other[2:], most - 1))
    )
