"""The rows of ``kz-upr read`` as a file: CSV, JSON lines, or Parquet. Each is written whole or not at all."""

import csv
import json
from collections.abc import Callable, Iterable
from itertools import islice
from pathlib import Path
from typing import Any, TextIO

import kz_upr
from kz_upr.cli.demands import COLUMNS
from kz_upr.exporting import escaped
from kz_upr.writing import whole_file

#: A row: the name of the file, and the values of its columns.
Values = tuple[Any, ...]

_NAMES = ("file", *(column.name for column in COLUMNS))
_ROWS_AT_ONCE = 20_000


def writer_for(path: str) -> Callable[[Iterable[Values]], None]:
    """A function that writes rows to the path, in the format of its ending.

    Raises ValueError for another ending, and ImportError if the format is Parquet and pyarrow is not installed.
    """
    write = _WRITERS.get(Path(path).suffix.casefold())
    if write is None:
        raise ValueError(f"expected a file name ending in {', '.join(_WRITERS)}; got {path}")
    if write is _parquet:
        _arrow()

    def to_path(rows: Iterable[Values]) -> None:
        with whole_file(path) as file:
            write(rows, file)

    return to_path


def _csv(rows: Iterable[Values], file: TextIO) -> None:
    out = csv.writer(file)
    out.writerow(_NAMES)
    out.writerows([escaped(cell) if isinstance(cell, str) else cell for cell in row] for row in rows)


def _json_lines(rows: Iterable[Values], file: TextIO) -> None:
    file.writelines(json.dumps(dict(zip(_NAMES, row, strict=True)), ensure_ascii=False) + "\n" for row in rows)


def _parquet(rows: Iterable[Values], file: TextIO) -> None:
    arrow, parquet = _arrow()
    types = {"string": arrow.string(), "integer": arrow.int64()}
    fields = [("file", arrow.string()), *((column.name, types[column.type]) for column in COLUMNS)]
    schema = arrow.schema(fields, metadata={"kz_upr": kz_upr.__version__})
    remaining = iter(rows)
    with parquet.ParquetWriter(file.buffer, schema, compression="zstd") as out:
        while some := list(islice(remaining, _ROWS_AT_ONCE)):
            columns = zip(*some, strict=True)
            arrays = [arrow.array(column, field.type) for column, field in zip(columns, schema, strict=True)]
            out.write_table(arrow.Table.from_arrays(arrays, schema=schema))


def _arrow() -> tuple[Any, Any]:
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError as error:
        raise ImportError("writing Parquet needs pyarrow: pip install 'kz_upr[tables]'") from error
    return pyarrow, pyarrow.parquet


_WRITERS: dict[str, Callable[[Iterable[Values], TextIO], None]] = {
    ".parquet": _parquet,
    ".csv": _csv,
    ".jsonl": _json_lines,
}
