from kz_upr import Instrument, InstrumentKind, RegionalGroup, State, Theme
from kz_upr.reference.bundled import read_table


def test_words_of_a_vocabulary_are_its_members() -> None:
    kazakhstan = read_table("states", State, "iso3", group=RegionalGroup)["KAZ"]
    assert kazakhstan.m49 == "398"
    assert kazakhstan.group is RegionalGroup.ASIA_PACIFIC
    assert read_table("instruments", Instrument, kind=InstrumentKind)["CAT"].kind is InstrumentKind.TREATY


def test_lists_are_tuples() -> None:
    assert read_table("themes", Theme)["death-penalty"].parents == ("physical-and-moral-integrity",)


def test_what_a_table_leaves_out_is_unknown() -> None:
    assert read_table("states", State, "iso3", group=RegionalGroup)["VAT"].group is None  # in no regional group
