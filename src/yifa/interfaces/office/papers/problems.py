"""Why something could not be done with a paper or a file, in words a clerk can act on."""

from __future__ import annotations

from yifa.interfaces.documents.forms.package import Because
from yifa.record.cases.errors import NamesAParty, StateSecret, WrongState
from yifa.record.chain.writing import Overtaken
from yifa.record.despatch.errors import NotApproved, NumberTaken
from yifa.record.dossiers.errors import NotAllRead, NotMadeUp
from yifa.record.evidence.errors import Damaged, NotThere, WrongFile
from yifa.wording import Language


def tell_problem(error: Exception, speech: Language) -> str:
    """What went wrong, and what to do."""
    say = speech.say
    match error:
        case StateSecret():
            return say("It bears a mark of secrecy. State secrets are kept on their own systems; nothing was kept.")
        case NamesAParty():
            return say("It names a party, and could never be erased. Say “the party” instead.")
        case WrongState():
            return say("The case takes no more acts: it was closed, merged or transferred.")
        case Overtaken():
            return tell_changed(speech)
        case Damaged():
            return say("The file in the store is missing or is not what was taken in. Tell the system administrator.")
        case NotThere():
            return say("The file is not there any more, or you may not read it.")
        case NotAllRead():
            return say(
                "Something in the case is for others alone to read. Ask somebody who may read all of it to make up the "
                "dossier."
            )
        case NotMadeUp():
            return _not_made_up(str(error), speech)
        case WrongFile():
            return _wrong_file(str(error), speech)
        case NumberTaken():
            return say("The number, or the letters, are taken already. Choose another.")
        case NotApproved():
            return say("The sheet is not signed, or was used before. Choose another.")
    return say("It cannot be done as things stand now; open the page anew. ({why})", why=str(error))


def _not_made_up(why: str, speech: Language) -> str:
    say = speech.say
    if "expected a closed one" in why:
        return say("The case is not closed. Close it first; its dossier is made up then.")
    if "holds nothing, expected" in why:
        return say("There is nothing to put into a dossier yet: no paper, no evidence, no approval sheet.")
    if "made up anew" in why:
        return say("Something in the dossier was changed since it was made up. Make it up anew; the old one stays.")
    if "of this part" in why:
        return say("This part holds nothing that you may read.")
    return say(
        "A file that belongs into the dossier is missing or is not what was taken in. See what is lacking below."
    )


def tell_changed(speech: Language) -> str:
    """That somebody else was quicker."""
    return speech.say("Somebody else changed it just now. Open it anew; nothing of yours was recorded.")


def _wrong_file(why: str, speech: Language) -> str:
    say = speech.say
    told = {
        "found an empty file": say("The file is empty."),
        "found a video": say("A video stays where it is: note its device, time, place and digest instead."),
        "found a damaged package": say("The file is damaged. Save it again and choose it anew."),
        "found a file locked": say("The file is locked with a password. Take the password off first."),
        "found an archive": say("It is an archive. Upload its files one by one."),
        "found a PDF that is damaged": say("The PDF is damaged or locked. Make it anew, without a password."),
        "found a PDF without pages": say("The PDF has no pages."),
        "found a file of more than": say("The file is too large. Make several of it, or scan with fewer dots."),
        "found a file of another kind": say("It is no Word document (.docx). Save it as .docx in Word or WPS."),
    }
    if (found := next((words for start, words in told.items() if why.startswith(start)), None)) is not None:
        return found
    if "breaks off" in why:
        return say("The picture breaks off. Scan or take it anew.")
    return say("Files of this kind are not kept. Kept are PDF, OFD, Word, Excel, text, JPEG, PNG, TIFF, WAV, MP3, M4A.")


def tell_not_a_form(why: Because, speech: Language) -> str:
    """Why a file is not taken as a form or a paper."""
    say = speech.say
    return {
        Because.NOT_WORD: say("It is no Word document (.docx). Save it as .docx in Word or WPS."),
        Because.DAMAGED: say("The file is damaged. Save it again and choose it anew."),
        Because.TOO_LARGE: say("The file is too large. Take large pictures out of it."),
        Because.RUNS: say("It holds macros or embedded objects. Save it as a plain .docx without them."),
        Because.FETCHES: say("It takes pictures or texts in from elsewhere. Put them into the document itself."),
    }[why]
