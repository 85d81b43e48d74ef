"""Sessions, as Django keeps them in the database; looked for by a statement that is put together once.

A session is looked for with every request. Nothing of it is remembered between two requests: one that was ended
elsewhere, or whose time is over, is so at the next request.
"""

from __future__ import annotations

from django.contrib.sessions.backends import db
from django.contrib.sessions.models import Session
from django.utils import timezone

from yifa.record.scope import Remembered

_NOTHING = "\0"
"""A sign that PostgreSQL takes in no text; a cookie can hold it, a key never does."""
_SESSION = Remembered(lambda key: Session.objects.filter(session_key=key), str)


class SessionStore(db.SessionStore):
    """A session. It bears the name that Django's has: its content is signed with it, and stays readable either way."""

    def _get_session_from_db(self) -> Session | None:
        """The session of this key, if there is one whose time is not over; without one the key is let go."""
        moment = timezone.now()
        if self.session_key is not None and _NOTHING not in self.session_key:
            for found in _SESSION(self.session_key):
                if found.expire_date > moment:
                    return found
        self._session_key = None
        return None
