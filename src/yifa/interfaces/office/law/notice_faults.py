"""What is wrong with a notice's file, in the language of who handed it in: where, what was found, what is expected.

The catalogue says it in English, as files of the corpus are spoken of; here each kind of what it says is told.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from yifa.law.catalogue.errors import CorpusFault
from yifa.wording import Language

_FORMS = {
    "not-yaml": re.compile(r"is not readable as YAML: (?P<problem>.*)", re.DOTALL),
    "twice": re.compile(r'is not readable as YAML: found duplicate key "(?P<key>[^"]*)".*', re.DOTALL),
    "top": re.compile(r"expected .+ at the top of the file"),
    "unknown": re.compile(r"is not known here; allowed are (?P<allowed>.*?)(?:; did you mean (?P<near>`.+`)\?)?"),
    "missing": re.compile(r"is missing"),
    "expected": re.compile(r"expected (?P<expected>.+?), found (?P<found>.*)", re.DOTALL),
    "one-of": re.compile(r"input should be (?P<expected>.+?), found (?P<found>.*)", re.DOTALL),
    "pattern": re.compile(r"string should match pattern .+, found (?P<found>.*)", re.DOTALL),
    "day-twice": re.compile(r"(?P<day>\S+) is listed twice"),
    "other-year": re.compile(r"(?P<day>\S+) does not belong to a notice for (?P<year>\d+)"),
    "place": re.compile(r"a local notice names its `place`, a national one has none"),
    "amends": re.compile(r"notice (?P<other>`.*`) is not there to be amended"),
}
"""How the catalogue says each kind of fault; the first that fits the whole of it, `twice` before `not-yaml`."""
_ORDER = ("twice", *(one for one in _FORMS if one != "twice"))
LONGEST = 60
"""So much of what was found is shown."""


def kind_of(fault: CorpusFault) -> str:
    """Of which kind a fault is; blank where it is of none that is known."""
    return next((one for one in _ORDER if _FORMS[one].fullmatch(fault.message)), "")


def tell_fault(fault: CorpusFault, speech: Language) -> str:
    """A fault with its place; one of no known kind as the catalogue says it."""
    say, words = speech.say, _words(kind_of(fault), fault, speech)
    if fault.line is None:
        return say("{where}: {words}", where=fault.where, words=words) if fault.where else words
    if not fault.where:
        return say("line {line}: {words}", line=fault.line, words=words)
    return say("line {line}, {where}: {words}", line=fault.line, where=fault.where, words=words)


def _words(kind: str, fault: CorpusFault, speech: Language) -> str:
    """What is said of a fault of a kind."""
    say, form = speech.say, _FORMS.get(kind)
    found = None if form is None else form.fullmatch(fault.message)
    said = {} if found is None else {name: value or "" for name, value in found.groupdict().items()}
    thing = said.get("found", "").strip("'\"")[:LONGEST]
    match kind:
        case "not-yaml":
            return say(
                "cannot be read. Each line is “key: value” with a blank behind the colon; what belongs together is "
                "moved in by the same number of blanks, not by tabs."
            )
        case "twice":
            return say("“{key}” stands there twice.", key=said["key"])
        case "top":
            return say("begins with no “key: value” line: a notice names its id, year, title and days.")
        case "unknown":
            allowed = said["allowed"] if speech.tag == "en" else said["allowed"].replace(", ", "、")
            near = say(" Did you mean {near}?", near=said["near"]) if said["near"] else ""
            return say("is not known here; allowed are {allowed}.", allowed=allowed) + near
        case "missing":
            return say("is missing.")
        case "expected" | "one-of":
            expected = _expected(speech).get(said["expected"]) or say("one of {values}", values=said["expected"])
            return say("expected: {expected}; found: {found}.", expected=expected, found=thing)
        case "pattern":
            return say("expected: small letters, digits and hyphens, as in cn-2026; found: {found}.", found=thing)
        case "day-twice":
            return say("{day} is listed twice.", day=said["day"])
        case "other-year":
            return say("{day} does not belong into a notice for {year}.", day=said["day"], year=said["year"])
        case "place":
            return say("A local notice names its “place”; a national one has none.")
        case "amends":
            return say("the notice {other}, which it amends, is not on record.", other=said["other"])
    return fault.message


@lru_cache(maxsize=2)
def _expected(speech: Language) -> Mapping[str, str]:
    say = speech.say
    return {
        "yes or no": say("“true” or “false”"),
        "a whole number": say("a whole number"),
        "a text": say("a text"),
        "a list": say("a list"),
        "at least one entry": say("at least one entry"),
        "a day such as 2024-09-25": say("a day such as 2024-09-25"),
        "`key: value` lines": say("lines of the form “key: value”"),
    }
