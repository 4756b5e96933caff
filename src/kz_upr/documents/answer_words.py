"""The words by which a sentence answers: verbs, negations, and what may stand around numbers."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


#: Verbs that support, active or as infinitives.
ACCEPT = _words("accept accepts accepting support supports supporting endorse endorses endorsing approve approves")
#: Verbs that support with *with* or *to* after them.
ACCEPT_WITH = _words("agree agrees agreeing agreed concur concurs concurred")
#: Participles and adjectives that support.
ACCEPTED = _words("accepted supported endorsed approved acceptable")
#: Verbs that note or refuse.
NOTE = _words("note notes noting reject rejects rejecting decline declines oppose opposes refuse refuses")
#: Verbs that refuse with *with* after them.
NOTE_WITH = _words("disagree disagrees disagreed")
#: Participles and adjectives that note or refuse.
NOTED = _words("noted rejected declined opposed refused unsupported unaccepted unacceptable")
PARTICIPLES = ACCEPTED | NOTED
VERBS = ACCEPT | ACCEPT_WITH | ACCEPTED | NOTE | NOTE_WITH | NOTED
#: What reverses an answer.
NOT = _words(
    "not cannot can't don't doesn't didn't won't isn't aren't unable unwilling never neither nor without fail "
    "fails failed decline declines declined refuse refuses refused lack lacks lacked no nobody"
)
#: Before *that*: what negates the words after it.
DENYING = _words("deny denies denied doubt doubts doubted")
#: What leaves open whether the answer is given.
DOUBTFUL = _words(
    "whether consider considers considering considered could might may if asked urged invited encourage "
    "encouraged decide possibility unless until should must before hardly scarcely barely refrain refrains refrained "
    "avoid avoids abstain abstains hesitate hesitates yet hope hopes hoping expects "
    "aims aspires intends plans tentatively provisionally conditionally"
)
#: What a State calls itself in *the support of the Government*; names have capitals.
ITSELF = _words("government state country authorities delegation republic kingdom nation")
#: Who may support something, other than the State that answers.
OTHERS = _words(
    "commission commissioner committee society ngo ngos organization organizations organisation organisations court "
    "stakeholders parliament opposition union those people public ombudsman ombudsperson institution institutions "
    "church association associations experts delegations community many they states countries rapporteur"
)
#: What makes a list only a comparison: *similar to 50.1*.
COMPARING = _words(
    "like between behind similar akin identical comparable equivalent corresponding contrary close related"
)
#: What names a part: *50.3 (first part only)*.
SHARES = _words("part parts half sentence clause element portion")
OF_SHARES = SHARES | _words("first second third last latter former only in the of one two")
#: Adverbs before a verb that leave its answer as it is; any other word in *-ly* makes it doubtful.
PLAIN_ADVERBS = _words(
    "fully partially partly wholly entirely completely gladly readily already formally officially explicitly expressly "
    "accordingly consequently carefully duly merely only simply similarly likewise additionally finally respectfully "
    "regretfully unfortunately regrettably strongly firmly wholeheartedly unreservedly unconditionally happily "
    "currently presently equally jointly separately clearly previously family assembly"
)
#: What may stand before *supporting* where that is an answer.
BEFORE_GERUND = _words(
    "while whilst by and is are was were in of thus hereby also therefore fully partially partly not , ( :"
)
#: What makes an answer depend on something else, or limits it; two words where one would not do.
HEDGES = _words("if unless insofar inasmuch otherwise conditional conditionally conditioned depending once")
HEDGES_OF_TWO = frozenset({
    ("provided", "that"), ("far", "as"), ("subject", "to"), ("on", "condition"), ("as", "long"),
    ("so", "long"), ("only", "when"), ("with", "reservations"), ("with", "reservation"),
    ("would", "have"), ("in", "case"),
    *((word, noun) for word in ("some", "certain", "limited", "the", "small") for noun in ("extent", "degree")),
})  # fmt: skip
#: What begins a reason, in which nothing limits the answer.
REASONS = _words("because since considering given owing")

#: What makes an infinitive an answer: *is able to accept*.
GOVERNORS = _words(
    "position able unable pleased decided happy ready prepared glad wishes wish willing agrees honour decides "
    "continue continues"
)
BE = _words("is are was were be been being")
#: Verbs that may lead to an answer.
AUXILIARIES = BE | _words("will would shall has have had does do did can cannot may might could should must")
#: Infinitives, and the finite verbs that may stand before them, with and without *to*.
INFINITIVE = _words(
    "accept support endorse approve agree concur note reject decline oppose refuse disagree enjoy receive have meet "
    "find gain lack"
)
BEFORE_INFINITIVE = _words(
    "will would shall do does did can cannot can't don't doesn't didn't won't may might could should must"
)
BEFORE_TO = _words("wishes wish decides decided agrees agreed chooses chose")
FINITE_AUXILIARIES = AUXILIARIES - {"be", "been", "being"}
#: Verbs that are not answers.
FINITE = _words(
    "considers examines defers postpones reserves regrets explains studies reviews questions welcomes appreciates "
    "recalls believes intends plans finds deems leaves returns requires needs remains remain"
)
#: What ties a verb to the list before it.
RELATIVE = _words("which that who whom as what")
#: What begins another clause.
CLAUSE = _words("but while whereas however although though whilst")
JOINING = CLAUSE | {"and"}
PARTLY = _words("partially partly partial")
#: What may stand between a verb and its recommendations.
ADVERBS = _words(
    "fully also hereby therefore thus only principle full in part partially partly with to of regret appreciation "
    "concern interest thanks pleasure entirely wholly due"
)
IN_PART = PARTLY | _words("only in part recommendation recommendations albeit")
#: What a verb that answers recommendations has after it.
OBJECTS = _words(
    "the a its these this those that them it all both each every recommendation recommendations following others "
    "rest remaining other remainder above none neither any"
)
#: What continues a list.
GLUE = _words(
    "and or also plus as well the those these this its of to from including namely both nos no number numbers "
    "numbered recommendation recommendations rec recs paragraph paragraphs in principle fully together with "
    "listed under i e respectively a"
)
#: What describes the recommendations of a list.
TOPIC = _words("on regarding concerning about relating related under from by recommendation recommendations those made")
#: What makes a list a cross reference.
SEE = _words("see cf refer refers referred referring reference")
AFTER_SEE = GLUE | _words("answer answers response responses reply explanation comment comments our above below for")
#: Before *of*: what means all of the recommendations after it. After any other word, the answer is not to them.
OF_WHOLE = _words(
    "all each both every note support acceptance approval endorsement exception exceptions instead recommendation "
    "recommendations list lists group groups set number numbers respect regard case matter favour out"
)
#: Before *of*: a part.
OF_PART = _words("part parts element elements portion portions aspect aspects")
LACK = _words("lack lacks lacked")
REFUSING = NOTE | NOTE_WITH | NOTED | LACK
#: Verbs of *the support of the State*.
ENJOY = LACK | _words(
    "enjoy enjoys enjoyed enjoying receive receives received have has had meet meets met find finds found gain gained"
)
#: Verbs of *its support to*.
GIVE = _words("give gives gave expresses express lends lend extends extend offers")
#: What shows *support* to be a noun.
NOUN_BEFORE = _words("the our its their full of in for with technical financial further no international public great")
#: Where the description of *all recommendations* ends.
SCOPE_ENDS = _words("except excluding apart aside save other but which are is enjoy enjoys have has and while whereas")
#: What narrows *all recommendations* to some.
NARROWING = _words(
    "between on from concerning regarding relating related about aimed calling asking requesting seeking pertaining "
    "with dealing whose where above below following"
)


#: What *all* or *the other* is followed by.
EVERY_HEADS = _words("recommendation recommendations others rest remainder")
EVERY_WORDS = EVERY_HEADS | _words("all every each the its of other remaining any")
#: After *of*: some of those before.
PARTITIVE = _words("which these them")
#: After *that*: what does not narrow.
HARMLESS = _words("it were was have has had did do are is enjoy enjoys")
