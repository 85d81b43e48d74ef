"""Signatures: by which the other side knows that an event comes from here, unchanged and not from yesterday.

    Yifa-Signature: t=1767229200,v1=<hex of HMAC-SHA256 over "1767229200." and the body>

The key of a subscription is made from the secret of this installation, so that none lies in the database.
"""

from __future__ import annotations

import hashlib
import hmac

from django.utils.crypto import salted_hmac

HEADER = "Yifa-Signature"
MARK = "yifakey_"
OLDEST_SECONDS = 300
"""How old a signature may be when it is verified."""


def key_of(subscription: int, nonce: str) -> str:
    """The key of a subscription: what its system is given once."""
    return MARK + salted_hmac("yifa.deliveries", f"{subscription} {nonce}", algorithm="sha256").hexdigest()


def signature(key: str, body: bytes, at: int) -> str:
    """The signature of a body, made at a moment (seconds since 1970)."""
    made = hmac.new(key.encode(), f"{at}.".encode() + body, hashlib.sha256).hexdigest()
    return f"t={at},v1={made}"


def is_signed(key: str, body: bytes, said: str, now: int) -> bool:
    """Whether a signature is one of this key over this body, made within five minutes of now."""
    parts = dict(part.split("=", 1) for part in said.split(",") if "=" in part)
    at = parts.get("t", "")
    if not (at.isascii() and at.isdigit()) or abs(now - int(at)) > OLDEST_SECONDS:
        return False
    return hmac.compare_digest(signature(key, body, int(at)), f"t={at},v1={parts.get('v1', '')}")
