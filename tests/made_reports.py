"""Reports whose truth is known: recommendations made up at random in every form that reports print them in."""

import random
import re
from collections.abc import Iterable, Iterator, Sequence

from attrs import define

from kz_upr import Recommendation, State, list_states
from kz_upr.reference import named_state

from papers import LEFT, Paper, cover  # isort: skip

STATES = [state for state in list_states() if named_state(state.name) is state]

_VERBS = [
    "Paint",
    "Mend",
    "Continue to light",
    "Consider widening",
    "To clean",
    "That Fiji count",
    "Step up the repair of",
]
_THINGS = [
    "the harbour", "the piers of the old town", "every lamp and its post", "non-slip stairs and/or ladders",
    "the quays",
    "all lighthouses, including those of the outer islands", "the so-called “long wall”", "fifty-two bollards",
    "the fence of the keeper’s house", "ropes; nets; and sails", "boats and self-righting rafts",
]  # fmt: skip
_MORE = [
    "in line with rule 4, paragraph 2 (c), of the harbour book", "(No. 29)", "(2000)", "(HARB)", "(A/HRC/WG.6/7/FJI/1)",
    "as was said in 2009, 2010 and 2011", "at a cost of 9.2 million", "by the year 2015", "(paint and lime)",
    "by 12 per cent, i.e. by four feet", "with the aid of a keeper (in the local tongue, “tapu”)",
    "by night and by day",
    "including: (a) the doors; (b) the windows", "in the light of notes 3 and 4", "as soon as possible", "“by hand”",
    "with a view to mending them (see para. 12.1)", "in accordance with the rules of Geneva",
]  # fmt: skip

#: Introductions of a group and the position that they take.
LEADS = {
    "The recommendations formulated during the interactive dialogue/listed below have been examined by Fiji and "
    "enjoy the support of Fiji:": "supported",
    "The following recommendations enjoy the support of Fiji:": "supported",
    "The recommendations listed below have been examined by Fiji and enjoy its support": "supported",
    "The following recommendations enjoy the support of Fiji, which considers that they are already implemented or in "
    "the process of implementation:": "supported",
    "The following recommendations will be examined by Fiji, which will provide responses in due time, but no later "
    "than the twenty-second session of the Human Rights Council:": "pending",
    "The following recommendations would be examined by Fiji which would respond in due course. The response of Fiji "
    "will be included in the outcome report adopted by the Human Rights Council at its fifteenth session:": "pending",
    "The recommendations below did not enjoy the support of Fiji and would thus be noted:": "noted",
    "The following recommendations did not enjoy the support of Fiji:": "noted",
    "The following recommendations have been examined by Fiji and have been noted by Fiji:": "noted",
    "Fiji considers that the following recommendations cannot be accepted:": "noted",
    "The following recommendations shall be considered as noted:": "noted",
    "The following recommendations were supported in part by Fiji:": "partly supported",
}


@define
class Wanted:
    """What is to be read of one recommendation."""

    number: str
    text: str
    demands: list[list[str]]
    position: str


class Maker(random.Random):
    """Recommendations at random; the same seed makes the same."""

    def name(self, state: State) -> str:
        """A printed form of the State's name."""
        kind = re.fullmatch(r"(?P<land>.+) \((?P<kind>.+ of(?: the)?)\)", state.name)
        forms = [state.name, state.name, state.name.replace("'", "’"), f"the {state.name}"]
        if kind:
            forms += [f"{kind['kind']} {kind['land']}", f"the {kind['kind']} {kind['land']}", kind["land"]]
        if turned := re.fullmatch(r"(.*(?:Republic|Kingdom|States)) of (?:the )?(.+)", state.name):
            forms.append(f"{turned[2]} ({turned[1]} of)" if "of the" not in state.name else state.name)
        form = self.choice(forms)
        return form if named_state(form) is state else state.name

    def misprinted(self, name: str) -> str:
        """The name with a letter twice, where it is long enough to be told."""
        place = self.randrange(1, len(name) - 2)
        return name[:place] + name[place] + name[place:] if name[place].isalpha() else name

    def naming(self, states: Sequence[State]) -> str:
        """The States of one demand as a report prints them."""
        names = [self.name(state) for state in states]
        if len(names) == 1:
            return f"({names[0]})"
        nested = any("(" in name or " and " in name for name in names)
        form = self.randrange(9)
        if form == 0 or (nested and form in (4, 5, 6)):
            return " ".join(f"({name})" for name in names)
        return (
            " ".join(f"({name})" for name in names),
            "".join(f"({name})" for name in names),
            ", ".join(f"({name})" for name in names),
            "; ".join(f"({name})" for name in names),
            f"({', '.join(names[:-1])} and {names[-1]})",
            f"({', '.join(names[:-1])}, and {names[-1]})",
            f"({'/'.join(names)})",
            f"({', '.join(names)})",
            f"({'; '.join(names)})",
        )[form]

    def wording(self) -> str:
        """A demand without States; States named in it are none that recommend."""
        parts = [self.choice(_VERBS), self.choice(_THINGS)]
        parts += self.sample(_MORE, self.choice((0, 0, 1, 1, 2, 4)))
        if self.random() < 0.15:
            parts.append(f"as {self.choice(STATES).name.partition(' (')[0]} did")
        return " ".join(parts)

    def recommendation(self) -> tuple[str, list[list[str]]]:
        """The printed text without its number, and the States of each demand."""
        demands, printed = [], []
        for _ in range(self.choice((1, 1, 1, 1, 1, 1, 2, 3, 5))):
            states = self.sample(STATES, self.choice((1, 1, 1, 1, 1, 2, 3, 6)))
            stop = self.choice((" ", " ", " ", " ", " ", " ", ". ", ", ", "; ", ""))
            printed.append(f"{self.wording()}{stop}{self.naming(states)}")
            demands.append([state.iso3 for state in states])
        text = printed[0]
        for further in printed[1:]:
            text += self.choice(("; ", "; ", "; and ", ";", ". ", " ")) + self.choice(
                (further, f"{further[0].lower()}{further[1:]}")
            )
        return text, demands

    def ends(self, text: str) -> str:
        """The text with its end; sometimes half of the last parenthesis is lost, or a letter too many."""
        lost = self.random()
        if lost < 0.02 and re.search(r"[^()\s] \([^();]+\)$", text):
            text = text[:-1]
        elif lost < 0.04 and (match := re.search(r"(?<=[\w,] )\((?=[A-Z][a-z]{3,}\)$)", text)):
            text = text[: match.start()] + text[match.end() :]
        elif lost < 0.06 and (match := re.search(r"\(([A-Z][a-z]{6,})\)$", text)):
            text = f"{text[: match.start(1)]}{self.misprinted(match[1])})"
        return text + (";" if lost < 0.06 else self.choice((";", ";", ";", ";", ";", ";", ";", ".", "", " ;")))


def made_report(
    maker: Maker, *, paper: Paper | None = None, style: str | None = None, indent: float | None = None, most: int = 70
) -> tuple[Paper, list[Wanted]]:
    """A paper and what is to be read of it."""
    paper = paper or Paper()
    cover(paper)
    paper.page()
    paper.heading("Introduction")
    paper.lines(
        "1. The Working Group on the Universal Periodic Review held its twentieth session from 27 October to 7 "
        "November 2014. The review of Fiji was held at the 3rd meeting, on 29 October 2014."
    )
    paper.lines("2. The Human Rights Council selected these rapporteurs (troika): Kenya, Peru and Viet Nam.")
    paper.lines("3. These documents were issued: (a) A report (A/HRC/WG.6/20/FJI/1).")
    paper.lines("4. Questions prepared in advance by Peru were transmitted to Fiji.")
    paper.heading("I. Summary of the proceedings")
    paper.heading("B. Interactive dialogue and responses", size=12)
    paper.lines("5. During the interactive dialogue, 1 delegation made a statement.")
    last = maker.choice((5, 6, 40, 97))
    for number in range(6, last + 1):
        paper.lines(f"{number}. Peru spoke of lamps in the harbour and made recommendations.")
    paper.heading("II. Conclusions and/or recommendations")
    style = style or maker.choice(("full", "full", "full", "dotted", "own line", "short", "lettered"))
    indent = indent if indent is not None else maker.choice((142.0, 142.0, 142.0, LEFT))
    wanted = []
    groups = maker.sample(sorted(LEADS), maker.choice((1, 2, 3)))
    number = last
    for number, lead in enumerate(groups, last + 1):
        paper.lines(f"{number}. {lead}")
        count = maker.randint(1, most)
        for index in range(1, count + 1):
            if maker.random() < 0.03:  # a heading by subject, larger than the text or not
                if maker.random() < 0.5:
                    paper.heading("B. Lamps and lighthouses", size=12)
                else:
                    paper.lines("Cross-cutting issues of paint", left=indent)
            text, demands = maker.recommendation()
            text = maker.ends(text) if index < count else f"{text}."
            mark = {
                "full": f"{number}.{index}", "dotted": f"{number}.{index}.", "own line": f"{number}.{index}\n",
                "short": f"{index}.", "lettered": f"({_letters(index)})",
            }[style]  # fmt: skip
            paper.lines(f"{mark} {text}".replace("\n ", "\n"), left=indent)
            wanted.append(Wanted(f"{number}.{index}", text, demands, LEADS[lead]))
    paper.lines(f"{number + 1}. All conclusions and/or recommendations are those of the States that made them.")
    paper.page()
    paper.heading("Annex")
    paper.heading("Composition of the delegation", size=12)
    paper.lines("The delegation of Fiji was headed by the Minister of Lamps, Ana Lume, and composed of 1 member:")
    paper.lines("• Mr. Olaf Kerze, Keeper of the harbour.", left=142)
    return paper, wanted


def _letters(index: int) -> str:
    letters = ""
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(97 + rest) + letters
    return letters


def differences(wanted: Iterable[Wanted], recommendations: Iterable[Recommendation]) -> Iterator[str]:
    """What is read otherwise than it was made, a line each."""
    read = {recommendation.number: recommendation for recommendation in recommendations}
    for row in wanted:
        got = read.pop(row.number, None)
        if got is None:
            yield f"{row.number} is not read: {row.text}"
            continue
        demands = [[state.iso3 for state in clause.states] for clause in got.clauses]
        if demands != row.demands:
            yield f"{row.number} {demands} for {row.demands}: {row.text}"
        elif re.sub(r"\s", "", got.official_text or "") != re.sub(r"\s", "", row.text):
            yield f"{row.number} {got.official_text} FOR {row.text}"
        elif got.position != row.position:
            yield f"{row.number} {got.position} for {row.position}"
    for number, got in read.items():
        yield f"{number} is read and was not made: {got.official_text}"
