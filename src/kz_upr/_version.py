"""The version of the code and the default edition of the data."""

#: Version of the code (SemVer).
__version__ = "0.1.0"

#: The edition of the data that is loaded when none is named.
DATA_EDITION = "2026.11"

#: SHA-256 of the index of the bundled data, from which the hashes of all data files follow; tools/build.py writes it.
INDEX_SHA256 = "3feb5c9aa4e6991798ea3de7857fc2bc8c5aaf4d55c44bc158e0fb415a11b267"
