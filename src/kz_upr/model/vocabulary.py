"""The closed vocabularies: every word that a field may take, and no other."""

from enum import StrEnum


class SourceKind(StrEnum):
    """What sort of document a fact was read in."""

    NATIONAL_REPORT = "national report"
    COMPILATION = "UN compilation"
    SUMMARY = "stakeholders' summary"
    WORKING_GROUP_REPORT = "Working Group report"
    ADDENDUM = "addendum"
    COUNCIL_REPORT = "Council report"
    DECISION = "decision"
    CORRIGENDUM = "corrigendum"
    THEMATIC_LIST = "thematic list"
    INDEX_RECORD = "Universal Human Rights Index record"
    PRESS_RELEASE = "press release"
    STATEMENT = "statement"
    NEWS = "news"
    NGO = "NGO publication"
    LAW = "law"
    OTHER = "other"


class RegionalGroup(StrEnum):
    """The regional groups of States at the United Nations."""

    AFRICA = "African States"
    ASIA_PACIFIC = "Asia-Pacific States"
    EASTERN_EUROPE = "Eastern European States"
    LATIN_AMERICA_CARIBBEAN = "Latin American and Caribbean States"
    WESTERN_EUROPE_OTHERS = "Western European and other States"


class InstitutionKind(StrEnum):
    """What sort of body an institution is."""

    COURT = "court"
    PROSECUTION = "prosecution"
    MINISTRY = "ministry"
    GOVERNMENT = "government office"
    PRESIDENTIAL_BODY = "presidential body"
    PARLIAMENT = "parliament"
    MISSION = "mission"
    NATIONAL_INSTITUTION = "national human rights institution"
    OTHER = "other"


class SpeakerKind(StrEnum):
    """Who is speaking, by standing in the review."""

    STATE_UNDER_REVIEW = "State under review"
    STATE = "State"
    GROUP_OF_STATES = "group of States"
    UN_ENTITY = "UN entity"
    NATIONAL_INSTITUTION = "national human rights institution"
    NGO = "NGO"
    CHAIR = "chair"
    PRESS = "press"


class Setting(StrEnum):
    """Where a statement was made."""

    PRESENTATION = "presentation"
    INTERACTIVE_DIALOGUE = "interactive dialogue"
    CONCLUDING_REMARKS = "concluding remarks"
    COUNCIL_ADOPTION = "Council adoption"
    OUTSIDE = "outside the review"


class Act(StrEnum):
    """What a speaker does in one point of a statement."""

    REPORTS = "reports"
    COMMENDS = "commends"
    IS_CONCERNED = "is concerned"
    RECOMMENDS = "recommends"
    COMMITS = "commits"
    REGRETS = "regrets"
    OFFERS = "offers"
    EXPLAINS = "explains"


class Action(StrEnum):
    """What a recommendation asks the State under review to do.

    The coding guide in the documentation defines each verb and its borders.
    """

    RATIFY = "ratify"
    CONSIDER = "consider"
    CONTINUE = "continue"
    STRENGTHEN = "strengthen"
    ADOPT = "adopt"
    AMEND = "amend"
    ABOLISH = "abolish"
    PROHIBIT = "prohibit"
    ESTABLISH = "establish"
    IMPLEMENT = "implement"
    ENSURE = "ensure"
    PROTECT = "protect"
    PREVENT = "prevent"
    INVESTIGATE = "investigate"
    COOPERATE = "cooperate"
    EDUCATE = "educate"


class PositionValue(StrEnum):
    """The answer of the State under review to a recommendation.

    The United Nations knows *supported* and *noted* alone as final answers (A/HRC/43/2, para. 368):
    *noted* is not *rejected*. *Partly supported* is kept where a State answered parts of a
    recommendation differently; *pending* is the answer of a report that defers it; *undecided*
    is an answer in words that take no position.
    """

    SUPPORTED = "supported"
    NOTED = "noted"
    PARTLY_SUPPORTED = "partly supported"
    PENDING = "pending"
    UNDECIDED = "undecided"


class Stage(StrEnum):
    """Where in the review a position was taken, in the order of time.

    A *list* (OHCHR's thematic list, the Universal Human Rights Index) is a witness to the position,
    not a step of the review.
    """

    WORKING_GROUP = "working group"
    ADDENDUM = "addendum"
    COUNCIL = "council"
    LIST = "list"


class Qualifier(StrEnum):
    """What the State under review adds to a position of *supported*."""

    ALREADY_IMPLEMENTED = "already implemented"
    IN_PROCESS = "in process"
    IMPLEMENTED_OR_IN_PROCESS = "already implemented or in process"


class Evidence(StrEnum):
    """What the package's knowledge of a recommendation rests on.

    From strongest to weakest: the official text was read (in the Working Group's report or an official
    record of it); the State listed the number in its answer; others quote the wording and give
    the number; others give the number and describe the content.
    """

    OFFICIAL_TEXT = "official text"
    LISTED_BY_STATE = "listed by the State"
    QUOTED = "quoted by others"
    DESCRIBED = "described by others"


class TagKind(StrEnum):
    """What an official tag says."""

    THEME = "theme"
    AFFECTED_PERSONS = "affected persons"
    SDG = "SDG"
