"""The closed vocabularies: every word that a field may take, and no other."""

from enum import StrEnum


class SourceKind(StrEnum):
    """What sort of document a fact was read in."""

    #: What the State under review reports of itself.
    NATIONAL_REPORT = "national report"
    #: What United Nations bodies have written, put together by OHCHR.
    COMPILATION = "UN compilation"
    #: What NGOs and others sent in, put together by OHCHR.
    SUMMARY = "stakeholders' summary"
    #: The report of the review: who spoke, what was recommended.
    WORKING_GROUP_REPORT = "Working Group report"
    #: The answers of the State under review, issued beside the report.
    ADDENDUM = "addendum"
    #: Report of a session of the Human Rights Council.
    COUNCIL_REPORT = "Council report"
    #: Decision of the Human Rights Council.
    DECISION = "decision"
    #: Printed correction to another document.
    CORRIGENDUM = "corrigendum"
    #: OHCHR's list of one review's recommendations by theme.
    THEMATIC_LIST = "thematic list"
    #: Record of OHCHR's Universal Human Rights Index.
    INDEX_RECORD = "Universal Human Rights Index record"
    #: Release of a ministry, a mission or the United Nations.
    PRESS_RELEASE = "press release"
    #: Text of a speech, published by the speaker or after it.
    STATEMENT = "statement"
    #: Report of a news medium.
    NEWS = "news"
    #: Page or paper of a non-governmental organization.
    NGO = "NGO publication"
    #: Law, decree or other legal act.
    LAW = "law"
    #: Anything else; the note says what.
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
    #: Office of the Government that is no ministry.
    GOVERNMENT = "government office"
    #: Body at the President's side: administration, commission, council.
    PRESIDENTIAL_BODY = "presidential body"
    PARLIAMENT = "parliament"
    #: Permanent mission or embassy.
    MISSION = "mission"
    #: Ombudsman or another institution after the Paris Principles.
    NATIONAL_INSTITUTION = "national human rights institution"
    OTHER = "other"


class SpeakerKind(StrEnum):
    """Who is speaking, by standing in the review."""

    #: Kazakhstan itself.
    STATE_UNDER_REVIEW = "State under review"
    #: One other State.
    STATE = "State"
    #: Several States together, or States that no source names.
    GROUP_OF_STATES = "group of States"
    #: Programme, fund, office or agency of the United Nations.
    UN_ENTITY = "UN entity"
    #: Ombudsman or another institution after the Paris Principles.
    NATIONAL_INSTITUTION = "national human rights institution"
    #: Non-governmental organization, or several together.
    NGO = "NGO"
    #: President or Vice-President of the Human Rights Council.
    CHAIR = "chair"
    #: A news medium in its own voice.
    PRESS = "press"


class Setting(StrEnum):
    """Where a statement was made."""

    #: The State under review opens the review with its report.
    PRESENTATION = "presentation"
    #: States comment, ask and recommend; the State under review answers.
    INTERACTIVE_DIALOGUE = "interactive dialogue"
    #: The State under review closes the review.
    CONCLUDING_REMARKS = "concluding remarks"
    #: The Human Rights Council considers and adopts the outcome, months later.
    COUNCIL_ADOPTION = "Council adoption"
    #: Written or said elsewhere, about the review.
    OUTSIDE = "outside the review"


class Act(StrEnum):
    """What a speaker does in one point of a statement."""

    #: Says what is or has been done.
    REPORTS = "reports"
    #: Praises.
    COMMENDS = "commends"
    #: Voices worry.
    IS_CONCERNED = "is concerned"
    #: Asks for something to be done.
    RECOMMENDS = "recommends"
    #: Promises to do something.
    COMMITS = "commits"
    #: Says that something should have been otherwise.
    REGRETS = "regrets"
    #: Offers help or experience.
    OFFERS = "offers"
    #: Gives a reason or a meaning.
    EXPLAINS = "explains"


class Action(StrEnum):
    """What a recommendation asks the State under review to do.

    The coding guide in the documentation defines each verb and its borders.
    """

    #: Become or stay bound by a treaty.
    RATIFY = "ratify"
    #: Examine doing something.
    CONSIDER = "consider"
    #: Go on with what is being done.
    CONTINUE = "continue"
    #: Do more or better of what exists.
    STRENGTHEN = "strengthen"
    #: Bring in a law, policy or plan that does not exist yet.
    ADOPT = "adopt"
    #: Change law or rules that exist.
    AMEND = "amend"
    #: Do away with something of the State's own.
    ABOLISH = "abolish"
    #: Ban by law, or make a crime.
    PROHIBIT = "prohibit"
    #: Create a body, mechanism or service.
    ESTABLISH = "establish"
    #: Carry out law, plans or recommendations that exist.
    IMPLEMENT = "implement"
    #: Guarantee or respect a right or a standard.
    ENSURE = "ensure"
    #: Shield people from harm.
    PROTECT = "protect"
    #: Stop or reduce a wrong.
    PREVENT = "prevent"
    #: Inquire into a wrong, punish it or make it good.
    INVESTIGATE = "investigate"
    #: Work with the United Nations or with others.
    COOPERATE = "cooperate"
    #: Teach, train, inform.
    EDUCATE = "educate"


class PositionValue(StrEnum):
    """The answer of the State under review to a recommendation.

    The United Nations knows *supported* and *noted* alone as final answers (A/HRC/43/2, para. 368):
    *noted* is not *rejected*. *Partly supported* is kept where a State answered parts of a
    recommendation differently; *pending* is the answer of a report that defers it; *undecided*
    is an answer in words that take no position.
    """

    #: The State accepts it.
    SUPPORTED = "supported"
    #: The State does not say that it accepts it.
    NOTED = "noted"
    #: Some parts are supported and others noted.
    PARTLY_SUPPORTED = "partly supported"
    #: The answer is put off to a later stage.
    PENDING = "pending"
    #: There is an answer, but it takes neither side.
    UNDECIDED = "undecided"


class Stage(StrEnum):
    """Where in the review a position was taken, in the order of time.

    A *list* (OHCHR's thematic list, the Universal Human Rights Index) is a witness to the position,
    not a step of the review.
    """

    #: Report of the Working Group.
    WORKING_GROUP = "working group"
    #: Written answers before the Council's session.
    ADDENDUM = "addendum"
    #: Adoption of the outcome in the Human Rights Council.
    COUNCIL = "council"
    #: Thematic list or index: a witness.
    LIST = "list"


class Qualifier(StrEnum):
    """What the State under review adds to a position of *supported*."""

    #: Has been done.
    ALREADY_IMPLEMENTED = "already implemented"
    #: Is being done.
    IN_PROCESS = "in process"
    #: One of the two, the source does not say which.
    IMPLEMENTED_OR_IN_PROCESS = "already implemented or in process"


class Evidence(StrEnum):
    """What the package's knowledge of a recommendation rests on.

    From strongest to weakest: the official text was read (in the Working Group's report or an official
    record of it); the State listed the number in its answer; others quote the wording and give
    the number; others give the number and describe the content.
    """

    #: The official wording was read.
    OFFICIAL_TEXT = "official text"
    #: The number stands in the State's answer; the wording was not read.
    LISTED_BY_STATE = "listed by the State"
    #: Somebody else quotes the wording and gives the number.
    QUOTED = "quoted by others"
    #: Somebody else gives the number and describes the content.
    DESCRIBED = "described by others"


class TagKind(StrEnum):
    """What an official tag says."""

    #: Subject matter.
    THEME = "theme"
    #: Whom it concerns.
    AFFECTED_PERSONS = "affected persons"
    #: Sustainable Development Goal.
    SDG = "SDG"
