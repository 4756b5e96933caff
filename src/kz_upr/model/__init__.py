"""What a review is: frozen classes and closed vocabularies."""

from kz_upr.model.cycles import cycle_of as cycle_of
from kz_upr.model.invariants import faults_of as faults_of
from kz_upr.model.parts import (
    citations_of as citations_of,
    parts as parts,
    rebuilt as rebuilt,
    sources_of as sources_of,
)
from kz_upr.model.people import (
    Delegate as Delegate,
    Delegation as Delegation,
    Institution as Institution,
    Speaker as Speaker,
)
from kz_upr.model.recommendations import (
    Clause as Clause,
    Position as Position,
    Recommendation as Recommendation,
    Tag as Tag,
)
from kz_upr.model.reference import (
    AffectedPersons as AffectedPersons,
    Instrument as Instrument,
    NamedInstrument as NamedInstrument,
    State as State,
    Theme as Theme,
)
from kz_upr.model.review import (
    Coverage as Coverage,
    Held as Held,
    Outcome as Outcome,
    Review as Review,
    Totals as Totals,
)
from kz_upr.model.sources import (
    Account as Account,
    Citation as Citation,
    Discrepancy as Discrepancy,
    Note as Note,
    Source as Source,
)
from kz_upr.model.statements import Point as Point, Statement as Statement
from kz_upr.model.vocabulary import (
    Act as Act,
    Action as Action,
    Evidence as Evidence,
    InstitutionKind as InstitutionKind,
    InstrumentKind as InstrumentKind,
    Manner as Manner,
    PositionValue as PositionValue,
    Qualifier as Qualifier,
    RegionalGroup as RegionalGroup,
    Setting as Setting,
    SourceKind as SourceKind,
    SpeakerKind as SpeakerKind,
    Stage as Stage,
    TagKind as TagKind,
    WarningKind as WarningKind,
)
from kz_upr.model.warnings import (
    ReadingWarning as ReadingWarning,
    WarningMaker as WarningMaker,
    damage_first as damage_first,
    damage_in as damage_in,
    damaged as damaged,
    difference as difference,
    inconsistent as inconsistent,
    is_damaged as is_damaged,
    unread as unread,
)
