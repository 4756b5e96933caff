"""Many documents, read in several processes at once."""

import os
from collections import deque
from collections.abc import Generator, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor, wait
from pathlib import Path

from kz_upr.documents.errors import DocumentError
from kz_upr.documents.isolation import Children
from kz_upr.documents.readers import FilePath, read_document
from kz_upr.documents.readings import AnyReading

#: How the names of documents end.
ENDINGS = (".pdf", ".docx", ".doc", ".json", ".xlsx")

_SECONDS_BETWEEN_LOOKS = 0.2


def read_documents(
    folder_or_paths: FilePath | Iterable[FilePath], *, workers: int | None = None, strict: bool = False
) -> Generator[AnyReading | DocumentError, None, None]:
    """The reading of every document, one after the other, or the DocumentError of one that cannot be read.

    ``folder_or_paths`` is a folder or paths of files. All documents (.pdf, .docx, .doc, .json, .xlsx) in a folder and
    in the folders within it are read, in the order of their names. Files and folders whose names begin with ``.`` or
    ``~$`` are left out, and links to folders are not followed. There is one element for each path, in the order of the
    paths, so that ``zip(paths, read_documents(paths))`` pairs them. The kind of a document is found as by
    :func:`read_document`.

    An element is a reading or a DocumentError, which is not raised and has the file as ``path``: one faulty file does
    not end the stream. ``workers`` child processes read at the same time (None: as many as this process may use
    processors). Readings are produced on demand: at most two for each worker are held. Closing or dropping the iterator
    ends the processes. ``strict`` rejects damaged files. The bounds for a document are those of ``isolated=True``; see
    :func:`read_report`.

    Raises OSError if the folder cannot be listed and ValueError if ``workers`` is less than 1; the iterator raises
    ImportError at a PDF or Word document if the extra ``kz_upr[documents]`` is not installed, and ChildProcessError if
    no process can be started.

    >>> from kz_upr.documents import DocumentError, read_documents
    >>> for reading in read_documents("reports"):  # doctest: +SKIP
    ...     print(reading if isinstance(reading, DocumentError) else reading.source.symbol)
    """
    if workers is None:
        workers = processors()
    if workers < 1:
        raise ValueError(f"expected at least 1 worker, got {workers}")
    if isinstance(folder_or_paths, str | os.PathLike):
        return _stream(documents_in(folder_or_paths), workers, strict)
    return _stream(folder_or_paths, workers, strict)


def documents_in(folder: FilePath) -> list[Path]:
    """The documents in a folder and in those within it, in the order of their names; of a file, the file.

    Raises OSError if there is no such folder, or one cannot be listed.
    """
    top = Path(folder)
    if not top.is_dir():
        top.stat()  # raises if there is nothing
        return [top]
    return sorted(_documents_in(top))


def _documents_in(folder: Path) -> Iterator[Path]:
    for path in folder.iterdir():
        if path.name.startswith((".", "~$")):
            continue
        if path.is_dir():
            if not path.is_symlink():  # it may lead to a folder above
                yield from _documents_in(path)
        elif path.suffix.casefold() in ENDINGS:
            yield path


def processors() -> int:
    """How many processors this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # not Linux
        return os.cpu_count() or 1


def _stream(paths: Iterable[FilePath], workers: int, strict: bool) -> Generator[AnyReading | DocumentError, None, None]:
    # each thread waits for its own child
    with ThreadPoolExecutor(workers, "kz-upr-read") as threads, Children(waiting=workers) as children:
        ahead: deque[Future[AnyReading | DocumentError]] = deque()
        try:
            for path in paths:
                ahead.append(threads.submit(_reading, path, children, strict))
                if len(ahead) == 2 * workers:
                    yield _result(ahead.popleft())
            while ahead:
                yield _result(ahead.popleft())
        finally:
            for future in ahead:
                future.cancel()


def _result(future: Future[AnyReading | DocumentError]) -> AnyReading | DocumentError:
    # not a single endless wait: Ctrl-C pressed just before it would have to wait as well
    while not wait((future,), timeout=_SECONDS_BETWEEN_LOOKS).done:
        pass
    return future.result()


def _reading(path: FilePath, children: Children, strict: bool) -> AnyReading | DocumentError:
    try:
        return children.read(read_document, path, strict=strict)
    except DocumentError as error:
        return error
    except (ImportError, ChildProcessError):  # not a fault of the document
        raise
    except OSError as error:
        return DocumentError(Path(path), f"cannot be opened ({error.strerror})")
    except Exception as error:
        return DocumentError(Path(path), f"cannot be read ({type(error).__name__}: {error})")
