"""Directives for the pages that are made from the package: its classes and its data.

    .. class-table:: Review Totals      fields of frozen classes: name, type, required, meaning
    .. vocabulary:: Act Stage           words of enums
    .. topics::                         codes and labels
    .. readers::                        what kz_upr.documents has
    .. columns::                        columns of the exported tables
    .. source-list::                    every source of the current edition, by kind
    .. discrepancy-list:: 3             every discrepancy of a cycle
    .. edition-table::                  editions, and what they count
    .. review-table::                   the reviews, and how much of each is held
    .. coverage-table::                 the same with what is missing, and why
    .. command:: show --cycle 3         what the command prints

A meaning is the ``#:`` comment above a field; a field without one stops the build.
"""

import contextlib
import datetime
import enum
import inspect
import io
import re
import shlex
from collections import Counter
from collections.abc import Iterable, Iterator
from types import NoneType
from typing import Any, ClassVar, Literal, Union, get_args, get_origin, get_type_hints
from unittest import mock

import attrs
from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.application import Sphinx
from sphinx.errors import ExtensionError
from sphinx.pycode import ModuleAnalyzer
from sphinx.util.docutils import SphinxDirective

import kz_upr
from kz_upr import bundle, documents
from kz_upr.dates import long_date
from kz_upr.cli import main
from kz_upr.model import sources_of
from kz_upr.exporting import COLUMNS, table_columns
from kz_upr.model import Source, SourceKind

SYLLABLES = "Recommen\N{SOFT HYPHEN}dations"  # breaks where a column is narrow

# -- small pieces of reStructuredText --------------------------------------------------------------


def escape(text: object) -> str:
    """Data is shown as it is: nothing in it is markup."""
    return re.sub(r"([\\`*_|<>:])", r"\\\1", str(text))


def table(header: Iterable[str], rows: Iterable[Iterable[str]], widths: str, look: str = "plain") -> Iterator[str]:
    """A table; of the look ``stack`` a narrow screen shows each row as a block."""
    yield ".. list-table::"
    yield "   :header-rows: 1"
    yield f"   :widths: {widths}"
    yield f"   :class: {look}"
    yield ""
    for row in (header, *rows):
        for column, cell in enumerate(row):
            yield f"   {'*' if column == 0 else ' '} - {cell}"
    yield ""


def indented(lines: Iterable[str]) -> Iterator[str]:
    for line in lines:
        yield f"   {line}" if line else ""


def section(title: str, label: str = "") -> Iterator[str]:
    if label:
        yield f".. _{label}:"
        yield ""
    yield title
    yield "-" * len(title)
    yield ""


class Made(SphinxDirective):
    """A directive whose content is reStructuredText made from the package."""

    optional_arguments = 1
    final_argument_whitespace = True

    def run(self) -> list[nodes.Node]:
        self.env.note_reread()
        text = "\n".join(self.lines(*(self.arguments[0].split() if self.arguments else ())))
        return self.parse_text_to_nodes(text, allow_section_headings=True)

    def lines(self, *arguments: str) -> Iterator[str]:
        raise NotImplementedError


# -- classes ---------------------------------------------------------------------------------------


def meanings(cls: type[Any]) -> dict[str, str]:
    """The ``#:`` comments of a class's fields, in reStructuredText."""
    comments = ModuleAnalyzer.for_module(cls.__module__).find_attr_docs()
    return {
        name: " ".join(line.strip() for line in lines).strip()
        for (owner, name), lines in comments.items()
        if owner == cls.__name__
    }


def type_words(type_: Any) -> str:
    """A type as a person says it."""
    if get_origin(type_) in (Union, type(int | None)):
        return " or ".join("None" if part is NoneType else type_words(part) for part in get_args(type_))
    if get_origin(type_) is tuple:
        parts = get_args(type_)
        if parts[-1] is Ellipsis:
            return f"tuple of {type_words(parts[0])}"
        return f"({', '.join(map(type_words, parts))})"
    if get_origin(type_) is Literal:
        return " or ".join(f"``{value}``" for value in get_args(type_))
    if type_.__name__ in kz_upr.__all__:
        return f":py:class:`~kz_upr.{type_.__name__}`"
    return {str: "text", int: "whole number", float: "number", bool: "true or false", datetime.date: "date"}.get(
        type_, f"``{getattr(type_, '__name__', 'any')}``"
    )


class Classes(Made):
    """Classes by their names, each described in its own way."""

    required_arguments = 1
    optional_arguments = 0

    def lines(self, *names: str) -> Iterator[str]:
        yield ".. py:currentmodule:: kz_upr"
        yield ""
        for name in names:
            yield f".. py:class:: {name}"
            yield ""
            yield from indented(self.body(getattr(kz_upr, name)))
            yield ""

    def body(self, cls: Any) -> Iterator[str]:
        """What stands below the name of one class."""
        raise NotImplementedError


class ClassTable(Classes):
    """Frozen classes, one table each."""

    def body(self, cls: type[Any]) -> Iterator[str]:
        hints, known = get_type_hints(cls), meanings(cls)
        first, *more = inspect.getdoc(cls).split("\n\n")
        fields = {f"``{field.name}``" for field in attrs.fields(cls)}
        # what a docstring says of single fields, the table says beside each
        for paragraph in (first, *(text for text in more if not any(field in text for field in fields))):
            yield from paragraph.splitlines()
            yield ""
        rows = []
        for field in attrs.fields(cls):
            if not known.get(field.name):
                raise ExtensionError(f"{cls.__module__}.{cls.__name__}.{field.name} has no #: comment")
            required = "yes" if field.default is attrs.NOTHING else "no"
            rows.append((f"``{field.name}``", type_words(hints[field.name]), required, known[field.name]))
        yield from table(("Field", "Type", "Required", "Meaning"), rows, "16 26 8 50", "stack fields")
        computed = [(n, p) for n, p in vars(cls).items() if isinstance(p, property)]
        for name, prop in computed:
            yield f".. py:property:: {name}"
            yield ""
            yield f"   *Computed:* {type_words(get_type_hints(prop.fget)['return'])}."
            yield ""
            yield from indented(inspect.getdoc(prop).splitlines())
            yield ""


class Vocabulary(Classes):
    """Enums, one table each."""

    def body(self, cls: type[enum.Enum]) -> Iterator[str]:
        yield from (*inspect.getdoc(cls).splitlines(), "")
        known = meanings(cls)
        header = ("Word", "In Python", *(("Meaning",) if known else ()))
        rows = [
            (f"*{word.value}*", f"``{word.name}``", *((known.get(word.name, ""),) if known else ())) for word in cls
        ]
        yield from table(header, rows, "28 30 42" if known else "50 50", "stack")


class Topics(Made):
    """All topics."""

    def lines(self) -> Iterator[str]:
        yield from table(("Code", "Label"), ((f"``{t.code}``", escape(t.label)) for t in kz_upr.list_topics()), "10 90")


class Columns(Made):
    """The columns of the exported tables."""

    def lines(self) -> Iterator[str]:
        tables = ("recommendation", "clause", "state")
        rows = (
            (f"``{column}``", meaning, ", ".join(per for per in tables if column in table_columns(per)))
            for column, meaning in COLUMNS.items()
        )
        yield from table(("Column", "Meaning", "In the table per"), rows, "18 52 30", "stack")


class ListedNames(Made):
    """Every public name of a module's group, with its first line."""

    required_arguments = 1
    optional_arguments = 0

    def lines(self, *names: str) -> Iterator[str]:
        rows = []
        for name in names:
            thing = getattr(kz_upr, name)
            role = "class" if inspect.isclass(thing) else "func"
            rows.append((f":py:{role}:`{name} <kz_upr.{name}>`", inspect.getdoc(thing).partition("\n")[0]))
        yield from table(("Name", "What it is"), rows, "25 75")


class Readers(Made):
    """The public names of kz_upr.documents: errors, readers, and what they return."""

    def lines(self) -> Iterator[str]:
        yield ".. py:module:: kz_upr.documents"
        yield ""
        for name in documents.__all__:
            thing = getattr(documents, name)
            kind = "function" if inspect.isfunction(thing) else "class"
            kind = "exception" if kind == "class" and issubclass(thing, Exception) else kind
            yield f".. auto{kind}:: kz_upr.documents.{name}"
        yield ""


# -- data ------------------------------------------------------------------------------------------


def in_order(source: Source) -> tuple[bool, list[tuple[int, str]]]:
    """United Nations documents by symbol, ``…/7/…`` before ``…/20/…``; then the others by date and publisher."""
    name = source.symbol or f"{source.date or 9999} {source.publisher}"
    return source.symbol is None, [
        (int(part), "") if part.isdecimal() else (0, part) for part in re.split(r"(\d+)", name)
    ]


def cited(source: Source, locator: str) -> str:
    shown = f"{escape(source.symbol or source.publisher or source.id)}, {escape(locator)}"
    return f":ref:`{shown} <source-{source.id}>`"


class SourceList(Made):
    """Every source of the current edition, by kind, and which reviews cite it."""

    def lines(self) -> Iterator[str]:
        cited_in: dict[Source, list[str]] = {}
        for review in kz_upr.load_reviews():
            for source in sources_of(review):
                cited_in.setdefault(source, []).append(review.id)
        kinds = Counter(source.kind for source in cited_in)
        for kind in SourceKind:
            if kind not in kinds:
                continue
            yield from section(f"{kind[0].upper()}{kind[1:]} ({kinds[kind]})")
            of_kind = (source for source in cited_in if source.kind is kind)
            for source in sorted(of_kind, key=in_order):
                yield from self.entry(source, cited_in[source])

    def entry(self, source: Source, reviews: list[str]) -> Iterator[str]:
        yield f".. _source-{source.id}:"
        yield ""
        yield ".. container:: source"
        yield ""
        name = f"**{escape(source.symbol)}** " if source.symbol else ""
        yield f"   {name}{escape(source.title)}"
        yield ""
        facts = [
            escape(source.publisher) if source.publisher else "publisher not known",
            escape(long_date(source.date)) if source.date else "date not known",
            escape(source.job_number) if source.job_number else "",
            f"language {source.language}" if source.language else "",
            f"``{source.id}``",
            f"cited in {', '.join(reviews)}",
        ]
        yield f"   {' · '.join(filter(None, facts))}"
        for url, words in ((source.url, "read at"), (source.origin_url, "names as its origin")):
            if url:
                yield ""
                yield f"   {words} {url}"
        if source.note:
            yield ""
            yield f"   {escape(source.note)}"
        yield ""


class DiscrepancyList(Made):
    """Every discrepancy of one review: the accounts, what is taken, why."""

    required_arguments = 1
    optional_arguments = 0

    def lines(self, cycle: str) -> Iterator[str]:
        for discrepancy in kz_upr.load_review(int(cycle)).discrepancies:
            yield from section(escape(discrepancy.subject), discrepancy.id.lower())
            rows = [
                (escape(account.value), cited(account.citation.source, account.citation.locator) + self.remark(account))
                for account in discrepancy.accounts
            ]
            yield from table(("What is said", "Where"), rows, "50 50")
            taken = f"**{escape(discrepancy.taken)}**" if discrepancy.taken else "**nothing; the matter is left open**"
            yield f"The package takes {taken}. {escape(discrepancy.why)} (``{discrepancy.id}``)"
            yield ""

    def remark(self, account: kz_upr.Account) -> str:
        parts = ["Inferred."] if account.citation.inferred else []
        parts += [escape(account.citation.note)] if account.citation.note else []
        return f". {' '.join(parts)}" if parts else ""


class EditionTable(Made):
    """Editions, and what they count."""

    def lines(self) -> Iterator[str]:
        rows = []
        for edition in kz_upr.editions():
            counts = bundle.manifest(edition.id)["counts"]
            held = sum(count["recommendations"] for count in counts.values())
            points = sum(count["points"] for count in counts.values())
            state = f"released {escape(long_date(edition.released))}" if edition.released else "in preparation"
            rows.append(
                (
                    f"``{edition.id}``",
                    f"{escape(edition.summary)} {state[0].upper()}{state[1:]}.",
                    ", ".join(edition.reviews),
                    str(held),
                    str(points),
                    f"``{edition.sha256[:12]}…``",
                )
            )
        header = ("Edition", "What it holds", "Reviews", SYLLABLES, "Points", "Manifest sha256")
        yield from table(header, rows, "12 38 14 12 8 16", "stack")


class ReviewTable(Made):
    """The reviews, and how much of each is held."""

    def lines(self) -> Iterator[str]:
        rows = [
            (
                f"``load_review({review.cycle})``",
                str(review.date.year) if review.date else "not known",
                escape(review.coverage.recommendations),
                str(review.coverage.statements.held),
            )
            for review in kz_upr.load_reviews()
        ]
        yield from table(("Review", "Year", SYLLABLES, "State\N{SOFT HYPHEN}ments"), rows, "34 16 30 20")


class CoverageTable(Made):
    """What is held of each review, of how much, and why not all."""

    def lines(self) -> Iterator[str]:
        rows = []
        for review in kz_upr.load_reviews():
            for what in ("recommendations", "statements"):
                held = getattr(review.coverage, what)
                rows.append((f"{review.id}", what, str(held), escape(held.why or "complete")))
        yield from table(("Review", "What", "Held", "What is missing, and why"), rows, "10 16 20 54", "stack")


class Command(SphinxDirective):
    """What the command prints, 80 columns wide."""

    optional_arguments = 1
    final_argument_whitespace = True
    option_spec: ClassVar[dict[str, Any]] = {"lines": directives.nonnegative_int}

    def run(self) -> list[nodes.Node]:
        self.env.note_reread()
        words = self.arguments[0] if self.arguments else ""
        out = io.StringIO()
        with contextlib.redirect_stdout(out), mock.patch.dict("os.environ", {"COLUMNS": "80"}):
            status = main(shlex.split(words))
        if status != 0:
            raise ExtensionError(f"kz-upr {words} failed with status {status}")
        printed = out.getvalue().rstrip().splitlines()
        if (most := self.options.get("lines")) and len(printed) > most:
            printed = [*printed[:most], "…"]
        text = "\n".join([f"$ kz-upr {words}".rstrip(), *printed])
        return [nodes.literal_block(text, text, language="text")]


def setup(app: Sphinx) -> dict[str, Any]:
    app.add_directive("class-table", ClassTable)
    app.add_directive("vocabulary", Vocabulary)
    app.add_directive("topics", Topics)
    app.add_directive("columns", Columns)
    app.add_directive("readers", Readers)
    app.add_directive("names", ListedNames)
    app.add_directive("source-list", SourceList)
    app.add_directive("discrepancy-list", DiscrepancyList)
    app.add_directive("edition-table", EditionTable)
    app.add_directive("review-table", ReviewTable)
    app.add_directive("coverage-table", CoverageTable)
    app.add_directive("command", Command)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
