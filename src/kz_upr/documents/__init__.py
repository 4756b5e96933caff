"""Readers of the official documents of the Universal Periodic Review, for any State.

Reports and addenda (.pdf) and thematic lists (.docx) need the extra ``kz_upr[documents]``; exports of the Universal
Human Rights Index (.json, .xlsx) are read without it. Nothing is written, and no network is used.
"""

from kz_upr.documents.batch import read_documents
from kz_upr.documents.errors import DocumentError
from kz_upr.documents.readers import (
    iter_uhri_export,
    read_addendum,
    read_document,
    read_report,
    read_thematic_list,
    read_uhri_export,
)
from kz_upr.documents.readings import (
    AddendumReading,
    AnyReading,
    Document,
    ListReading,
    Reading,
    Reference,
    ReportReading,
)

__all__ = [
    "AddendumReading",
    "AnyReading",
    "Document",
    "DocumentError",
    "ListReading",
    "Reading",
    "Reference",
    "ReportReading",
    "iter_uhri_export",
    "read_addendum",
    "read_document",
    "read_documents",
    "read_report",
    "read_thematic_list",
    "read_uhri_export",
]
