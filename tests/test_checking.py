"""A review completed from its official documents, and checked against them."""

import json
import subprocess
import sys
from collections import Counter

import attrs
import pytest

import kz_upr
from kz_upr.model import Citation, Clause, Coverage, Held, Position, Recommendation, Review, Source


@pytest.fixture
def documents(shared):
    pytest.importorskip("pypdfium2", reason="needs kz_upr[documents]")
    return shared / "corpus" / "documents"


def expected_texts(shared, review):
    rows = json.loads((shared / "corpus" / "expected" / f"{review}.json").read_text(encoding="utf-8"))["rows"]
    return {row["number"]: row["text"] for row in rows}


def positions(review):
    return Counter(str(r.position) for r in review.recommendations)


# -- the real documents ----------------------------------------------------------------------------


@pytest.mark.parametrize(("cycle", "report"), [(1, "A-HRC-14-10.pdf"), (2, "A-HRC-28-10.pdf")])
def test_the_official_wording_is_joined_and_the_coding_stays(documents, shared, cycle, report):
    review = kz_upr.load_review(cycle)
    completed = kz_upr.complete(review, documents / report)
    texts = expected_texts(shared, review.id)

    assert {r.number: " ".join(r.official_text.split()) for r in completed.recommendations} == texts
    assert [r.summary for r in completed.recommendations] == [r.summary for r in review.recommendations]
    assert [r.text_sha256 for r in completed.recommendations] == [r.text_sha256 for r in review.recommendations]
    assert all(c.official_text for r in completed.recommendations for c in r.clauses)
    assert completed.warnings == ()
    assert positions(completed) == positions(review)


def test_what_is_completed_once_can_be_kept(documents):
    completed = kz_upr.complete(kz_upr.load_review(2), documents / "A-HRC-28-10.pdf")

    assert kz_upr.from_json(kz_upr.to_json(completed)) == completed


def test_slovenia_2019_from_report_addendum_and_list(documents, shared):
    """The sister of the missing document: same session, same form."""
    report = kz_upr.documents.read_report(documents / "A-HRC-43-15.pdf")
    completed = kz_upr.complete(
        report,
        documents / "UPR34_Slovenia_Thematic_list_of_Recommendations.docx",
        documents / "A-HRC-43-15-Add.1.pdf",
    )

    assert len(completed.recommendations) == 215
    assert {r.number: " ".join(r.official_text.split()) for r in completed.recommendations} == expected_texts(
        shared, "SVN-3"
    )
    assert positions(completed) == {"supported": 182, "noted": 33}  # A/HRC/43/2, closing statement on Slovenia
    assert all(r.tags for r in completed.recommendations)
    assert {str(p.stage) for r in completed.recommendations for p in r.positions} == {
        "working group",
        "addendum",
        "list",
    }
    assert completed.discrepancies == ()
    assert kz_upr.from_json(kz_upr.to_json(completed)) == completed


@pytest.mark.parametrize(("cycle", "report"), [(1, "A-HRC-14-10.pdf"), (2, "A-HRC-28-10.pdf")])
def test_our_data_agrees_with_the_report_in_every_point(documents, cycle, report):
    review = kz_upr.load_review(cycle)
    found = kz_upr.check(review, documents / report)
    compared = Counter(finding.aspect for finding in found.findings)

    assert found.differences == ()
    assert found
    for aspect in ("numbers", "States", "demands", "wording", "position (working group)"):
        assert compared[aspect] == len(review.recommendations)
    for aspect in ("session", "date", "meeting", "troika", "speakers", "speaking States", "advance questions"):
        assert compared[aspect] == 1


def test_a_document_of_another_state_is_refused(documents):
    with pytest.raises(kz_upr.OtherReviewError, match=r"A/HRC/43/15 is of Slovenia, not of Kazakhstan"):
        kz_upr.complete(kz_upr.load_review(), documents / "A-HRC-43-15.pdf")


def test_a_document_of_another_cycle_is_refused(documents):
    with pytest.raises(kz_upr.OtherReviewError, match=r"A/HRC/28/10 is of cycle 2, not of cycle 3"):
        kz_upr.complete(kz_upr.load_review(), documents / "A-HRC-28-10.pdf")


def command(*arguments):
    return subprocess.run(
        [sys.executable, "-m", "kz_upr", *map(str, arguments)], capture_output=True, text=True, check=False
    )


def test_the_command_checks(documents):
    answer = command("check", "--cycle", 2, documents / "A-HRC-28-10.pdf")

    assert answer.returncode == 0, answer.stderr
    assert "0 differences" in answer.stdout


def test_the_command_tells_a_difference_by_its_exit_status(documents, tmp_path):
    """The report has 124.1; data that call it 124.99 differ in two numbers."""
    review = kz_upr.load_review(2)
    first, *others = review.recommendations
    moved = attrs.evolve(first, number="124.99", id="KAZ-2-124.99")
    kept = tmp_path / "kept.json"
    kept.write_text(kz_upr.to_json(attrs.evolve(review, recommendations=(*others, moved))), encoding="utf-8")
    answer = command("check", "--from", kept, documents / "A-HRC-28-10.pdf")

    assert answer.returncode == 1, answer.stderr
    assert "2 differences" in answer.stdout
    assert "- 124.1, numbers: here nothing; A/HRC/28/10: 124.1" in answer.stdout
    assert "- 124.99, numbers: here 124.99; A/HRC/28/10: nothing" in answer.stdout


def test_the_command_completes_whole_or_not_at_all(documents, tmp_path):
    output = tmp_path / "kaz-2.json"
    answer = command("complete", "--cycle", 2, documents / "A-HRC-28-10.pdf", "-o", output)

    assert answer.returncode == 0, answer.stderr
    assert kz_upr.from_json(output.read_bytes()).recommendations[0].official_text

    refused = command("complete", "--cycle", 3, documents / "A-HRC-28-10.pdf", "-o", tmp_path / "kaz-3.json")

    assert refused.returncode == 2
    assert "not of cycle 3" in refused.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == ["kaz-2.json"]


# -- the third cycle, from a report made here --------------------------------------------------------


SOURCE = Source(
    id="a-hrc-43-10", kind=kz_upr.SourceKind.WORKING_GROUP_REPORT, title="Report", symbol="A/HRC/43/10", sha256="0" * 64
)


def state(name):
    return kz_upr.resolve_state(name)


def cited(locator):
    return (Citation(source=SOURCE, locator=locator),)


def printed(number, *states, text="Paint the fences"):
    names = tuple(state(name) for name in states)
    text = f"{text} ({') ('.join(s.name for s in names)});"
    return Recommendation(
        id=f"KAZ-3-{number}",
        number=number,
        clauses=(Clause(states=names, official_text="Paint the fences"),),
        positions=(
            Position(
                value=kz_upr.PositionValue.PENDING, stage=kz_upr.Stage.WORKING_GROUP, citations=cited("para. 139")
            ),
        ),
        evidence=kz_upr.Evidence.OFFICIAL_TEXT,
        official_text=text,
        text_sha256=kz_upr.fingerprint(text),
        citations=cited(f"para. {number}"),
    )


@pytest.fixture
def report():
    """A report of 245 recommendations in which the numbers that the package holds have their States."""
    known = {r.number.replace("138.", "139."): [s.iso3 for s in r.states] for r in kz_upr.load_review().recommendations}
    recommendations = tuple(
        printed(number, *(known.get(number) or ["Norway"])) for number in (f"139.{i}" for i in range(1, 246))
    )
    return Review(
        id="KAZ-3",
        state=state("Kazakhstan"),
        cycle=3,
        coverage=Coverage(recommendations=Held(held=245), statements=Held(held=0)),
        troika=(state("Chile"), state("Japan"), state("Togo")),
        documents=(SOURCE,),
        recommendations=recommendations,
        citations=cited("para. 1"),
    )


def test_the_third_cycle_becomes_whole(report):
    review = kz_upr.load_review()
    completed = kz_upr.complete(review, report)

    assert str(completed.coverage.recommendations) == "245 of 245"
    assert completed.coverage.recommendations.why is None
    assert completed.troika == report.troika
    assert completed.statements == review.statements
    elections = kz_upr.find_recommendation(completed, "139.124")
    assert elections.summary == kz_upr.find_recommendation(review, "139.124").summary
    assert elections.position == "supported"
    noted = kz_upr.find_recommendation(completed, "139.2")
    assert noted.position == "noted"  # the addendum answered; the report had put the answer off
    assert noted.states == (state("Norway"),)
    assert [str(p.stage) for p in noted.positions] == ["working group", "addendum"]
    assert kz_upr.find_recommendation(completed, "139.1").position == "pending"
    assert kz_upr.from_json(kz_upr.to_json(completed)) == completed


def test_a_wording_other_than_the_coded_one_is_told(report):
    completed = kz_upr.complete(kz_upr.load_review(), report)

    told = [warning for warning in completed.warnings if "text_sha256" in warning]
    assert [warning.partition(":")[0] for warning in told] == ["KAZ-3-139.124", "KAZ-3-139.161"]


def test_a_number_printed_wrong_by_others_is_found_in_the_report(report):
    """ICJ prints Denmark's as 138.83; the report knows no paragraph 138."""
    completed = kz_upr.complete(kz_upr.load_review(), report)
    danish = kz_upr.find_recommendation(completed, "139.83")

    assert danish.summary == kz_upr.find_recommendation(kz_upr.load_review(), "138.83").summary
    assert danish.position == "supported"
    assert "KAZ-3-138.83 stands in A/HRC/43/10 as 139.83" in completed.warnings
    with pytest.warns(kz_upr.RedirectWarning, match=r"KAZ-3-138\.83 is KAZ-3-139\.83"):
        assert kz_upr.find_recommendation(completed, "138.83") is danish


def test_what_the_coverage_says_is_missing_is_no_difference(report):
    found = kz_upr.check(kz_upr.load_review(), report)

    assert {f.where for f in found.differences if f.aspect == "numbers"} == {"138.83"}
    assert len(found.not_held) == 245 - 17
    assert {f.where for f in found.differences if f.aspect == "wording"} == {"139.124", "139.161"}


def test_one_source_stays_one(report):
    """The report brings the hash of its file; every citation of the document then has it."""
    completed = kz_upr.complete(kz_upr.load_review(), report)
    cited = [s for s in kz_upr.model.sources_of(completed) if s.symbol == "A/HRC/43/10"]

    assert len(cited) == 1
    assert cited[0].sha256 == "0" * 64
    assert cited[0].job_number == "GE.19-22199(E)"  # known before, from the title page


def test_nothing_of_the_bundled_review_changes(report):
    before = kz_upr.to_json(kz_upr.load_review())
    kz_upr.complete(kz_upr.load_review(), report)

    assert kz_upr.to_json(kz_upr.load_review()) == before


def test_a_completed_review_says_what_it_was_completed_with(report):
    completed = kz_upr.complete(kz_upr.load_review(), report)

    assert completed.edition == "2026.11 with A/HRC/43/10"
    assert kz_upr.cite(completed).endswith("edition 2026.11 with A/HRC/43/10.")


@pytest.mark.parametrize("wrong", [["a.pdf"], 3, None])
def test_what_is_neither_file_nor_reading_is_refused(wrong):
    with pytest.raises(TypeError, match="expected a file or a reading of one"):
        kz_upr.complete(kz_upr.load_review(), wrong)


# -- documents that do not agree --------------------------------------------------------------------


LIST = Source(id="list-kaz", kind=kz_upr.SourceKind.THEMATIC_LIST, title="Thematic list of recommendations")


def answered(recommendation, value, stage=kz_upr.Stage.LIST, source=LIST):
    position = Position(value=value, stage=stage, citations=(Citation(source=source, locator="row"),))
    return attrs.evolve(recommendation, positions=(position,))


def a_list(report, noted=31, **changes):
    """OHCHR's list of the same 245, of which the last ones and those known are noted."""
    known = {r.number: r.position for r in kz_upr.load_review().recommendations}
    free = [r.number for r in report.recommendations if r.number not in known and r.number != "139.83"]
    missing = noted - sum(position == "noted" for position in known.values())
    as_noted = {number for number, position in known.items() if position == "noted"} | set(free[len(free) - missing :])
    rows = tuple(
        answered(r, kz_upr.PositionValue.NOTED if r.number in as_noted else kz_upr.PositionValue.SUPPORTED)
        for r in report.recommendations
    )
    given = {"source": LIST, "state": state("Kazakhstan"), "cycle": 3, "session": 34, "symbol": None} | changes
    return kz_upr.documents.ListReading(rows, **given)


def test_the_list_alone_makes_the_review_whole(report):
    """214 supported and 31 noted, as the Council was told (A/HRC/43/2, para. 706); nothing stands twice."""
    completed = kz_upr.complete(kz_upr.load_review(), a_list(report))

    assert str(completed.coverage.recommendations) == "245 of 245"
    assert completed.totals == kz_upr.load_review().totals
    assert positions(completed) == {"supported": 214, "noted": 31}
    assert kz_upr.from_json(kz_upr.to_json(completed)) == completed


def test_totals_that_the_documents_do_not_bear_out_become_a_discrepancy(report):
    completed = kz_upr.complete(kz_upr.load_review(), a_list(report, noted=11))
    told = next(d for d in completed.discrepancies if d.id == "KAZ-3-d-totals")

    assert [account.value for account in told.accounts] == [
        "245 received, 214 supported, 31 noted",
        "245 listed, 234 supported, 11 noted",
    ]
    assert completed.totals is None
    assert kz_upr.from_json(kz_upr.to_json(completed)) == completed


def test_an_answer_against_a_list_is_told(report):
    """The Index has 139.124 as supported; should the addendum note it, both sides stand there."""
    addendum = kz_upr.documents.AddendumReading(
        {
            "139.124": Position(
                value=kz_upr.PositionValue.NOTED, stage=kz_upr.Stage.ADDENDUM, citations=cited("para. 20")
            )
        },
        source=SOURCE,
        state=state("Kazakhstan"),
        cycle=3,
    )
    completed = kz_upr.complete(kz_upr.load_review(), report, addendum)
    told = next(d for d in completed.discrepancies if d.id == "KAZ-3-139.124-d-position")

    assert [account.value for account in told.accounts] == ["noted", "supported"]
    assert told.taken == "noted"


def test_of_an_export_of_many_reviews_only_this_one_is_taken(report):
    foreign = [attrs.evolve(r, id=f"TGO-3-{r.number}") for r in report.recommendations]
    mixed = kz_upr.documents.ListReading([*foreign, report.recommendations[0]], source=LIST)
    completed = kz_upr.complete(kz_upr.load_review(), mixed)

    assert len(completed.recommendations) == 18 + 1


def test_an_export_of_other_reviews_is_refused(report):
    foreign = kz_upr.documents.ListReading(
        [attrs.evolve(r, id=f"TGO-3-{r.number}") for r in report.recommendations], source=LIST
    )
    with pytest.raises(kz_upr.OtherReviewError, match="has nothing of KAZ-4"):
        kz_upr.complete(kz_upr.load_review(4), foreign)


def test_states_are_not_lost_where_the_demands_are_counted_otherwise(report):
    """139.24 is held as one demand of which no State is known."""
    two = attrs.evolve(
        printed("139.24", "France", "Peru"),
        clauses=(Clause(states=(state("France"),)), Clause(states=(state("Peru"),))),
    )
    others = tuple(two if r.number == "139.24" else r for r in report.recommendations)
    completed = kz_upr.complete(kz_upr.load_review(), attrs.evolve(report, recommendations=others))

    assert [s.iso3 for s in kz_upr.find_recommendation(completed, "139.24").states] == ["FRA", "PER"]


def test_a_header_that_says_otherwise_is_told(report):
    import datetime

    other = attrs.evolve(report, date=datetime.date(2019, 11, 8), session=33)
    completed = kz_upr.complete(kz_upr.load_review(), other)

    assert completed.date == datetime.date(2019, 11, 7)
    assert "date: 2019-11-07 here, 2019-11-08 in A/HRC/43/10" in completed.warnings
    assert "session: 34 here, 33 in A/HRC/43/10" in completed.warnings


def test_a_check_that_compared_nothing_is_no_success():
    empty = kz_upr.documents.AddendumReading(
        {"139.99": Position(value=kz_upr.PositionValue.NOTED, stage=kz_upr.Stage.ADDENDUM)},
        source=SOURCE,
        state=state("Kazakhstan"),
        cycle=3,
    )
    found = kz_upr.check(kz_upr.load_review(), empty)

    assert not found
    assert "nothing could be compared" in str(found)
    assert "answers 139.99, which is not a recommendation that is held" in str(found)


def test_bare_numbers_of_an_addendum_are_compared(documents):
    """A/HRC/14/15/Add.1 answers 1 to 97 of Slovenia's report of 2010."""
    review = kz_upr.documents.read_report(documents / "A-HRC-14-15.pdf")
    completed = kz_upr.complete(review, documents / "A-HRC-14-15-Add.1.pdf")
    found = kz_upr.check(completed, documents / "A-HRC-14-15-Add.1.pdf")

    assert len(found.findings) == 97
    assert found


def test_completing_with_nothing_changes_nothing():
    assert kz_upr.complete(kz_upr.load_review()) is kz_upr.load_review()


def test_what_was_joined_is_named_once(report):
    once = kz_upr.complete(kz_upr.load_review(), report)

    assert kz_upr.complete(once, report).edition == "2026.11 with A/HRC/43/10"
