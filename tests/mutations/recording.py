"""What goes wrong with the records of an export of the Index, in a file that is otherwise sound."""

import json
from collections.abc import Callable
from random import Random
from typing import Any

from mutations.alterations import Alteration

_Records = list[dict[str, Any]]


def _altered(change: Callable[[_Records, Random], str]) -> Alteration:
    def alteration(content: bytes, chance: Random) -> tuple[bytes, str]:
        records = json.loads(content)
        told = change(records, chance)
        return json.dumps(records, ensure_ascii=False, indent=1).encode(), told

    return alteration


def _removed(records: _Records, chance: Random) -> str:
    place = chance.randrange(len(records))
    del records[place]
    return f"without record {place + 1}"


def _doubled(records: _Records, chance: Random) -> str:
    place = chance.randrange(len(records))
    records.insert(place, dict(records[place]))
    return f"record {place + 1} twice"


def _key_removed(records: _Records, chance: Random) -> str:
    place = chance.randrange(len(records))
    key = chance.choice(list(records[place]))
    del records[place][key]
    return f"record {place + 1} without {key}"


def _emptied(records: _Records, chance: Random) -> str:
    place = chance.randrange(len(records))
    key = chance.choice(list(records[place]))
    records[place][key] = None
    return f"record {place + 1} with null as {key}"


def _last_lost(records: _Records, chance: Random) -> str:
    kept, count = chance.randrange(1, len(records)), len(records)
    del records[kept:]
    return f"only {kept} of {count} records"


RECORDS: dict[str, Alteration] = {
    "a record removed": _altered(_removed),
    "a record doubled": _altered(_doubled),
    "a key removed": _altered(_key_removed),
    "a value emptied": _altered(_emptied),
    "last records lost": _altered(_last_lost),
}
