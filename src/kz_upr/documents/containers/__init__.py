"""Files opened: PDF, Word, workbooks, JSON. What their content means is for the readers to tell."""
