"""The version of the code and the default edition of the data."""

#: Version of the code (SemVer).
__version__ = "0.1.0"

#: The edition of the data that is loaded when none is named.
DATA_EDITION = "2026.11"

#: SHA-256 of the index of the bundled data, from which the hashes of all data files follow; tools/build.py writes it.
INDEX_SHA256 = "a8e3437ed53a1ca86ed810371b19e8a2b460b8e1be684028fbfb2b44ae2f4c57"
