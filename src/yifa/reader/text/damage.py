"""Everything that is damaged in a text, as a list: places of the extracted text, in their order.

Nothing is repaired here. What intake had to say comes first among equals, and is not said twice.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date

from yifa.reader.reading import Damage, Extract, Severity, View
from yifa.reader.text.breaks import page_numbers
from yifa.reader.text.catalogue import damage_kind, shown
from yifa.reader.text.dates import impossible_days
from yifa.reader.text.facts import Found
from yifa.reader.text.furniture import furniture_within, is_furniture
from yifa.reader.text.gaps import taken_out, units_alone
from yifa.reader.text.markup import stray_markup
from yifa.reader.text.pairs import lone_marks
from yifa.reader.text.paragraphs import Paragraph
from yifa.reader.text.repeats import broken_off, passages_again, words_twice
from yifa.reader.text.script import misconverted_words, stray_characters, traditional_span
from yifa.reader.text.sections import Fault, NumberingFault
from yifa.wording import Language

_LOST = re.compile("\ufffd+")
_MEANINGLESS = re.compile("[\ue000-\uf8ff\U000f0000-\U0010fffd\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]+")
_TOLD = ("undecodable", "undecodable_more", "unknown_characters")
_NUMBER = re.compile(r"\d[\d.,]*\d")


def find_damage(
    extract: Extract,
    view: View,
    *,
    garbled: Sequence[tuple[int, int]],
    lines: Sequence[Paragraph],
    sentences: Sequence[tuple[int, int]],
    faults: Sequence[NumberingFault],
    found: Found,
    speech: Language,
) -> tuple[Damage, ...]:
    """The damage of a text; `garbled` are its spans of mojibake, in order and apart."""
    text = extract.text
    damage = [
        *extract.damage,
        *_characters(text, garbled, extract.damage, speech),
        *_words(text, speech),
        *_of_view(view, lines, {fault.start for fault in faults}, speech),
        *_repeated(extract, view, lines, sentences, speech),
        *_ends(view, lines, garbled, speech),
        *(_numbering(fault, view, speech) for fault in faults),
        *_furniture(text, view, lines, speech),
        *_script(_blanked(text, garbled), speech),
        *_disagreements(view, found, speech),
    ]
    return tuple(sorted(damage, key=lambda one: (one.start, one.end, one.kind)))


def _characters(
    text: str, garbled: Sequence[tuple[int, int]], told: Sequence[Damage], speech: Language
) -> Iterator[Damage]:
    for span in garbled:
        yield damage_kind("mojibake").at(span, speech, text=shown(text[slice(*span)]))
    known = [(one.start, one.end) for one in told if one.kind in _TOLD] + list(garbled)
    for span in _apart((match.span() for match in _LOST.finditer(text)), known):
        yield damage_kind("undecodable").at(span, speech, count=span[1] - span[0])
    for span in _apart((match.span() for match in _MEANINGLESS.finditer(text)), garbled):
        yield damage_kind("private-use").at(span, speech, count=span[1] - span[0])
    reached = 0
    for stray in sorted(stray_markup(text), key=lambda one: (one.start, -one.end)):
        if stray.start >= reached:
            reached = stray.end
            words = shown(text[stray.start : stray.end])
            yield damage_kind("stray-markup").at((stray.start, stray.end), speech, text=words)


def _words(text: str, speech: Language) -> Iterator[Damage]:
    for start, end, announced in taken_out(text):
        severity = Severity.INFO if announced else None
        yield damage_kind("eaten").at((start, end), speech, severity=severity, text=shown(text[start:end]))
    for span in units_alone(text):
        yield damage_kind("unit-without-number").at(span, speech, text=shown(text[slice(*span)]))


def _of_view(view: View, lines: Sequence[Paragraph], numbered: set[int], speech: Language) -> Iterator[Damage]:
    for match in _NUMBER.finditer(view.text):
        span = view.span(*match.span())
        if span[1] - span[0] != match.end() - match.start():
            yield damage_kind("broken-number").at(span, speech, text=match[0])
    for lone in lone_marks(view.text):
        words = shown(view.text[lone.start : lone.end])
        yield damage_kind(lone.kind).at(view.span(lone.start, lone.end), speech, text=words)
    for span in words_twice(view.text):
        if span[1] - 1 not in numbered:
            yield damage_kind("repeated-word").at(view.span(*span), speech, text=shown(view.text[slice(*span)]))
    for span in impossible_days(view.text):
        yield damage_kind("impossible-date").at(view.span(*span), speech, text=shown(view.text[slice(*span)]))


def _repeated(
    extract: Extract, view: View, lines: Sequence[Paragraph], sentences: Sequence[tuple[int, int]], speech: Language
) -> Iterator[Damage]:
    kind = damage_kind("duplicated-paragraph")
    feeds = [match.start() for match in re.finditer("\n", extract.text)]
    for again in passages_again(view.text, lines, sentences):
        line = bisect_left(feeds, view.origin[again.first]) + 1
        message = speech.say("the same words as in line {line}, with other figures", line=line)
        span = view.span(again.start, again.end)
        yield kind.at(span, speech, message=message if again.figures_differ else None, line=line)


def _ends(
    view: View, lines: Sequence[Paragraph], garbled: Sequence[tuple[int, int]], speech: Language
) -> Iterator[Damage]:
    kind = damage_kind("unfinished-paragraph")
    told = {end for _, end in garbled}
    for start, end, number in broken_off(lines):
        span = view.span(start, end)
        if told.isdisjoint(range(span[1] - 3, span[1] + 1)):
            message = speech.say("the paragraph ends with a number, without unit and stop") if number else None
            yield kind.at(span, speech, severity=Severity.MINOR if number else None, message=message)


def _numbering(fault: NumberingFault, view: View, speech: Language) -> Damage:
    written, read, before = fault.written, fault.read, fault.before
    match fault.fault:
        case Fault.LOST:
            message = speech.say("the number of this heading is missing; read as {number}", number=read)
        case Fault.SIGN:
            message = speech.say("half of the sign of this heading is missing; read as {number}", number=read)
        case Fault.GAP:
            message = speech.say(
                "{number} follows {before}; what stands between is missing", number=written, before=before
            )
        case Fault.FIRST:
            message = speech.say("the first heading of its row is {number}", number=written)
        case Fault.TWICE:
            message = speech.say("{number} stands a second time; read as {read}", number=written, read=read)
        case Fault.ORDER:
            message = speech.say("{number} is out of order; read as {read}", number=written, read=read)
        case Fault.AGAIN:
            message = speech.say("the numbers start again at {number}; a heading above may be missing", number=written)
    return damage_kind("section-number").at(view.span(fault.start, fault.end), speech, message=message)


def _furniture(text: str, view: View, lines: Sequence[Paragraph], speech: Language) -> Iterator[Damage]:
    kind = damage_kind("page-furniture")
    for line in lines:
        if is_furniture(line.text):
            yield kind.at(view.span(line.start, line.end), speech, text=shown(line.text))
        else:
            for start, end in furniture_within(line.text):
                span = view.span(line.start + start, line.start + end)
                yield kind.at(span, speech, text=shown(line.text[start:end]))
    for start, end in page_numbers(text):
        words = text[start:end]
        left = start + len(words) - len(words.lstrip())
        yield kind.at((left, left + len(words.strip())), speech, text=words.strip())


def _script(text: str, speech: Language) -> Iterator[Damage]:
    span = traditional_span(text)
    if span:
        yield damage_kind("traditional").at(span, speech)
        for start, end in misconverted_words(text):
            yield damage_kind("traditional-misconversion").at((start, end), speech, text=text[start:end])
    for start, end in stray_characters(text):
        yield damage_kind("traditional-misconversion").at((start, end), speech, text=shown(text[start:end]))


def _disagreements(view: View, found: Found, speech: Language) -> Iterator[Damage]:
    signature, number = found.signature, found.number
    if signature.day:
        span = view.span(signature.day.start, signature.day.end)
        words = shown(view.text[signature.day.start : signature.day.end])
        if signature.eaten or signature.stuck:
            severity = None if signature.eaten else Severity.INFO
            yield damage_kind("run-together-date").at(span, speech, severity=severity, text=words)
        elif signature.day.day is None and not list(
            impossible_days(view.text[signature.day.start : signature.day.end])
        ):
            yield damage_kind("impossible-date").at(span, speech, text=words)
    signed = found.facts.signed
    if signed and number and number.year != signed.year:
        custom = number.year == signed.year - 1 and signed <= date(signed.year, 3, 31)
        yield damage_kind("doc-number-year").at(
            view.span(number.start, number.end),
            speech,
            severity=Severity.INFO if custom else None,
            number_year=number.year,
            signed_year=signed.year,
        )
    said, opened = found.title_period, found.opening_period
    if said and opened and said.first.year == said.last.year and opened.year != said.year:
        yield damage_kind("title-year").at(
            view.span(said.start, said.end), speech, title_year=said.year, text_year=opened.year
        )


def _blanked(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """The text with blanks in place of these spans, which are in order and apart."""
    pieces: list[str] = []
    at = 0
    for start, end in spans:
        pieces += (text[at:start], " " * (end - start))
        at = end
    return "".join((*pieces, text[at:])) if pieces else text


def _apart(spans: Iterator[tuple[int, int]], others: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The spans, in order, that overlap none of the others."""
    told = sorted(others)
    at = 0
    for start, end in spans:
        while at < len(told) and told[at][1] <= start:
            at += 1
        if at == len(told) or told[at][0] >= end:
            yield start, end


def run_together(text: str, spans: Iterator[tuple[int, int]], gap: int = 2) -> tuple[tuple[int, int], ...]:
    """The spans in order, those that touch or nearly touch made one; not across a line."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1] + gap and "\n" not in text[joined[-1][1] : start]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)
