"""What dossiers refuse."""

from __future__ import annotations


class NotMadeUp(ValueError):
    """A dossier that cannot be made up: of a case that is not closed, of nothing, or of files that are not whole."""
