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

if TYPE_CHECKING:
    from kz_upr.citing import CitationStyle, cite
    from kz_upr.comparing import EditionDiff, FieldChange, ObjectChange, compare_editions
    from kz_upr.conversion import from_dict, from_json, to_dict, to_json
    from kz_upr.errors import (
        DataFileError,
        InvalidDocumentError,
        UnknownCycleError,
        UnknownEditionError,
        UnknownNameError,
        UnknownRecommendationError,
        UnknownStateError,
        UnknownTopicError,
    )
    from kz_upr.exporting import table_columns, to_csv, to_records
    from kz_upr.loading import Edition, editions, load_review, load_reviews
    from kz_upr.model import (
        Account,
        Act,
        Action,
        Citation,
        Clause,
        Coverage,
        Delegate,
        Delegation,
        Discrepancy,
        Evidence,
        Held,
        Institution,
        InstitutionKind,
        Outcome,
        Point,
        Position,
        PositionValue,
        Qualifier,
        Recommendation,
        RegionalGroup,
        Review,
        Setting,
        Source,
        SourceKind,
        Speaker,
        SpeakerKind,
        Stage,
        State,
        Statement,
        Tag,
        TagKind,
        Topic,
        Totals,
    )
    from kz_upr.queries import (
        Contribution,
        Contributions,
        CountKey,
        Event,
        EventKind,
        by_state,
        count_by,
        find_recommendation,
        select,
        timeline,
    )
    from kz_upr.searching import Hit, related, search
    from kz_upr.states import list_states, list_topics, resolve_state

_HOMES = {
    "citing": ("CitationStyle", "cite"),
    "comparing": ("EditionDiff", "FieldChange", "ObjectChange", "compare_editions"),
    "conversion": ("from_dict", "from_json", "to_dict", "to_json"),
    "errors": (
        "DataFileError",
        "InvalidDocumentError",
        "UnknownCycleError",
        "UnknownEditionError",
        "UnknownNameError",
        "UnknownRecommendationError",
        "UnknownStateError",
        "UnknownTopicError",
    ),
    "exporting": ("table_columns", "to_csv", "to_records"),
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

__all__ = ["DATA_EDITION", "__version__", *sorted(_HOME_OF)]  # pyright: ignore[reportUnsupportedDunderAll]


def __getattr__(name: str) -> object:
    if name not in _HOME_OF:
        raise AttributeError(f"module 'kz_upr' has no attribute {name!r}")
    import importlib

    thing = getattr(importlib.import_module(f"kz_upr.{_HOME_OF[name]}"), name)
    globals()[name] = thing  # found at once the next time
    return thing


def __dir__() -> list[str]:
    return __all__
