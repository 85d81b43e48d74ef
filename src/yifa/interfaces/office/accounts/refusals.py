"""Why an account or a token could not be dealt with so, in words that say what to do instead."""

from __future__ import annotations

from yifa.record.accounts.errors import NoAccount, Reason
from yifa.wording import Language


def tell_refusal(error: NoAccount, speech: Language) -> str:
    """What stands against it."""
    say = speech.say
    if error.reason is Reason.WEAK:
        return error.said
    return {
        Reason.NAME: say("A name of an account has 2 to 40 signs: small letters, digits, . _ - , a letter first."),
        Reason.TAKEN: say("This name is somebody else's, or was once; names are never given again."),
        Reason.HAS_ONE: say("This officer has an account already."),
        Reason.CLOSED: say("This account was closed for ever; open no other under its name."),
        Reason.STOPPED: say("This account is stopped already."),
        Reason.NOT_STOPPED: say("This account is not stopped."),
        Reason.OWN: say("Nobody sees to his own account: another system administrator does."),
        Reason.NOT_A_CERTIFICATE: say("This is neither a certificate nor the number or fingerprint of one."),
        Reason.LINKED: say("This certificate, or this name elsewhere, is another account's already."),
    }[error.reason]
