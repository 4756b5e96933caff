"""The version of the code and the default edition of the data."""

#: Version of the code (SemVer).
__version__ = "0.1.0"

#: The edition of the data that is loaded when none is named.
DATA_EDITION = "2026.11"
