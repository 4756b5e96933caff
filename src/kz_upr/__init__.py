"""Kazakhstan's Universal Periodic Review as immutable typed objects.

Every fact cites its source. Unknowns are marked as unknown. Where sources disagree, every account is shown.
"""

import typing as _typing

from kz_upr._version import DATA_EDITION as DATA_EDITION, __version__ as __version__
from kz_upr.checking import check as check
from kz_upr.chronology import Event as Event, EventKind as EventKind, timeline as timeline
from kz_upr.citing import CitationStyle as CitationStyle, cite as cite
from kz_upr.comparing import compare_editions as compare_editions
from kz_upr.completing import complete as complete
from kz_upr.conversion import (
    from_dict as from_dict,
    from_json as from_json,
    to_dict as to_dict,
    to_json as to_json,
)
from kz_upr.counting import (
    Contribution as Contribution,
    Contributions as Contributions,
    CountKey as CountKey,
    by_state as by_state,
    count_by as count_by,
)
from kz_upr.errors import (
    DataFileError as DataFileError,
    InvalidDocumentError as InvalidDocumentError,
    OtherReviewError as OtherReviewError,
    RedirectWarning as RedirectWarning,
    UnknownCycleError as UnknownCycleError,
    UnknownEditionError as UnknownEditionError,
    UnknownInstrumentError as UnknownInstrumentError,
    UnknownNameError as UnknownNameError,
    UnknownPersonsError as UnknownPersonsError,
    UnknownRecommendationError as UnknownRecommendationError,
    UnknownStateError as UnknownStateError,
    UnknownThemeError as UnknownThemeError,
)
from kz_upr.exporting import (
    table_columns as table_columns,
    table_schema as table_schema,
    to_csv as to_csv,
    to_records as to_records,
)
from kz_upr.loading import (
    Edition as Edition,
    editions as editions,
    load_review as load_review,
    load_reviews as load_reviews,
)
from kz_upr.model import (
    Account as Account,
    Act as Act,
    Action as Action,
    AffectedPersons as AffectedPersons,
    Citation as Citation,
    Clause as Clause,
    Coverage as Coverage,
    Delegate as Delegate,
    Delegation as Delegation,
    Discrepancy as Discrepancy,
    Evidence as Evidence,
    Held as Held,
    Institution as Institution,
    InstitutionKind as InstitutionKind,
    Instrument as Instrument,
    InstrumentKind as InstrumentKind,
    Manner as Manner,
    NamedInstrument as NamedInstrument,
    Note as Note,
    Outcome as Outcome,
    Point as Point,
    Position as Position,
    PositionValue as PositionValue,
    Qualifier as Qualifier,
    ReadingWarning as ReadingWarning,
    Recommendation as Recommendation,
    RegionalGroup as RegionalGroup,
    Review as Review,
    Setting as Setting,
    Source as Source,
    SourceKind as SourceKind,
    Speaker as Speaker,
    SpeakerKind as SpeakerKind,
    Stage as Stage,
    State as State,
    Statement as Statement,
    Tag as Tag,
    TagKind as TagKind,
    Theme as Theme,
    Totals as Totals,
    WarningKind as WarningKind,
    citations_of as citations_of,
)
from kz_upr.numbers import expand_numbers as expand_numbers
from kz_upr.queries import find_recommendation as find_recommendation, select as select
from kz_upr.reference import (
    list_affected_persons as list_affected_persons,
    list_instruments as list_instruments,
    list_states as list_states,
    list_themes as list_themes,
    resolve_affected_persons as resolve_affected_persons,
    resolve_instrument as resolve_instrument,
    resolve_state as resolve_state,
    resolve_theme as resolve_theme,
)
from kz_upr.relating import related as related
from kz_upr.searching import Hit as Hit, search as search
from kz_upr.validating import validate as validate
from kz_upr.wording import (
    ParsedClause as ParsedClause,
    fingerprint as fingerprint,
    parse_recommendation as parse_recommendation,
)

if _typing.TYPE_CHECKING:
    from kz_upr import documents as documents
else:  # hidden from type checkers, so that they report names that do not exist

    def __getattr__(name: str) -> object:
        """The readers of documents, imported when they are first used."""
        if name != "documents":
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        import kz_upr.documents

        return kz_upr.documents
