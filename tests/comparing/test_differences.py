"""Comparing editions of the data."""

import pytest

import kz_upr
from kz_upr.comparing.differences import EditionDiff


@pytest.fixture(scope="module")
def diff() -> EditionDiff:
    return kz_upr.compare_editions("2025.4", "2026.11")


def test_what_the_records_of_the_united_nations_added(diff: EditionDiff) -> None:
    assert diff
    assert diff.removed == ()
    assert {("review", "KAZ-1"), ("review", "KAZ-2"), ("review", "KAZ-4")} <= set(diff.added)
    assert ("recommendation", "KAZ-3-139.124") in diff.added
    (changed,) = (change for change in diff.changed if change.kind == "review")
    fields = {field.name: field for field in changed.fields}
    assert fields["session"].old is None
    assert fields["session"].new == 34
    assert fields["totals"].new["supported"] == 214
    head = fields["delegation.head.name"]
    assert (head.old, head.new) == ("M. Beketayev", "Marat Beketayev")
    assert not {"edition", "statements", "recommendations", "discrepancies"} & fields.keys()


def test_every_object_of_the_later_edition_is_old_added_or_changed(diff: EditionDiff) -> None:
    before, after = (kz_upr.load_reviews(edition=edition) for edition in ("2025.4", "2026.11"))
    ids = [{s.id for review in reviews for s in review.statements} for reviews in (before, after)]
    assert {id for kind, id in diff.added if kind == "statement"} == ids[1] - ids[0]
    assert {change.id for change in diff.changed if change.kind == "statement"} <= ids[0] & ids[1]
    assert len(set(diff.added)) == len(diff.added)


def test_there_and_back(diff: EditionDiff) -> None:
    back = kz_upr.compare_editions("2026.11", "2025.4")
    assert set(diff.added) == set(back.removed)
    assert set(back.added) == set(diff.removed)
    there = {(c.kind, c.id, f.name, str(f.old), str(f.new)) for c in diff.changed for f in c.fields}
    assert there == {(c.kind, c.id, f.name, str(f.new), str(f.old)) for c in back.changed for f in c.fields}


@pytest.mark.parametrize("edition", [edition.id for edition in kz_upr.editions()])
def test_with_itself(edition: str) -> None:
    diff = kz_upr.compare_editions(edition, edition)
    assert not diff
    assert str(diff) == f"Edition {edition} to {edition}\n  no differences"
    assert repr(diff) == f"<EditionDiff {edition} -> {edition}: 0 added, 0 removed, 0 changed>"


def test_kinds_of_objects_and_notes(diff: EditionDiff) -> None:
    assert {kind for kind, _ in diff.added} <= {"review", "recommendation", "discrepancy", "source", "statement"}
    assert {change.kind for change in diff.changed} <= {"review", "statement", "source"}
    (changed,) = (change for change in diff.changed if change.kind == "review")
    notes = next(field for field in changed.fields if field.name == "notes")
    assert notes.old is None
    assert [note["text"] for note in notes.new] == [note.text for note in kz_upr.load_review().notes]


def test_editions_in_place_of_their_ids(diff: EditionDiff) -> None:
    old, new = kz_upr.editions()[:2]
    assert kz_upr.compare_editions(old, new) == diff


def test_the_report_can_be_read(diff: EditionDiff) -> None:
    text = str(diff)
    assert text.startswith("Edition 2025.4 to 2026.11\nAdded: ")
    assert "\n  3 reviews: KAZ-1, KAZ-2, KAZ-4\n" in text
    assert "\n    session: absent -> 34\n" in text
    assert "\n    documents: 1 entry -> 6 entries\n" in text
    assert max(map(len, text.splitlines())) <= 80
    assert "{" not in text


@pytest.mark.parametrize(("old", "new"), [("2025.4", "1999.1"), ("1999.1", "2025.4")])
def test_an_edition_that_does_not_exist(old: str, new: str) -> None:
    with pytest.raises(kz_upr.UnknownEditionError, match=r"^no edition '1999\.1'; existing: 2025\.4, 2026\.11$"):
        kz_upr.compare_editions(old, new)
