"""Documents that are damaged on purpose, and what becomes of their readings."""
