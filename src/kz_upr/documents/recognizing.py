"""Any official document: which reader it is for."""

import os
from pathlib import Path

from kz_upr.documents.addenda import addendum_from
from kz_upr.documents.covers import read_cover
from kz_upr.documents.exports import read_uhri_export
from kz_upr.documents.lists import read_thematic_list
from kz_upr.documents.pages import read_pages
from kz_upr.documents.readings import AddendumReading, ListReading
from kz_upr.documents.reports import report_from
from kz_upr.model import Review


def read(path: str | os.PathLike[str], *, symbol: str | None = None) -> Review | ListReading | AddendumReading:
    """What the reader for this kind of document returns: report or addendum (PDF), list (.docx), export (.json, .xlsx).

    ``symbol`` is that of the Working Group's report whose recommendations are wanted from an export. Raises
    :class:`DocumentError` as the readers do.
    """
    path = Path(path)
    kind = path.suffix.casefold()
    if kind in (".json", ".xlsx"):
        return read_uhri_export(path, symbol=symbol)
    if kind in (".docx", ".doc"):
        return read_thematic_list(path)
    pages = read_pages(path)
    cover = read_cover(path, pages)
    return addendum_from(path, pages, cover) if cover.is_addendum else report_from(path, pages, cover)
