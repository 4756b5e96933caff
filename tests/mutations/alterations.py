"""What goes wrong with the bytes of a file: flipped, deleted, doubled, zeroed, swapped, cut off."""

from collections.abc import Callable
from random import Random

#: Changes the bytes of a file by a source of chance; says what it changed.
Alteration = Callable[[bytes, Random], tuple[bytes, str]]

_LONGEST = 4096


def flipped(content: bytes, chance: Random) -> tuple[bytes, str]:
    """One bit of one byte is turned over, as by a bad memory."""
    return _turned(content, chance, 1 << chance.randrange(8))


def changed(content: bytes, chance: Random) -> tuple[bytes, str]:
    """One byte is another."""
    return _turned(content, chance, chance.randrange(1, 256))


def _turned(content: bytes, chance: Random, mask: int) -> tuple[bytes, str]:
    place = chance.randrange(len(content))
    altered = bytearray(content)
    altered[place] ^= mask
    return bytes(altered), f"byte {place} XOR {mask}"


def deleted(content: bytes, chance: Random) -> tuple[bytes, str]:
    """Some bytes are missing."""
    start, end = _stretch(content, chance)
    return content[:start] + content[end:], f"bytes {start} to {end} deleted"


def doubled(content: bytes, chance: Random) -> tuple[bytes, str]:
    """Some bytes come twice."""
    start, end = _stretch(content, chance)
    return content[:end] + content[start:], f"bytes {start} to {end} twice"


def zeroed(content: bytes, chance: Random) -> tuple[bytes, str]:
    """Some bytes are zero, as in a hole of a disk."""
    start, end = _stretch(content, chance)
    return content[:start] + bytes(end - start) + content[end:], f"bytes {start} to {end} zeroed"


def swapped(content: bytes, chance: Random) -> tuple[bytes, str]:
    """Two stretches of the same length have changed places."""
    start, end = _stretch(content, chance)
    other = chance.randrange(len(content) - (end - start))
    first, second = sorted((start, other))
    length = min(end - start, second - first)
    altered = bytearray(content)
    altered[first : first + length] = content[second : second + length]
    altered[second : second + length] = content[first : first + length]
    return bytes(altered), f"{length} bytes at {first} and {second} swapped"


def cut(content: bytes, chance: Random) -> tuple[bytes, str]:
    """The end is missing, as of a download that stopped."""
    end = chance.randrange(len(content))
    return content[:end], f"cut at byte {end}"


def _stretch(content: bytes, chance: Random) -> tuple[int, int]:
    """Where a stretch begins and ends; short ones are as likely as long ones."""
    length = min(int(2 ** chance.uniform(0, _LONGEST.bit_length())), len(content) - 1)
    start = chance.randrange(len(content) - length)
    return start, start + length


BYTES: dict[str, Alteration] = {
    "a bit flipped": flipped,
    "a byte changed": changed,
    "bytes deleted": deleted,
    "bytes doubled": doubled,
    "bytes zeroed": zeroed,
    "bytes swapped": swapped,
    "cut off": cut,
}
