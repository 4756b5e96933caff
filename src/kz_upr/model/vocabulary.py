"""The closed vocabularies: every value that a coded field may take."""

from enum import StrEnum


class SourceKind(StrEnum):
    """What kind of document a source is."""

    #: The report of the State under review on itself.
    NATIONAL_REPORT = "national report"
    #: Information from United Nations bodies, compiled by OHCHR.
    COMPILATION = "UN compilation"
    #: Submissions of NGOs and other stakeholders, summarized by OHCHR.
    SUMMARY = "stakeholders' summary"
    #: Report of the Working Group: who spoke, what was recommended.
    WORKING_GROUP_REPORT = "Working Group report"
    #: The written answers of the State under review, issued as an addendum to the report.
    ADDENDUM = "addendum"
    #: Report of the Human Rights Council on a session.
    COUNCIL_REPORT = "Council report"
    #: Decision of the Human Rights Council.
    DECISION = "decision"
    #: Correction to another document.
    CORRIGENDUM = "corrigendum"
    #: OHCHR's list of the recommendations of one review by theme.
    THEMATIC_LIST = "thematic list"
    #: Record of OHCHR's Universal Human Rights Index.
    INDEX_RECORD = "Universal Human Rights Index record"
    #: Publication of a Government other than its reports to the United Nations.
    GOVERNMENT = "Government publication"
    #: Press release of a ministry, a mission or the United Nations.
    PRESS_RELEASE = "press release"
    #: Text of a speech, as published by the speaker.
    STATEMENT = "statement"
    #: Report of a news outlet.
    NEWS = "news"
    #: Web page or paper of a non-governmental organization.
    NGO = "NGO publication"
    #: Law, decree or other legal act.
    LAW = "law"
    #: Anything else; the note of the source says what.
    OTHER = "other"


class RegionalGroup(StrEnum):
    """The regional groups of States at the United Nations."""

    AFRICA = "African States"
    ASIA_PACIFIC = "Asia-Pacific States"
    EASTERN_EUROPE = "Eastern European States"
    LATIN_AMERICA_CARIBBEAN = "Latin American and Caribbean States"
    WESTERN_EUROPE_OTHERS = "Western European and other States"


class InstitutionKind(StrEnum):
    """What kind of body an institution is."""

    COURT = "court"
    PROSECUTION = "prosecution"
    MINISTRY = "ministry"
    #: Office of the Government other than a ministry.
    GOVERNMENT = "government office"
    #: Body attached to the President: administration, commission, council.
    PRESIDENTIAL_BODY = "presidential body"
    PARLIAMENT = "parliament"
    #: Permanent mission or embassy.
    MISSION = "mission"
    #: Ombudsman or other national human rights institution.
    NATIONAL_INSTITUTION = "national human rights institution"
    OTHER = "other"


class SpeakerKind(StrEnum):
    """The standing of a speaker in the review."""

    #: The State whose review it is.
    STATE_UNDER_REVIEW = "State under review"
    #: One other State.
    STATE = "State"
    #: Several States together, or States that the source does not name.
    GROUP_OF_STATES = "group of States"
    #: Programme, fund, office or agency of the United Nations.
    UN_ENTITY = "UN entity"
    #: Ombudsman or other national human rights institution.
    NATIONAL_INSTITUTION = "national human rights institution"
    #: One or more non-governmental organizations.
    NGO = "NGO"
    #: President or Vice-President of the Human Rights Council.
    CHAIR = "chair"
    #: A news outlet in its own voice.
    PRESS = "press"


class Setting(StrEnum):
    """Where a statement was made."""

    #: The State under review presents its report.
    PRESENTATION = "presentation"
    #: States comment, ask questions and recommend; the State under review answers.
    INTERACTIVE_DIALOGUE = "interactive dialogue"
    #: The State under review closes the review.
    CONCLUDING_REMARKS = "concluding remarks"
    #: The State under review opens the adoption of the outcome in the Human Rights Council, some months later.
    COUNCIL_OPENING = "Council: opening remarks"
    #: States comment on the outcome.
    COUNCIL_STATES = "Council: States"
    #: United Nations entities comment on the outcome.
    COUNCIL_UN_ENTITIES = "Council: United Nations entities"
    #: National human rights institutions and non-governmental organizations comment on the outcome.
    COUNCIL_STAKEHOLDERS = "Council: other stakeholders"
    #: The State under review closes the adoption.
    COUNCIL_CLOSING = "Council: concluding remarks"
    #: The President or a Vice-President of the Council speaks.
    COUNCIL_PRESIDENT = "Council: President"
    #: Said or written about the review elsewhere.
    OUTSIDE = "outside the review"


class Act(StrEnum):
    """What a speaker does in one point of a statement."""

    #: Says what has been done or is the case.
    REPORTS = "reports"
    #: Praises.
    COMMENDS = "commends"
    #: Expresses concern.
    IS_CONCERNED = "is concerned"
    #: Makes a formal recommendation of the review.
    RECOMMENDS = "recommends"
    #: Makes any other request: urges, invites, encourages, hopes.
    CALLS_FOR = "calls for"
    #: Asks a question.
    ASKS = "asks"
    #: Undertakes to do something.
    COMMITS = "commits"
    #: Expresses regret.
    REGRETS = "regrets"
    #: Offers help or experience.
    OFFERS = "offers"
    #: Gives a reason or an explanation.
    EXPLAINS = "explains"


class Action(StrEnum):
    """What a recommendation asks the State under review to do.

    The coding guide in the documentation defines each verb and where it ends.
    """

    #: Become or remain bound by a treaty.
    RATIFY = "ratify"
    #: Consider doing something.
    CONSIDER = "consider"
    #: Continue what is being done.
    CONTINUE = "continue"
    #: Extend or improve what exists.
    STRENGTHEN = "strengthen"
    #: Introduce a law, policy or plan that does not exist yet.
    ADOPT = "adopt"
    #: Change an existing law or rule.
    AMEND = "amend"
    #: End a law, penalty or practice of the State.
    ABOLISH = "abolish"
    #: Ban by law or criminalize.
    PROHIBIT = "prohibit"
    #: Create a body, mechanism or service.
    ESTABLISH = "establish"
    #: Carry out existing laws, plans or recommendations.
    IMPLEMENT = "implement"
    #: Guarantee or respect a right or a standard.
    ENSURE = "ensure"
    #: Protect people from harm.
    PROTECT = "protect"
    #: Stop or reduce a wrong.
    PREVENT = "prevent"
    #: Investigate a wrong, punish it or provide redress.
    INVESTIGATE = "investigate"
    #: Work with the United Nations or with others.
    COOPERATE = "cooperate"
    #: Teach, train or inform.
    EDUCATE = "educate"


class PositionValue(StrEnum):
    """The position of the State under review on a recommendation.

    The final positions are *supported* and *noted* (A/HRC/43/2, para. 368): *noted* is not *rejected*. *Partly
    supported* is used where a State answered parts of a recommendation differently; *pending* where a report defers
    the answer; *undecided* where an answer in words takes no position.
    """

    #: The State supports it.
    SUPPORTED = "supported"
    #: The State takes note of it and does not say that it supports it.
    NOTED = "noted"
    #: Some parts are supported and others noted.
    PARTLY_SUPPORTED = "partly supported"
    #: The answer is deferred to a later stage.
    PENDING = "pending"
    #: There is an answer, but it takes no position.
    UNDECIDED = "undecided"


class Stage(StrEnum):
    """The stage of the review at which a position was taken, in chronological order.

    A *list* (a thematic list of OHCHR, the Universal Human Rights Index) is a witness to the position, not a stage of
    the review.
    """

    #: Report of the Working Group.
    WORKING_GROUP = "working group"
    #: Written answers before the session of the Council.
    ADDENDUM = "addendum"
    #: Adoption of the outcome in the Human Rights Council.
    COUNCIL = "council"
    #: Thematic list or index: a witness.
    LIST = "list"


class Qualifier(StrEnum):
    """What the State under review adds to its support of a recommendation."""

    #: It has been implemented.
    ALREADY_IMPLEMENTED = "already implemented"
    #: It is being implemented.
    IN_PROCESS = "in process"
    #: One of the two; the source does not say which.
    IMPLEMENTED_OR_IN_PROCESS = "already implemented or in process"


class Evidence(StrEnum):
    """What the package's knowledge of a recommendation rests on, from strongest to weakest."""

    #: The official wording was read, in the report of the Working Group or an official record of it.
    OFFICIAL_TEXT = "official text"
    #: The State listed the number in its answer; the wording was not read.
    LISTED_BY_STATE = "listed by the State"
    #: Others quote the wording and give the number.
    QUOTED = "quoted by others"
    #: Others give the number and describe the content.
    DESCRIBED = "described by others"


class TagKind(StrEnum):
    """What the label of an official list describes."""

    #: Subject matter.
    THEME = "theme"
    #: The persons concerned.
    AFFECTED_PERSONS = "affected persons"
    #: Sustainable Development Goal.
    SDG = "SDG"


class WarningKind(StrEnum):
    """What a warning of a reading is about."""

    #: The file is incomplete or was altered.
    DAMAGE = "damage"
    #: The document contradicts itself: its numbering, its counts.
    INCONSISTENCY = "inconsistency"
    #: Something could not be read with certainty; it is left out, or read as the message says.
    UNREAD = "unread"
    #: The document differs from the review that it was joined to.
    DIFFERENCE = "difference"


class Manner(StrEnum):
    """The manner in which an instrument is named."""

    #: To become a party to it, or to accept its procedure.
    JOIN = "join"
    #: To withdraw or review a reservation or declaration.
    RESERVATION = "reservation"
    #: To carry it out or comply with it.
    IMPLEMENT = "implement"
    #: As the standard by which something is to be done.
    STANDARD = "standard"


class InstrumentKind(StrEnum):
    """What kind of instrument it is."""

    TREATY = "treaty"
    OPTIONAL_PROTOCOL = "optional protocol"
    ADDITIONAL_PROTOCOL = "additional protocol"
    STATUTE = "statute"
    AMENDMENT = "amendment"
    DECLARATION = "declaration"
    PRINCIPLES = "principles"
    RESOLUTION = "resolution"
