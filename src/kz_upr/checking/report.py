"""The result of a check: what was compared with the documents, and the findings."""

from collections import Counter
from collections.abc import Iterator

from attrs import frozen

from kz_upr.model import ReadingWarning


@frozen(kw_only=True)
class Finding:
    """One point on which the data and a document were compared.

    Attributes:
        aspect: What was compared: ``numbers``, ``States``, ``clauses``, ``wording``, a position, …
        where: Number of the recommendation, or id of the review.
        ours: What the data say, in words. None if nothing.
        theirs: What the document says, in words. None if nothing.
        document: Symbol or title of the document.
    """

    aspect: str
    where: str
    ours: str | None
    theirs: str | None
    document: str

    @property
    def agrees(self) -> bool:
        """Whether both say the same."""
        return self.ours == self.theirs


@frozen(kw_only=True)
class CheckReport:
    """What was compared with the documents, and the findings.

    It is true if something was compared and nothing differs; ``str()`` gives the report as text.

    Attributes:
        review: Id of the review.
        edition: Edition of the data. None for a review read from a document.
        findings: Every point that was compared.
        not_held: Numbers in a document that, according to the coverage, the data do not hold.
        warnings: What could not be compared or read with certainty.
    """

    review: str
    edition: str | None
    findings: tuple[Finding, ...]
    not_held: tuple[str, ...] = ()
    warnings: tuple[ReadingWarning, ...] = ()

    @property
    def differences(self) -> tuple[Finding, ...]:
        """The findings on which the data and a document differ."""
        return tuple(finding for finding in self.findings if not finding.agrees)

    @property
    def agreements(self) -> tuple[Finding, ...]:
        """The findings on which they agree."""
        return tuple(finding for finding in self.findings if finding.agrees)

    def __bool__(self) -> bool:
        return bool(self.findings) and not self.differences

    def __repr__(self) -> str:
        return f"<CheckReport {self.review}: {len(self.agreements)} agreements, {len(self.differences)} differences>"

    def __str__(self) -> str:
        return "\n".join(self._lines())

    def _lines(self) -> Iterator[str]:
        edition = f", edition {self.edition}" if self.edition else ""
        yield f"{self.review}{edition}: {len(self.agreements)} agreements, {len(self.differences)} differences"
        compared = Counter((finding.document, finding.aspect) for finding in self.findings)
        differing = Counter((finding.document, finding.aspect) for finding in self.differences)
        for (document, aspect), count in compared.items():
            differ = differing[document, aspect]
            yield f"  {document}, {aspect}: {count} compared, {f'{differ} differ' if differ else 'all agree'}"
        if not self.findings:
            yield "  nothing could be compared"
        for finding in self.differences:
            here, there = finding.ours or "nothing", finding.theirs or "nothing"
            yield f"- {finding.where}, {finding.aspect}: {here} in the data, {there} in {finding.document}"
        if self.not_held:
            shown = ", ".join(self.not_held[:8]) + (", …" if len(self.not_held) > 8 else "")
            yield f"Not held, according to the coverage: {len(self.not_held)} ({shown})"
        for warning in self.warnings:
            yield f"Note: {warning}"
