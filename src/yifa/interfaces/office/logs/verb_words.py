"""The verbs of the record in words, as the operation log tells them; one that is not known is told as it is kept."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from yifa.wording import Language


@lru_cache(maxsize=2)
def verb_words(speech: Language) -> Mapping[str, str]:
    """Every verb by its name, in groups as the menu has them."""
    return {**_of_cases(speech), **_of_papers(speech), **_of_registers(speech), **_of_administration(speech)}


def tell_verb(act: str, speech: Language) -> str:
    """What was done."""
    return verb_words(speech).get(act, act)


def _of_cases(speech: Language) -> dict[str, str]:
    say = speech.say
    return {
        "case-opened": say("case opened"),
        "act-recorded": say("act recorded"),
        "act-corrected": say("act put right"),
        "act-withdrawn": say("act withdrawn"),
        "case-closed": say("case concluded"),
        "case-turned": say("case done with, or handled again, as the day of an act came"),
        "case-reopened": say("case reopened"),
        "case-linked": say("cases linked"),
        "case-unlinked": say("link of cases taken away"),
        "cases-merged": say("cases merged"),
        "case-split": say("case split"),
        "case-sent": say("case sent to another organ"),
        "case-received": say("case received"),
        "case-declined": say("case declined"),
        "case-handed-over": say("case handed over to another officer"),
        "case-urged": say("handlers urged"),
        "cases-taken-over": say("cases taken over from an organ that ended"),
        "participant-added": say("participant added"),
        "participant-left": say("participant left"),
        "circle-set": say("said who may know of a case"),
        "openness-set": say("said whether it is public"),
        "cases-imported": say("cases taken in from a ledger"),
        "import-undone": say("import undone"),
        "clue-screened": say("clue screened"),
        "clue-explained": say("clue explained"),
        "party-noted": say("party noted"),
        "party-renamed": say("party renamed"),
        "values-erased": say("party's personal values erased"),
        "party-forgotten": say("everything that names a party erased"),
        "party-fact-noted": say("fact about a party noted"),
        "party-fact-ended": say("fact about a party ended"),
        "parties-imported": say("parties taken in"),
    }


def _of_papers(speech: Language) -> dict[str, str]:
    say = speech.say
    return {
        "sheet-drawn-up": say("approval sheet drawn up"),
        "sheet-step-passed": say("approval sheet passed on"),
        "sheet-sent-back": say("approval sheet sent back"),
        "sheet-refused": say("approval sheet refused"),
        "sheet-handed-on": say("approval sheet handed on"),
        "sheet-asked-also": say("countersigner asked"),
        "sheet-signed-on-paper": say("approval sheet signed on paper"),
        "sheet-urged": say("approval sheet urged"),
        "sheet-carried-out": say("approved act carried out"),
        "sheet-recorded": say("approval sheet recorded"),
        "series-begun": say("series of numbers begun"),
        "numbers-reserved": say("numbers reserved"),
        "number-voided": say("number voided"),
        "document-issued": say("paper issued"),
        "document-corrected": say("paper corrected"),
        "document-printed": say("paper printed"),
        "document-scanned": say("paper scanned"),
        "document-shown": say("paper shown"),
        "template-put": say("template of a paper put in"),
        "service-begun": say("service begun"),
        "service-ended": say("paper served"),
        "service-failed": say("service failed"),
        "evidence-kept": say("evidence kept"),
        "evidence-read": say("evidence read from"),
        "evidence-destroyed": say("evidence destroyed"),
        "recording-noted": say("recording noted"),
        "dossier-made-up": say("case file made up"),
        "report-issued": say("report issued"),
    }


def _of_registers(speech: Language) -> dict[str, str]:
    say = speech.say
    return {
        "organ-set-up": say("organ set up"),
        "organ-renamed": say("organ renamed"),
        "organ-put-right": say("organ's entry put right"),
        "organ-related": say("organ put under or beside another"),
        "organ-relation-ended": say("relation of organs ended"),
        "organ-profile-given": say("sector or place of an organ added"),
        "organ-profile-ended": say("sector or place of an organ ended"),
        "organ-merged": say("organs merged"),
        "organ-split": say("organ split"),
        "organ-abolished": say("organ abolished"),
        "officer-appointed": say("officer put on the register"),
        "officer-renamed": say("officer renamed"),
        "officers-imported": say("officers taken in"),
        "post-given": say("post given"),
        "post-ended": say("post ended"),
        "post-delegated": say("signing delegated"),
        "leave-granted": say("leave noted"),
        "leave-ended": say("leave ended"),
        "delegation-ended": say("signing for another ended"),
        "reviewer-no-more": say("reviewer's qualification ended"),
        "certificate-issued": say("enforcement certificate issued"),
        "certificate-renewed": say("enforcement certificate renewed"),
        "certificate-checked": say("enforcement certificate checked"),
        "certificate-suspended": say("enforcement certificate suspended"),
        "certificate-restored": say("enforcement certificate restored"),
        "certificate-cancelled": say("enforcement certificate cancelled"),
        "reviewer-qualified": say("reviewer's qualification noted"),
        "list-begun": say("list begun"),
        "list-edition-drawn-up": say("edition of a list drawn up"),
        "list-amendment-drawn-up": say("edition of a list drawn up that amends the one in force"),
        "list-in-force": say("list put in force"),
        "list-draft-dropped": say("draft of a list dropped"),
        "list-withdrawn": say("list withdrawn"),
    }


def _of_administration(speech: Language) -> dict[str, str]:
    say = speech.say
    return {
        "account-opened": say("account opened"),
        "account-password-set": say("password set for somebody"),
        "account-stopped": say("account stopped"),
        "account-let-on": say("account let on again"),
        "account-unlocked": say("account let in again"),
        "account-factor-taken": say("second factor taken away"),
        "account-linked": say("account linked to a certificate or sign-in service"),
        "account-closed": say("account closed for ever"),
        "role-given": say("role given"),
        "role-ended": say("role ended"),
        "file-opened": say("file opened for a task"),
        "file-closed": say("opened file closed"),
        "token-issued": say("token issued"),
        "token-revoked": say("token revoked"),
        "system-subscribed": say("system subscribed to events"),
        "system-unsubscribed": say("system unsubscribed"),
        "system-key-changed": say("signing key of a system changed"),
        "announcement-put-up": say("announcement put up"),
        "announcement-taken-down": say("announcement taken down"),
    }
