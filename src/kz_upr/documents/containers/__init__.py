"""What official documents come in, apart from what they mean: files, Office packages, tables, records."""
