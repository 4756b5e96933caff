"""Readers of the official documents of the Universal Periodic Review, for any State.

Reports and addenda (.pdf) and thematic lists (.docx) need the extra ``kz_upr[documents]``; exports of the Universal
Human Rights Index (.json, .xlsx) are read without it. Nothing is written, and no network is used.
"""

from kz_upr.documents.addenda import read_addendum
from kz_upr.documents.errors import DocumentError
from kz_upr.documents.exports import read_uhri_export
from kz_upr.documents.lists import read_thematic_list
from kz_upr.documents.readings import AddendumReading, ListReading
from kz_upr.documents.reports import read_report

__all__ = [
    "AddendumReading",
    "DocumentError",
    "ListReading",
    "read_addendum",
    "read_report",
    "read_thematic_list",
    "read_uhri_export",
]
