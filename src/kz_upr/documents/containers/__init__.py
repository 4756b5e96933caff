"""Opening files: PDF, Word, workbooks, JSON. Interpreting their content is left to the readers."""
