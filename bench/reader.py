"""How fast a report is read: each stage of the reader beside a bare scan and beside libraries that find numbers only.

The texts are the invented reports of `demo/reports`, each as often as the size says, so that no variant reads one text
only. What is counted is characters a second. The others know neither units of counting nor what is counted.
"""

from __future__ import annotations

import contextlib
import io
import re
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from types import ModuleType
from typing import Any

from bench.race import Race, Variant, race
from bench.workload import Outcome, Size, Workload
from yifa.reader.figures import find_numbers
from yifa.reader.intake import take_in
from yifa.reader.reading import Extract, Prepared
from yifa.reader.subjects import give_subjects
from yifa.reader.text import prepare
from yifa.reader.whole import read_texts
from yifa.wording import CHINESE, language

REPORTS = Path(__file__).resolve().parent.parent / "demo" / "reports"
SUFFIXES = (".txt", ".html")
ROUNDS = {Size.FULL: 7, Size.QUICK: 3, Size.TINY: 1}
TIMES = {Size.FULL: 4, Size.QUICK: 1, Size.TINY: 1}
SCAN = "bare scan: one regular expression for runs of figures"
NUMBERS = "yifa: text made fit, numbers with value, unit and kind"
SUBJECTS = "yifa: the same, with subject, predicate, scope and measure"
WHOLE = "yifa: everything, with all checks"
RECOGNIZERS = "recognizers-text: numbers"
JIONLP = "JioNLP: money and times"
PEERS = (RECOGNIZERS, JIONLP)
_RUN = re.compile(r"\d+(?:\.\d+)?%?|[一二三四五六七八九十百千万亿两]+")


def measure_stages(size: Size) -> Outcome:
    """Every stage of the reader on the invented reports, and what the others find in them."""
    speech = language(CHINESE)
    files = sorted(path for path in REPORTS.iterdir() if path.suffix in SUFFIXES)
    extracts = [take_in(path, speech=speech) for path in files] * TIMES[size]
    if size is Size.TINY:
        extracts = extracts[:1]
    texts = [extract.text for extract in extracts]
    signs = sum(map(len, texts))

    def with_subjects(prepared: Prepared) -> tuple[Any, ...]:
        return give_subjects(prepared, find_numbers(prepared))

    def staged(stage: Callable[[Prepared], tuple[Any, ...]]) -> int:
        return sum(len(stage(prepare(extract, speech=speech))) for extract in extracts)

    found = race(
        f"{len(texts)} reports, {signs:,} characters",
        [
            Variant(SCAN, lambda: sum(1 for text in texts for _ in _RUN.finditer(text)), signs),
            Variant(NUMBERS, partial(staged, find_numbers), signs),
            Variant(SUBJECTS, partial(staged, with_subjects), signs),
            Variant(WHOLE, partial(whole, extracts), signs),
            Variant(RECOGNIZERS, partial(recognised, texts), signs),
            Variant(JIONLP, partial(jionlp_found, texts), signs),
        ],
        reference=SCAN,
        rounds=ROUNDS[size],
    )
    notes = (
        *(f"{name}: {found.answers[name]:,} found" for name in (SCAN, NUMBERS, RECOGNIZERS, JIONLP)),
        *(f"{ours}: ×{_beside(found, ours, peer):.2f} of {peer}" for ours in (NUMBERS, WHOLE) for peer in PEERS),
    )
    faults = () if found.answers[NUMBERS] == found.answers[SUBJECTS] else ("a number lost on the way to its subject",)
    return Outcome((found,), notes=notes, faults=faults)


def _beside(found: Race, ours: str, peer: str) -> float:
    """The time of one variant over that of another, by their medians."""
    return found[ours].seconds.median / found[peer].seconds.median


def whole(extracts: Sequence[Extract]) -> int:
    """The reading of each text by itself, checks included; how many figures it holds."""
    speech = language(CHINESE)
    return sum(
        len(document.figures) for extract in extracts for document in read_texts([extract], speech=speech).documents
    )


def recognised(texts: Sequence[str]) -> int:
    """How many numbers recognizers-text finds."""
    numbers = _quietly("recognizers_number")
    return sum(len(numbers.recognize_number(text, numbers.Culture.Chinese)) for text in texts)


def jionlp_found(texts: Sequence[str]) -> int:
    """How many amounts and times JioNLP finds."""
    ner = _quietly("jionlp").ner
    return sum(len(ner.extract_money(text)) + len(ner.extract_time(text)) for text in texts)


def _quietly(name: str) -> ModuleType:
    """A module whose import prints greetings."""
    import importlib  # noqa: PLC0415 - heavy, and only for this workload
    import warnings  # noqa: PLC0415

    with contextlib.redirect_stdout(io.StringIO()), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return importlib.import_module(name)


WORKLOADS = (
    Workload(
        "reader.stages",
        "How many characters of a report a second, up to numbers, subjects, everything? Beside a bare scan for runs "
        "of figures, the least any such reader must do, and two libraries that find numbers, or money and times, only.",
        measure_stages,
        ("recognizers-text-number", "jionlp"),
    ),
)
