"""Jobs, and what came of them, in words."""

from __future__ import annotations

from typing import Any

from yifa.wording import Language

_OF_TASKS = {
    "seal_what_is_new": "seal",
    "back_up_record": "backup",
    "verify_record": "verify",
    "tidy": "tidy",
    "deliver": "deliver",
    "take_ledgers": "take_ledgers",
    "write_export": "export",
}


def tell_job(name: str, speech: Language) -> str:
    """What a job is called, by its name or the path of its function; as it is kept, where nobody named it."""
    say = speech.say
    short = name.rpartition(".")[2]
    return {
        "seal": say("sealing the day"),
        "backup": say("backup"),
        "verify": say("verifying the record"),
        "tidy": say("tidying up"),
        "deliver": say("sending events to systems"),
        "take_ledgers": say("taking ledgers in"),
        "export": say("writing a list"),
    }.get(_OF_TASKS.get(short, short), short)


def tell_outcome(name: str, told: dict[str, Any], speech: Language) -> str:
    """What came of a job, in a sentence; what went wrong, where it failed."""
    say = speech.say
    if "error" in told:
        return str(told.get("said") or told["error"])
    match name:
        case "seal":
            if not told.get("entries"):
                return say("nothing new since the last seal")
            return say("seal {n} over {entries} entries", n=told.get("number", ""), entries=told["entries"])
        case "backup":
            return say("{rows} rows in {folder}", rows=told.get("rows", 0), folder=told.get("folder", ""))
        case "verify":
            if told.get("faults"):
                return say("{n} faults found", n=told["faults"])
            return say("all {n} entries are as they were", n=told.get("entries", 0))
    numbers = [f"{key} {value}" for key, value in sorted(told.items()) if isinstance(value, int)]
    return speech.list(numbers)
