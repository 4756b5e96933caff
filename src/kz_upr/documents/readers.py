"""The public readers. Each imports what it needs when it is called, so that ``import kz_upr`` stays fast."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TypeAlias, TypeVar

from kz_upr.documents.errors import DocumentError, first_of
from kz_upr.documents.isolation import SHARED
from kz_upr.documents.readings import AddendumReading, AnyReading, ListReading, ReportReading
from kz_upr.model import State, damage_in

#: A path to a file.
FilePath: TypeAlias = str | os.PathLike[str]
_Reading = TypeVar("_Reading", bound=AnyReading)


def read_report(path: FilePath, *, strict: bool = False, isolated: bool = False) -> ReportReading:
    """The review that a report of the Working Group records: who took part, what was recommended and answered.

    ``path`` is the English PDF as the United Nations published it, of any State, 2008 to now. The review of the reading
    has no edition. Its statements are the turns of the dialogue, with their official text. Its recommendations carry
    their official wording, their clauses with the States, the position at the stage of the Working Group, and the
    paragraph. ``references`` lists the recommendations that the conclusions only point to. Whatever the report does not
    print is None or ``()``. ``warnings`` names everything that is odd: gaps and repetitions in the numbering,
    unrecognized names, States that recommend but were not found speaking, counts that do not add up. Signs that the
    file is damaged come first, with the kind *damage*; ``strict`` rejects such a file.

    Raises :class:`DocumentError`, naming the file and the reason, if it is not such a report, is damaged, needs a
    password or holds no text, and ImportError if the extra ``kz_upr[documents]`` is not installed.

    With ``isolated=True``, a child process reads the document. If it takes more than 60 seconds (and one for each
    megabyte), needs more than 2 GB of memory (not bounded on Windows) or crashes a library, DocumentError is raised and
    this process goes on unharmed; other errors are those of the reader. The child is kept for further documents. On a
    machine that reads a report in 0.25 s, the first document takes 0.3 s longer, every other 0.01 s.

    >>> from kz_upr.documents import read_report
    >>> reading = read_report("A-HRC-43-15.pdf")  # doctest: +SKIP
    >>> reading.review.id, len(reading.review.recommendations)  # doctest: +SKIP
    ('SVN-3', 215)

    The form of these reports follows from Human Rights Council resolution 5/1, annex, and decision 17/119.
    """
    if isolated:
        return SHARED.read(read_report, path, strict=strict)
    from kz_upr.documents import report

    return _accepted(report.read(Path(path)), path, strict)


def read_addendum(path: FilePath, *, strict: bool = False, isolated: bool = False) -> AddendumReading:
    """The positions of the State under review in its addendum, by number.

    ``path`` is the English PDF as the United Nations published it, for any State. Lists and ranges are expanded.
    Numbers are as printed: ``122.34``, or bare if the addendum does not say which paragraph of the report it counts in.
    An answer in words that takes no position is *undecided*; one that accepts a part and refuses another is *partly
    supported*; a number answered twice in different ways is *undecided*, with a warning. Each position cites its
    paragraph or item. ``strict`` rejects a damaged file; see :func:`read_report`.

    Raises :class:`DocumentError`, naming the file and the reason, if it is not an addendum, is damaged, or answers no
    recommendation by number, and ImportError if the extra ``kz_upr[documents]`` is not installed. With
    ``isolated=True``, a child process reads it; see :func:`read_report`.

    >>> from kz_upr.documents import read_addendum
    >>> reading = read_addendum("A-HRC-43-15-Add.1.pdf")  # doctest: +SKIP
    >>> reading.positions["122.34"].value  # doctest: +SKIP
    <PositionValue.SUPPORTED: 'supported'>
    """
    if isolated:
        return SHARED.read(read_addendum, path, strict=strict)
    from kz_upr.documents import addendum

    return _accepted(addendum.read(Path(path)), path, strict)


def read_thematic_list(
    path: FilePath,
    *,
    state: State | str | None = None,
    cycle: int | None = None,
    session: int | None = None,
    strict: bool = False,
    isolated: bool = False,
) -> ListReading:
    """The recommendations of a thematic list of OHCHR, in the order of their numbers.

    ``path`` is the .docx as OHCHR published it, of the second cycle or later, for any State. Each recommendation has
    its wording in the list, its clauses with the States, the final position (stage *list*; the note of the citation
    holds the source of the position as printed), and the official tags. The scheme of a tag names the generation of
    the list, since labels change from cycle to cycle. An incomplete row is read as far as possible, with a warning.

    The State, the cycle and the session are those of the page head and the symbols. ``state`` (a State, a name or a
    code), ``cycle`` and ``session`` fill in what the document omits and override what it states, with a warning. What
    neither gives is None in the reading, with a warning.

    Raises :class:`DocumentError`, naming the file and the reason, if it is not such a list or is damaged,
    :class:`~kz_upr.errors.UnknownStateError` if ``state`` is not the name of a State, and ImportError if the extra
    ``kz_upr[documents]`` is not installed. With ``isolated=True``, a child process reads it; see :func:`read_report`.

    >>> from kz_upr.documents import read_thematic_list
    >>> reading = read_thematic_list("UPR34_Kazakhstan_Thematic_list.docx")  # doctest: +SKIP
    >>> reading.cycle  # doctest: +SKIP
    3
    """
    if isolated:
        return SHARED.read(read_thematic_list, path, state=state, cycle=cycle, session=session, strict=strict)
    from kz_upr.documents import thematic_list
    from kz_upr.documents.told_reviews import ToldReview

    told = ToldReview(_state(state), cycle, session)
    return _accepted(thematic_list.read(Path(path), told=told), path, strict)


def read_uhri_export(
    path: FilePath,
    *,
    symbol: str | None = None,
    state: State | str | None = None,
    cycle: int | None = None,
    session: int | None = None,
    strict: bool = False,
    isolated: bool = False,
) -> ListReading:
    """The recommendations of the Universal Periodic Review in an export of the Universal Human Rights Index, by number.

    ``path`` is the .json or .xlsx as OHCHR offers it, the export of a search or of the whole Index, in any language.
    ``symbol`` selects the recommendations of one report (``A/HRC/43/10``); None takes every recommendation of the
    Universal Periodic Review in the file and holds all of them, some 2 KB each: :func:`iter_uhri_export` gives them one
    by one. ``state`` (a State, a name or a code), ``cycle`` and ``session`` are used for records that do not state
    them; a record that states another value keeps it, with a warning.

    Positions have the stage *list*. A record with both answers is *partly supported*. A record that lacks its position,
    State, symbol or number, or in which it cannot be read, gives a warning; so do a file that gives no position at all,
    numbers that are missing or in several records, and records of a report that name different reviews. Of several
    records with one number the first is taken. Codes that the file does not explain are left out. ``annotations`` of
    the reading holds the ids of the records.

    Raises :class:`DocumentError`, naming the file and the reason, if it is not such an export, lacks a column, is
    damaged, or has no recommendation of ``symbol``, and :class:`~kz_upr.errors.UnknownStateError` if ``state`` is not
    the name of a State. With ``isolated=True``, a child process reads it; see :func:`read_report`.

    >>> from kz_upr.documents import read_uhri_export
    >>> reading = read_uhri_export("export-full-en.json", symbol="A/HRC/43/10")  # doctest: +SKIP
    >>> reading.session  # doctest: +SKIP
    34
    """
    if isolated:
        options = {"symbol": symbol, "state": state, "cycle": cycle, "session": session, "strict": strict}
        return SHARED.read(read_uhri_export, path, **options)
    from kz_upr.documents import uhri_export
    from kz_upr.documents.told_reviews import ToldReview

    told = ToldReview(_state(state), cycle, session)
    return _accepted(uhri_export.read(Path(path), symbol=symbol, told=told), path, strict)


def iter_uhri_export(
    path: FilePath,
    *,
    symbol: str | None = None,
    state: State | str | None = None,
    cycle: int | None = None,
    session: int | None = None,
    strict: bool = False,
    isolated: bool = False,
) -> Iterator[ListReading]:
    """The readings of the records of the Universal Periodic Review in an export, one by one, in the order of the file.

    For an export of the whole Index: records are released as they are read, so memory does not grow with a .json file.
    (The texts of a workbook are held, unless ``symbol`` is given.) The arguments are those of :func:`read_uhri_export`.

    Each reading has the recommendation of one record, several if its text holds several numbers, or none if it has no
    number, and the warnings of that record. Records that are in the file twice come twice. What only the whole file
    shows (no position in any record, numbers that are missing or repeated, records that disagree on the review) is in
    the warnings of last readings without a recommendation.

    Raises what :func:`read_uhri_export` raises; if the file is damaged, after the readings before the damage. With
    ``isolated=True``, a child process reads the file, and the bound of time is for each reading.

    >>> from kz_upr.documents import iter_uhri_export
    >>> readings = iter_uhri_export("export-full-en.json")  # doctest: +SKIP
    >>> sum(len(reading.recommendations) for reading in readings)  # doctest: +SKIP
    """
    if isolated:
        options = {"symbol": symbol, "state": state, "cycle": cycle, "session": session, "strict": strict}
        return SHARED.iterate(iter_uhri_export, path, **options)
    from kz_upr.documents import uhri_export
    from kz_upr.documents.told_reviews import ToldReview

    told = ToldReview(_state(state), cycle, session)
    readings = uhri_export.readings(Path(path), symbol=symbol, told=told)
    return (_accepted(reading, path, strict) for reading in readings) if strict else readings


def _state(given: State | str | None) -> State | None:
    """The State that a caller gives, as an object or by its name or code."""
    if given is None or isinstance(given, State):
        return given
    from kz_upr.reference import resolve_state

    return resolve_state(given)


def _accepted(reading: _Reading, path: FilePath, strict: bool) -> _Reading:
    """The reading, unless ``strict`` rejects it for damage."""
    if strict and (damage := damage_in(reading.warnings)):
        raise DocumentError(Path(path), f"is damaged: {first_of(damage)}")
    return reading


def read_document(
    path: FilePath, *, symbol: str | None = None, strict: bool = False, isolated: bool = False
) -> AnyReading:
    """The reading of an official document of any kind: report or addendum (PDF), list (.docx), export (.json, .xlsx).

    ``symbol`` selects the recommendations of one report in an export; ``strict`` rejects a damaged file.
    Raises what the reader for the kind of document raises. With ``isolated=True``, a child process reads it; see
    :func:`read_report`.
    """
    if isolated:
        return SHARED.read(read_document, path, symbol=symbol, strict=strict)
    kind = Path(path).suffix.casefold()
    if kind in (".json", ".xlsx"):
        return read_uhri_export(path, symbol=symbol, strict=strict)
    if kind in (".docx", ".doc"):
        return read_thematic_list(path, strict=strict)
    from kz_upr.documents import addendum, report
    from kz_upr.documents.cover import open_document

    document = open_document(Path(path))
    reading = addendum.reading_of(document) if document.cover.is_addendum else report.reading_of(document)
    return _accepted(reading, path, strict)
