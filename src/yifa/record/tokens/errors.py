"""What tokens refuse.

NotIssued     a token that cannot be given, or is ended already
AskedAnew     a key that was used for another request
"""

from __future__ import annotations


class NotIssued(ValueError):
    """A token that cannot be given or ended so."""


class AskedAnew(ValueError):
    """A key that was used for another request before."""
