"""Kinds of evidence and sizes of files in words."""

from __future__ import annotations

from yifa.record.evidence.choices import Sort
from yifa.wording import Language


def tell_sort(sort: Sort, speech: Language) -> str:
    """What a file is to the case."""
    say = speech.say
    return {
        Sort.DOCUMENT: say("documentary evidence"),
        Sort.OBJECT: say("physical evidence"),
        Sort.AUDIO_VISUAL: say("audio-visual material"),
        Sort.ELECTRONIC: say("electronic data"),
        Sort.WITNESS: say("testimony of a witness"),
        Sort.STATEMENT: say("statement of the party"),
        Sort.EXPERT: say("expert opinion"),
        Sort.RECORD: say("record of inspection"),
        Sort.SCAN: say("signed or sealed paper, scanned"),
        Sort.RECEIPT: say("proof of service"),
        Sort.PAPER: say("paper issued here"),
    }[sort]


def told_sorts(speech: Language) -> list[tuple[str, str]]:
    """The kinds somebody chooses from; papers issued here come by themselves."""
    return [(str(one.value), tell_sort(one, speech)) for one in Sort if one is not Sort.PAPER]


def tell_size(size: int) -> str:
    """The size of a file.

    >>> [tell_size(one) for one in (12, 3_400, 5_200_000)]
    ['1 kB', '3 kB', '5.2 MB']
    """
    return f"{size / 1_000_000:.1f} MB" if size >= 1_000_000 else f"{max(round(size / 1_000), 1)} kB"
