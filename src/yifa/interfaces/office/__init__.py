"""The office: the pages people sit at, a sub-package for each, put in by a declaration that says who may use it."""
