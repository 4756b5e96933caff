"""Readers of the official documents of the Universal Periodic Review, for any State.

Reports and addenda (.pdf) and thematic lists (.docx) need the extra ``kz_upr[documents]``; exports of the Universal
Human Rights Index (.json, .xlsx) are read without it. Nothing is written, and no network is used.
"""

from kz_upr.documents.batch import read_documents as read_documents
from kz_upr.documents.errors import DocumentError as DocumentError
from kz_upr.documents.readers import (
    iter_uhri_export as iter_uhri_export,
    read_addendum as read_addendum,
    read_document as read_document,
    read_report as read_report,
    read_thematic_list as read_thematic_list,
    read_uhri_export as read_uhri_export,
)
from kz_upr.documents.readings import (
    AddendumReading as AddendumReading,
    AnyReading as AnyReading,
    Document as Document,
    ListReading as ListReading,
    Reading as Reading,
    Reference as Reference,
    ReportReading as ReportReading,
)
