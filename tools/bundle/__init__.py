"""The offline archive: what `make bundle` writes, for machines that reach no package index."""
