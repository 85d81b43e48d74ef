"""What the record refuses, in words: for every error of its rooms a status, a kind, a title and a sentence."""

from __future__ import annotations

import errno

from django.core.exceptions import RequestDataTooBig, SuspiciousOperation
from django.db import DatabaseError, IntegrityError
from django.http import Http404
from django.http.multipartparser import MultiPartParserError
from ninja.errors import HttpError, ValidationError

from yifa.interfaces.api.problems import BrokenDuty, Refused, WrongPlace
from yifa.interfaces.duty_telling import tell_laws
from yifa.record.access.errors import NotGranted
from yifa.record.cases.errors import NeedsReason, NotRecorded, StateSecret, Unlawful, WrongState
from yifa.record.chain import NotCanonical
from yifa.record.chain.writing import Overtaken
from yifa.record.deliveries.errors import NotSubscribed
from yifa.record.evidence.errors import NotKept, NotThere
from yifa.record.organs.errors import CannotBe
from yifa.record.parties.errors import NotAParty
from yifa.record.tokens.errors import AskedAnew, NotIssued
from yifa.wording import Language


def refused(error: Exception, speech: Language) -> Refused | None:
    """What an error is told as; None where it is none of the record's."""
    match error:
        case Refused():
            return error
        case ValidationError():
            return _wrong_shape(error, speech)
        case Http404() | HttpError() | SuspiciousOperation() | MultiPartParserError():
            return _of_http(error, speech)
        case DatabaseError():
            return _of_database(error, speech)
        case OSError() if error.errno in (errno.ENOSPC, errno.EDQUOT):
            return Refused(507, "disk-full", speech.say("The disk is full"), speech.say("Nothing was written."))
    return _of_record(error, speech)


def _of_http(error: Exception, speech: Language) -> Refused:
    say = speech.say
    if isinstance(error, Http404):
        return not_found(speech)
    if isinstance(error, RequestDataTooBig):
        return too_large(speech)
    status = error.status_code if isinstance(error, HttpError) else 400
    detail = say("Send one JSON object as the documentation describes it.")
    return Refused(status, "not-read", say("The request cannot be read"), detail, said=str(error))


def not_found(speech: Language) -> Refused:
    """Not there, or not for whoever asks: nobody learns which."""
    detail = speech.say("There is nothing of this number in what this token may read.")
    return Refused(404, "not-there", speech.say("Not there"), detail)


def too_large(speech: Language) -> Refused:
    """More than is taken at once."""
    detail = speech.say("Send less at once, in several requests.")
    return Refused(413, "too-large", speech.say("The request is too large"), detail)


def _wrong_shape(error: ValidationError, speech: Language) -> Refused:
    say = speech.say
    places = [
        WrongPlace(place=".".join(map(str, one.get("loc", ()))), said=str(one.get("msg", ""))) for one in error.errors
    ]
    detail = say(
        "Places that are not as the documentation describes: {places}",
        places=speech.list([one.place for one in places]),
    )
    return Refused(422, "wrong-shape", say("The request has not the shape asked for"), detail, places=places)


def _of_database(error: DatabaseError, speech: Language) -> Refused:
    say, said = speech.say, str(error).strip().splitlines()
    first = said[0] if said else type(error).__name__
    if isinstance(error, IntegrityError):
        detail = say("Something of this number is there already.")
        return Refused(409, "there-already", say("There already"), detail)
    if "full" in first or "No space left" in first:
        return Refused(507, "disk-full", say("The disk is full"), say("Nothing was written."))
    detail = say("Nothing was written. Ask again with the same key.")
    return Refused(503, "database", say("The database does not answer"), detail, headers={"Retry-After": "5"})


def _of_record(error: Exception, speech: Language) -> Refused | None:
    say, said = speech.say, str(error)
    match error:
        case Unlawful():
            detail = say(
                "Recorded so, it would break the duties named. Cure that first, or record it as something that "
                "happened, with a reason."
            )
            return Refused(
                409, "not-lawful", say("Would not be lawful"), detail, said=said, duties=_duties(error, speech)
            )
        case NeedsReason():
            detail = say("It broke the duties named. It can be recorded with a reason, and is a finding from then on.")
            return Refused(
                409, "needs-reason", say("A reason is needed"), detail, said=said, duties=_duties(error, speech)
            )
        case WrongState():
            detail = say("The case is closed, merged or transferred, or the act was put right before.")
            return Refused(409, "wrong-state", say("Not in this state"), detail, said=said)
        case StateSecret():
            detail = say("State secrets are kept on their own systems only. Nothing of it was kept.")
            return Refused(409, "state-secret", say("Not to be kept here"), detail)
        case Overtaken():
            detail = say("Somebody else changed it at the same time. Read it again.")
            return Refused(409, "overtaken", say("Changed by somebody else"), detail, said=said)
        case AskedAnew():
            detail = say("The key was used for another request before. Use a new key for each thing to be done.")
            return Refused(409, "key-used", say("The key was used before"), detail)
        case NotThere():
            return not_found(speech)
        case NotKept():
            detail = say("A sensitive file is read for a reason that is said; what is damaged is not handed out.")
            return Refused(409, "not-read-so", say("Not handed out so"), detail, said=said)
        case NotRecorded() | CannotBe() | NotAParty() | NotSubscribed() | NotIssued() | NotGranted() | NotCanonical():
            detail = say("The record does not take it so; what it expected stands beside.")
            return Refused(409, "not-recorded", say("Not recorded"), detail, said=said)
    return None


def _duties(error: Unlawful | NeedsReason, speech: Language) -> list[BrokenDuty]:
    tag = "zh" if speech.tag == "zh" else "en"
    return [
        BrokenDuty(
            duty=one.result.duty,
            title=one.title[tag],
            law=tell_laws(one.law, speech),
            severity=one.severity,
            cure=one.cure.get(tag, ""),
        )
        for one in error.findings
    ]
