"""The version of the code and the default edition of the data."""

#: Version of the code (SemVer).
__version__ = "0.1.0"

#: The edition of the data that is loaded when none is named.
DATA_EDITION = "2026.11"

#: SHA-256 of the index of the bundled data, from which the hashes of all data files follow; tools/build.py writes it.
INDEX_SHA256 = "530909d2ce9a0dc9351fd93d04f687f2c8d513879b1c645ac43ebf66b39c1bf3"
