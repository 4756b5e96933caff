"""Kazakhstan's Universal Periodic Review as immutable typed objects.

Every fact says where it is written; what is not known is said to be not known; where sources
disagree, both are shown. Names are loaded when they are first asked for, so that importing the
package costs next to nothing.
"""

from typing import TYPE_CHECKING

#: Version of the code (SemVer).
__version__ = "0.1.0"

#: The edition of the data that is loaded when none is named.
DATA_EDITION = "2026.11"

if TYPE_CHECKING:  # what type checkers and editors see; the same names as in _HOMES below
    from kz_upr import documents as documents
    from kz_upr.checking import (
        CheckReport as CheckReport,
    )
    from kz_upr.checking import (
        Document as Document,
    )
    from kz_upr.checking import (
        Finding as Finding,
    )
    from kz_upr.checking import (
        OtherReviewError as OtherReviewError,
    )
    from kz_upr.checking import (
        check as check,
    )
    from kz_upr.checking import (
        complete as complete,
    )
    from kz_upr.citing import CitationStyle as CitationStyle
    from kz_upr.citing import cite as cite
    from kz_upr.comparing import (
        EditionDiff as EditionDiff,
    )
    from kz_upr.comparing import (
        FieldChange as FieldChange,
    )
    from kz_upr.comparing import (
        ObjectChange as ObjectChange,
    )
    from kz_upr.comparing import (
        compare_editions as compare_editions,
    )
    from kz_upr.conversion import from_dict as from_dict
    from kz_upr.conversion import from_json as from_json
    from kz_upr.conversion import to_dict as to_dict
    from kz_upr.conversion import to_json as to_json
    from kz_upr.errors import (
        DataFileError as DataFileError,
    )
    from kz_upr.errors import (
        InvalidDocumentError as InvalidDocumentError,
    )
    from kz_upr.errors import (
        RedirectWarning as RedirectWarning,
    )
    from kz_upr.errors import (
        UnknownCycleError as UnknownCycleError,
    )
    from kz_upr.errors import (
        UnknownEditionError as UnknownEditionError,
    )
    from kz_upr.errors import (
        UnknownNameError as UnknownNameError,
    )
    from kz_upr.errors import (
        UnknownRecommendationError as UnknownRecommendationError,
    )
    from kz_upr.errors import (
        UnknownStateError as UnknownStateError,
    )
    from kz_upr.errors import (
        UnknownTopicError as UnknownTopicError,
    )
    from kz_upr.exporting import table_columns as table_columns
    from kz_upr.exporting import table_schema as table_schema
    from kz_upr.exporting import to_csv as to_csv
    from kz_upr.exporting import to_records as to_records
    from kz_upr.loading import (
        Edition as Edition,
    )
    from kz_upr.loading import (
        editions as editions,
    )
    from kz_upr.loading import (
        load_review as load_review,
    )
    from kz_upr.loading import (
        load_reviews as load_reviews,
    )
    from kz_upr.model import (
        Account as Account,
    )
    from kz_upr.model import (
        Act as Act,
    )
    from kz_upr.model import (
        Action as Action,
    )
    from kz_upr.model import (
        Citation as Citation,
    )
    from kz_upr.model import (
        Clause as Clause,
    )
    from kz_upr.model import (
        Coverage as Coverage,
    )
    from kz_upr.model import (
        Delegate as Delegate,
    )
    from kz_upr.model import (
        Delegation as Delegation,
    )
    from kz_upr.model import (
        Discrepancy as Discrepancy,
    )
    from kz_upr.model import (
        Evidence as Evidence,
    )
    from kz_upr.model import (
        Held as Held,
    )
    from kz_upr.model import (
        Institution as Institution,
    )
    from kz_upr.model import (
        InstitutionKind as InstitutionKind,
    )
    from kz_upr.model import (
        Outcome as Outcome,
    )
    from kz_upr.model import (
        Point as Point,
    )
    from kz_upr.model import (
        Position as Position,
    )
    from kz_upr.model import (
        PositionValue as PositionValue,
    )
    from kz_upr.model import (
        Qualifier as Qualifier,
    )
    from kz_upr.model import (
        Recommendation as Recommendation,
    )
    from kz_upr.model import (
        RegionalGroup as RegionalGroup,
    )
    from kz_upr.model import (
        Review as Review,
    )
    from kz_upr.model import (
        Setting as Setting,
    )
    from kz_upr.model import (
        Source as Source,
    )
    from kz_upr.model import (
        SourceKind as SourceKind,
    )
    from kz_upr.model import (
        Speaker as Speaker,
    )
    from kz_upr.model import (
        SpeakerKind as SpeakerKind,
    )
    from kz_upr.model import (
        Stage as Stage,
    )
    from kz_upr.model import (
        State as State,
    )
    from kz_upr.model import (
        Statement as Statement,
    )
    from kz_upr.model import (
        Tag as Tag,
    )
    from kz_upr.model import (
        TagKind as TagKind,
    )
    from kz_upr.model import (
        Topic as Topic,
    )
    from kz_upr.model import (
        Totals as Totals,
    )
    from kz_upr.parsing import (
        ParsedClause as ParsedClause,
    )
    from kz_upr.parsing import (
        expand_numbers as expand_numbers,
    )
    from kz_upr.parsing import (
        fingerprint as fingerprint,
    )
    from kz_upr.parsing import (
        parse_recommendation as parse_recommendation,
    )
    from kz_upr.queries import (
        Contribution as Contribution,
    )
    from kz_upr.queries import (
        Contributions as Contributions,
    )
    from kz_upr.queries import (
        CountKey as CountKey,
    )
    from kz_upr.queries import (
        Event as Event,
    )
    from kz_upr.queries import (
        EventKind as EventKind,
    )
    from kz_upr.queries import (
        by_state as by_state,
    )
    from kz_upr.queries import (
        count_by as count_by,
    )
    from kz_upr.queries import (
        find_recommendation as find_recommendation,
    )
    from kz_upr.queries import (
        select as select,
    )
    from kz_upr.queries import (
        timeline as timeline,
    )
    from kz_upr.searching import Hit as Hit
    from kz_upr.searching import related as related
    from kz_upr.searching import search as search
    from kz_upr.states import list_states as list_states
    from kz_upr.states import list_topics as list_topics
    from kz_upr.states import resolve_state as resolve_state

_HOMES = {
    "checking": ("CheckReport", "Document", "Finding", "OtherReviewError", "check", "complete"),
    "citing": ("CitationStyle", "cite"),
    "comparing": ("EditionDiff", "FieldChange", "ObjectChange", "compare_editions"),
    "conversion": ("from_dict", "from_json", "to_dict", "to_json"),
    "errors": (
        "DataFileError",
        "InvalidDocumentError",
        "RedirectWarning",
        "UnknownCycleError",
        "UnknownEditionError",
        "UnknownNameError",
        "UnknownRecommendationError",
        "UnknownStateError",
        "UnknownTopicError",
    ),
    "exporting": ("table_columns", "table_schema", "to_csv", "to_records"),
    "loading": ("Edition", "editions", "load_review", "load_reviews"),
    "model": (
        "Account",
        "Act",
        "Action",
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
        "Outcome",
        "Point",
        "Position",
        "PositionValue",
        "Qualifier",
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
        "Topic",
        "Totals",
    ),
    "parsing": ("ParsedClause", "expand_numbers", "fingerprint", "parse_recommendation"),
    "queries": (
        "Contribution",
        "Contributions",
        "CountKey",
        "Event",
        "EventKind",
        "by_state",
        "count_by",
        "find_recommendation",
        "select",
        "timeline",
    ),
    "searching": ("Hit", "related", "search"),
    "states": ("list_states", "list_topics", "resolve_state"),
}
_HOME_OF = {name: module for module, names in _HOMES.items() for name in names}

__all__ = ["DATA_EDITION", "__version__", "documents", *sorted(_HOME_OF)]  # pyright: ignore[reportUnsupportedDunderAll]


def __getattr__(name: str) -> object:
    import importlib

    if name == "documents":
        return importlib.import_module("kz_upr.documents")
    if name not in _HOME_OF:
        raise AttributeError(f"module 'kz_upr' has no attribute {name!r}")
    thing = getattr(importlib.import_module(f"kz_upr.{_HOME_OF[name]}"), name)
    globals()[name] = thing  # found at once the next time
    return thing


def __dir__() -> list[str]:
    return __all__
