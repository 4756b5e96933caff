"""What a review is: frozen classes and closed vocabularies."""

from kz_upr.model.cycles import cycle_of
from kz_upr.model.invariants import faults_of
from kz_upr.model.parts import citations_of, parts, rebuilt, sources_of
from kz_upr.model.people import Delegate, Delegation, Institution, Speaker
from kz_upr.model.recommendations import Clause, Position, Recommendation, Tag
from kz_upr.model.reference import AffectedPersons, Instrument, NamedInstrument, State, Theme
from kz_upr.model.review import Coverage, Held, Outcome, Review, Totals
from kz_upr.model.sources import Account, Citation, Discrepancy, Note, Source
from kz_upr.model.statements import Point, Statement
from kz_upr.model.vocabulary import (
    Act,
    Action,
    Evidence,
    InstitutionKind,
    InstrumentKind,
    Manner,
    PositionValue,
    Qualifier,
    RegionalGroup,
    Setting,
    SourceKind,
    SpeakerKind,
    Stage,
    TagKind,
    WarningKind,
)
from kz_upr.model.warnings import ReadingWarning, damage_first, is_damaged

__all__ = [
    "Account",
    "Act",
    "Action",
    "AffectedPersons",
    "Citation",
    "Clause",
    "Coverage",
    "Delegate",
    "Delegation",
    "Discrepancy",
    "Evidence",
    "Held",
    "Institution",
    "InstitutionKind",
    "Instrument",
    "InstrumentKind",
    "Manner",
    "NamedInstrument",
    "Note",
    "Outcome",
    "Point",
    "Position",
    "PositionValue",
    "Qualifier",
    "ReadingWarning",
    "Recommendation",
    "RegionalGroup",
    "Review",
    "Setting",
    "Source",
    "SourceKind",
    "Speaker",
    "SpeakerKind",
    "Stage",
    "State",
    "Statement",
    "Tag",
    "TagKind",
    "Theme",
    "Totals",
    "WarningKind",
    "citations_of",
    "cycle_of",
    "damage_first",
    "faults_of",
    "is_damaged",
    "parts",
    "rebuilt",
    "sources_of",
]
