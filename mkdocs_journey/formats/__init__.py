"""Files that a map can be taken along as, one module a format."""
