"""Answers once: a request that comes again with the same key is answered as before, and nothing is done again.

The answer is kept in the transaction of what was done, so both are there or neither is, whenever the process dies. A
request that was refused wrote nothing and is judged anew. Of the request a keyed digest is kept, and no word of it;
answers hold no personal value.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from django.db import connection, transaction
from django.utils.crypto import salted_hmac

from yifa.record.chain.known_statements import known_cursor
from yifa.record.chain.under_way import falls_together
from yifa.record.tokens.errors import AskedAnew
from yifa.record.tokens.models import Answer, Token

KEPT = timedelta(days=30)
"""How long an answer is kept; a key that comes later is a new one."""
Given = tuple[int, str]
"""Status and text."""


def asked_digest(method: str, path: str, body: bytes) -> str:
    """What is kept of a request: the same for the same request on this installation, and readable by nobody."""
    return salted_hmac("yifa.asked", f"{method}\n{path}\n".encode() + body, algorithm="sha256").hexdigest()


def answered_once(token: Token, key: str, asked: str, now: datetime, do: Callable[[], Given]) -> tuple[Given, bool]:
    """What `do` answers, or what it answered before; and whether it is from before.

    Two requests with one key at the same time: the second waits for the first. Raises `AskedAnew`, and what `do`
    raises.
    """
    with transaction.atomic():
        if not _begun(token, key, asked, now):
            answer = Answer.objects.select_for_update().get(token=token, key=key)
            if answer.asked != asked:
                raise AskedAnew(f"key {key!r}: was used for another request before, expected a new key")
            return (answer.status, answer.text), True
        together = falls_together.set(True)
        try:
            status, text = do()
        finally:
            falls_together.reset(together)
        with known_cursor() as cursor:
            cursor.execute(_ANSWERED, [status, text, token.id, key])
    return (status, text), False


_BEGUN = (
    "INSERT INTO tokens_answer (token_id, key, asked, status, text, at) VALUES (%s, %s, %s, 0, '', %s) "
    "ON CONFLICT DO NOTHING"
)
_ANSWERED = "UPDATE tokens_answer SET status = %s, text = %s WHERE token_id = %s AND key = %s"


def _begun(token: Token, key: str, asked: str, now: datetime) -> bool:
    """Put the key down; whether it is a new one. Waits where somebody else has just begun with it."""
    with known_cursor() as cursor:
        cursor.execute(_BEGUN, [token.id, key, asked, connection.ops.adapt_datetimefield_value(now)])
        return bool(cursor.rowcount == 1)


def forget_answers(now: datetime) -> int:
    """Let go of answers that nobody asks for any more; how many."""
    gone, _ = Answer.objects.filter(at__lt=now - KEPT).delete()
    return gone
