"""The text stage: an extract made ready to be read for figures.

    normalise   the view: plain characters, Simplified, nothing broken apart; with the way back
    sections    headings as a tree with mended paths; sentences
    facts       what kind of text, whose, of which period, numbered, signed and published when
    damage      what is not as its author left it, or not as it should be

For those who read the view: digits, Latin letters, brackets and signs (`():;!?%.`) are ASCII, but a full-width comma
`，` stays one (it parts clauses or numbers, and is no thousands separator), and so do 。、“”《》; where the text has
ASCII commas, they stay too. Every blank is a plain blank, tabs part cells, line feeds end paragraphs or rows.
Ideographs are Simplified. `2 0 2 1 年`, `12 件` and `1,2 34件` are written as they are meant.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace

from yifa.reader.reading import Extract, Prepared, View
from yifa.reader.text.catalogue import DamageKind, damage_kind, damage_kinds
from yifa.reader.text.damage import find_damage, run_together
from yifa.reader.text.facts import find_facts
from yifa.reader.text.mojibake import mojibake
from yifa.reader.text.normalise import normalise
from yifa.reader.text.paragraphs import paragraphs
from yifa.reader.text.sections import find_sections
from yifa.reader.text.sentences import find_sentences
from yifa.wording import Language

__all__ = ["DamageKind", "damage_kind", "damage_kinds", "normalise", "prepare"]


def prepare(extract: Extract, *, speech: Language) -> Prepared:
    """An extract with its view, sections, sentences, facts and damage; `speech` words the damage."""
    view = normalise(extract.text)
    garbled = run_together(extract.text, mojibake(extract.text))
    lines = paragraphs(view.text)
    sections, faults = find_sections(view)
    sentences = find_sentences(view.text, _within(view, garbled))
    first_heading = bisect_left(view.origin, sections[1].start) if len(sections) > 1 else None
    found = find_facts(view, lines, first_heading)
    damage = find_damage(
        extract, view, garbled=garbled, lines=lines, sentences=sentences, faults=faults, found=found, speech=speech
    )
    head = replace(sections[0], title=found.facts.title or "")
    return Prepared(extract, view, (head, *sections[1:]), sentences, found.facts, damage)


def _within(view: View, spans: tuple[tuple[int, int], ...]) -> frozenset[int]:
    """The places of the view whose characters lie in these spans of the extracted text."""
    return frozenset(
        place for start, end in spans for place in range(bisect_left(view.origin, start), bisect_left(view.origin, end))
    )
