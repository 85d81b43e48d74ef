"""What dossiers refuse."""

from __future__ import annotations


class NotMadeUp(ValueError):
    """A dossier that cannot be made up: of a case that is not closed, of nothing, or of files that are not whole."""


class NotAllRead(NotMadeUp):
    """A dossier that would lack what only others may know of: somebody who reads all of it makes it up."""
