"""The command ``read``: the content of many documents as one table."""

import argparse
import contextlib
import errno
import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from attrs import define, field

from kz_upr.cli.journal import Journal
from kz_upr.cli.layout import tell, with_progress
from kz_upr.cli.table_files import Values, writer_for
from kz_upr.documents import DocumentError, read_documents
from kz_upr.documents.batch import ENDINGS, documents_in
from kz_upr.documents.containers.files import sha256_of
from kz_upr.messages import count


@define
class Told:
    """What the command reports when it has finished."""

    rows: int = 0
    warnings: int = 0
    errors: list[str] = field(factory=list)
    damaged: list[str] = field(factory=list)
    again: list[str] = field(factory=list)


def read(options: argparse.Namespace) -> int:
    """Write a table of the documents; 1 if one of them cannot be read or is damaged."""
    output: str = options.output
    write = writer_for(output)
    paths = list(dict.fromkeys(path for given in options.files for path in documents_in(given)))
    _refuse(paths, options.files, output)
    told = Told()
    with Journal(Path(f"{output}.part")) as journal:
        hashes = _read_into(journal, _once(paths, told), options.workers, told)
        if options.strict:
            hashes = _whole(journal, hashes, told)
        if hashes:
            write(_rows(journal, hashes, told))
            written = f"{count(told.rows, 'row')} of {count(len(hashes), 'document')} written to {output}"
            tell(f"{written}, {count(told.warnings, 'warning')}")
        journal.done = True
    for heading, lines in (("read once", told.again), ("damaged", told.damaged), ("not read", told.errors)):
        if lines:
            tell(f"{heading}:", *lines)
    return 1 if told.errors or told.damaged else 0


def _refuse(paths: Sequence[Path], given: Sequence[str], output: str) -> None:
    """Raise ValueError or OSError, before anything is read, if the output could not be written in the end."""
    if not paths:
        raise ValueError(f"no document ({', '.join(ENDINGS)}) in {', '.join(given)}")
    if Path(output).is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), output)
    if Path(output).exists() and any(path.samefile(output) for path in paths):
        raise ValueError(f"{output}: is one of the documents; write to another file")


def _once(paths: Iterable[Path], told: Told) -> dict[Path, str | None]:
    """The files, each with its hash, None if it cannot be opened; a file under a second name is left out."""
    hashes: dict[Path, str | None] = {}
    first: dict[str, Path] = {}
    for path in paths:
        try:
            sha256 = sha256_of(path)
        except OSError:  # the reader says what is wrong
            hashes[path] = None
            continue
        if first.setdefault(sha256, path) == path:
            hashes[path] = sha256
        else:
            told.again.append(f"{path}: the same file as {first[sha256]}")
    return hashes


def _read_into(journal: Journal, hashes: dict[Path, str | None], workers: int | None, told: Told) -> dict[Path, str]:
    """Read the documents that are not in the journal; return the hashes of those that are then in it."""
    unread = [path for path, sha256 in hashes.items() if sha256 not in journal]
    try:
        with contextlib.closing(read_documents(unread, workers=workers)) as elements:
            pairs = zip(unread, elements, strict=True)
            for path, element in with_progress(pairs, len(unread), lambda pair: pair[0].name):
                if isinstance(element, DocumentError):
                    told.errors.append(str(element))
                else:
                    hashes[path] = journal.add(element)
    except BaseException:
        if journal:
            tell(f"what has been read is kept in {journal.path}; run the same command again to resume")
        raise
    return {path: sha256 for path, sha256 in hashes.items() if sha256 and sha256 in journal}


def _whole(journal: Journal, hashes: dict[Path, str], told: Told) -> dict[Path, str]:
    """The documents that are not damaged; damaged ones count as not read."""
    damaged = {path: journal[sha256].damage for path, sha256 in hashes.items() if journal[sha256].damage}
    told.errors += (f"{path}: is damaged: {messages[0]}" for path, messages in damaged.items())
    return {path: sha256 for path, sha256 in hashes.items() if path not in damaged}


def _rows(journal: Journal, hashes: dict[Path, str], told: Told) -> Iterator[Values]:
    for path, sha256 in hashes.items():
        entry = journal[sha256]
        told.rows += len(entry.rows)
        told.warnings += entry.warnings
        told.damaged += (f"{path}: {message}" for message in entry.damage)
        for row in entry.rows:
            yield (path.as_posix(), *row)
