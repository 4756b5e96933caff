"""The version of the code and the default edition of the data."""

#: Version of the code (SemVer).
__version__ = "0.1.0"

#: The edition of the data that is loaded when none is named.
DATA_EDITION = "2026.11"

#: SHA-256 of the index of the bundled data, from which the hashes of all data files follow; tools/build.py writes it.
INDEX_SHA256 = "673f1fdf70cd323076076ca1d731d11043e8ac6d2548507a8c8a1a7feea1a94b"
