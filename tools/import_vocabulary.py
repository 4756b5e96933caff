"""Build data/reference/ from the editors' vocabularies (States, their names, themes, persons, instruments).

    python tools/import_vocabulary.py ../shared/vocab

Run it when the vocabularies change; it needs the dependency group ``vocabulary``. Its output is part of the repository.
"""

import csv
import sys
from pathlib import Path

import babel

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "src"))

from kz_upr.reference import fold  # noqa: E402

REFERENCE = ROOT / "data" / "reference"
CLDR = dict(babel.Locale("en").territories)  # the names of the Unicode Common Locale Data Repository
LANGUAGES = ("en", "fr", "es", "ru", "zh", "ar")
GROUPS = {  # the names in UPR Info's exports -> the names of the United Nations
    "Africa": "African States",
    "Asia": "Asia-Pacific States",
    "EEG": "Eastern European States",
    "GRULAC": "Latin American and Caribbean States",
    "WEOG": "Western European and other States",
}

#: Names that documents print and the vocabularies lack, each with its place.
PRINTED = {
    "Libyan Arab Jamahiriya": "LBY",  # A/HRC/14/15, para. 56; A/HRC/14/10, note 1
    "Vietnam": "VNM",  # A/HRC/19/11, para. 100.21
    "USA": "USA",  # A/HRC/19/12, para. 96.38
}

#: Common names that the United Nations does not use; some appear in early reports.
USUAL = {
    "Brunei": "BRN",
    "Burma": "MMR",
    "DR Congo": "COD",
    "DRC": "COD",
    "DPRK": "PRK",
    "East Timor": "TLS",
    "FYR of Macedonia": "MKD",
    "FYROM": "MKD",
    "Great Britain": "GBR",
    "Ivory Coast": "CIV",
    "Lao PDR": "LAO",
    "Macedonia": "MKD",
    "North Korea": "PRK",
    "Russia": "RUS",
    "South Korea": "KOR",
    "UAE": "ARE",
    "UK": "GBR",
    "Vatican": "VAT",
}


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def write(name: str, header: list[str], lines: list[list[str]]) -> None:
    with (REFERENCE / name).open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(lines)


def main(vocabulary: Path) -> None:
    states = rows(vocabulary / "states.csv")
    write(
        "states.csv",
        ["iso3", "iso2", "m49", "name", "group"],
        [
            [s["iso3"], s["iso2"], s["m49"], s["un_name_en"], GROUPS.get(s["upr_info_regional_group"], "")]
            for s in states
        ],
    )
    names: dict[tuple[str, str], None] = {}
    for state in states:
        for column in (*(f"un_name_{language}" for language in LANGUAGES), "un_formal_en", "upr_info_name"):
            printed = state[column].strip()
            for form in (
                printed,
                printed.partition(" (")[0]
                if printed.endswith(("')", "(le)", "(la)", "(les)", "(el)", "(los)", "(las)"))
                else printed,
            ):
                names[state["iso3"], form.removeprefix("the ")] = None
        if name := CLDR.get(state["iso2"]):
            names[state["iso3"], name] = None
    for variant in rows(vocabulary / "state_name_variants_observed.csv"):
        names[variant["iso3"], variant["as_printed"].strip().removeprefix("the ")] = None
    names.update({(iso3, name): None for name, iso3 in (PRINTED | USUAL).items()})
    distinct = {(iso3, fold(name)): name for iso3, name in sorted(names) if name}  # one name for each folded form
    write("state-names.csv", ["iso3", "name"], [[iso3, name] for (iso3, _), name in distinct.items()])
    for name in ("themes", "persons", "instruments"):
        table = rows(vocabulary / f"{name}.csv")
        write(f"{name}.csv", list(table[0]), [list(row.values()) for row in table])


if __name__ == "__main__":
    main(Path(sys.argv[1]))
