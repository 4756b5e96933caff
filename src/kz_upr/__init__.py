"""Kazakhstan's Universal Periodic Review as immutable typed objects.

Every fact says where it is written; what is not known is said to be not known; where sources
disagree, both are shown. Names are loaded when they are first asked for, so that importing the
package costs next to nothing.
"""

#: Version of the code (SemVer).
__version__ = "0.1.0"

#: The edition of the data that is loaded when none is named.
DATA_EDITION = "2026.11"

TYPE_CHECKING = False  # type checkers take it for true; typing's own costs more to import than all of this module
if TYPE_CHECKING:  # what type checkers and editors see; the same names as in _HOMES below
    from kz_upr import documents as documents
    from kz_upr.checking import (
        CheckReport as CheckReport,
        Document as Document,
        Finding as Finding,
        check as check,
        complete as complete,
    )
    from kz_upr.citing import CitationStyle as CitationStyle, cite as cite
    from kz_upr.comparing import (
        EditionDiff as EditionDiff,
        FieldChange as FieldChange,
        ObjectChange as ObjectChange,
        compare_editions as compare_editions,
    )
    from kz_upr.conversion import (
        citations_of as citations_of,
        from_dict as from_dict,
        from_json as from_json,
        to_dict as to_dict,
        to_json as to_json,
    )
    from kz_upr.errors import (
        DataFileError as DataFileError,
        InvalidDocumentError as InvalidDocumentError,
        OtherReviewError as OtherReviewError,
        RedirectWarning as RedirectWarning,
        UnknownCycleError as UnknownCycleError,
        UnknownEditionError as UnknownEditionError,
        UnknownNameError as UnknownNameError,
        UnknownRecommendationError as UnknownRecommendationError,
        UnknownStateError as UnknownStateError,
        UnknownTopicError as UnknownTopicError,
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
        Outcome as Outcome,
        Point as Point,
        Position as Position,
        PositionValue as PositionValue,
        Qualifier as Qualifier,
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
        Topic as Topic,
        Totals as Totals,
    )
    from kz_upr.parsing import (
        ParsedClause as ParsedClause,
        expand_numbers as expand_numbers,
        fingerprint as fingerprint,
        parse_recommendation as parse_recommendation,
    )
    from kz_upr.queries import (
        Contribution as Contribution,
        Contributions as Contributions,
        CountKey as CountKey,
        Event as Event,
        EventKind as EventKind,
        by_state as by_state,
        count_by as count_by,
        find_recommendation as find_recommendation,
        select as select,
        timeline as timeline,
    )
    from kz_upr.searching import Hit as Hit, related as related, search as search
    from kz_upr.states import list_states as list_states, list_topics as list_topics, resolve_state as resolve_state

_HOMES = {
    "checking": ("CheckReport", "Document", "Finding", "check", "complete"),
    "citing": ("CitationStyle", "cite"),
    "comparing": ("EditionDiff", "FieldChange", "ObjectChange", "compare_editions"),
    "conversion": ("citations_of", "from_dict", "from_json", "to_dict", "to_json"),
    "errors": (
        "DataFileError",
        "InvalidDocumentError",
        "OtherReviewError",
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
