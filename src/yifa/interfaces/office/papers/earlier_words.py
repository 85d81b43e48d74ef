"""What earlier papers of a case say in places of the same name, so that a new draft begins with it and nobody types it
twice: 违法事实 of the notice stands in the decision until the drafter changes it there.

What was issued is read back by the form it was written with: the words between those of the form. Where two places
stand side by side and it cannot be told which words are whose, none of them is taken. Of other cases of the organ only
what is the organ's own is taken: its telephone, its address, where its decisions are complained of.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from yifa.interfaces.documents.forms.filling import Paragraph, paragraphs_of
from yifa.interfaces.documents.forms.package import NotAForm
from yifa.interfaces.office.papers.draft_files import BY_HAND
from yifa.interfaces.office.papers.forms_in_use import form_in_use
from yifa.record.cases.models import Case
from yifa.record.chain.chained import values_of
from yifa.record.evidence.errors import Damaged
from yifa.record.organs.models import Organ
from yifa.record.papers.models import Document, Draft
from yifa.record.papers.templates import FormOf

OF_THE_ORGAN = ("联系电话", "机关地址", "行政复议机关", "人民法院")
"""Places in which every paper of an organ says the same."""
LOOKED_AT = 20
"""So many papers of the organ, the last first, are read for those."""


def earlier_words(case: Case, wanted: Sequence[str]) -> dict[str, tuple[str, str]]:
    """What stands in places of these names already, and in which paper: drafts of the case, its papers, the organ's."""
    found: dict[str, tuple[str, str]] = {}
    for paper, values in _said(case):
        found |= {
            name: (words, paper) for name, words in values.items() if name in wanted and name not in found and words
        }
    rest = [name for name in wanted if name in OF_THE_ORGAN and name not in found]
    if rest:
        found |= _of_organ(case.organ, rest)
    return found


def _said(case: Case) -> Iterator[tuple[str, Mapping[str, str]]]:
    for draft in Draft.objects.filter(case=case).order_by("-edited_at", "-id"):
        yield draft.paper, {str(name): str(words) for name, words in draft.values.items()}
    yield from _issued(list(Document.objects.filter(case=case).select_related("case__organ").order_by("-id")))


def _of_organ(organ: Organ, names: Sequence[str]) -> dict[str, tuple[str, str]]:
    rows = Document.objects.filter(case__organ=organ).select_related("case__organ").order_by("-id")[:LOOKED_AT]
    found: dict[str, tuple[str, str]] = {}
    for paper, values in _issued(list(rows)):
        found |= {name: (values[name], paper) for name in names if name not in found and values.get(name)}
        if len(found) == len(names):
            break
    return found


def _issued(rows: Sequence[Document]) -> Iterator[tuple[str, Mapping[str, str]]]:
    told = values_of(rows)
    for one in rows:
        text = str(told.get(one.text, ""))
        if text:
            of = FormOf(one.case.procedure, one.act, one.paper)
            yield one.paper, _read_back(one.case.organ, of, one.issued_on, text)


def _read_back(organ: Organ, of: FormOf, day: date, text: str) -> Mapping[str, str]:
    try:
        paragraphs = paragraphs_of(form_in_use(organ, of, day).data)
    except (Damaged, NotAForm, OSError):
        return {}
    values = read_between([piece for one in paragraphs if one.words for piece in _line(one)], text)
    return {name: words for name, words in values.items() if BY_HAND not in words}


def _line(paragraph: Paragraph) -> Iterator[tuple[str, bool]]:
    """The pieces of a paragraph as its words are kept: without what stands around them, with the end of the line."""
    last = len(paragraph.pieces) - 1
    for place, piece in enumerate(paragraph.pieces):
        words = piece.words
        if not piece.is_place:
            words = words.lstrip() if place == 0 else words
            words = words.rstrip() if place == last else words
        yield words, piece.is_place
    yield "\n", False


def read_between(pieces: Iterable[tuple[str, bool]], text: str) -> dict[str, str]:
    """What a text says in the places of a form; nothing where the words of the form do not stand in it.

    `pieces`: the form, each piece with whether it is a place.

    >>> read_between([("一、事实\\n", False), ("事实", True), ("\\n以上。", False)], "一、事实\\n甲\\n乙\\n以上。")
    {'事实': '甲\\n乙'}
    """
    fixed, places = [""], list[list[str]]()
    for words, is_place in pieces:
        if not is_place:
            fixed[-1] += words
        elif places and not fixed[-1].strip():
            places[-1].append(words)
            fixed[-1] = ""
        else:
            places.append([words])
            fixed.append("")
    first, *following = fixed
    if not text.startswith(first):
        return {}
    found, at = dict[str, str](), len(first)
    for names, after in zip(places, following, strict=True):
        end = text.find(after.rstrip(), at) if after.strip() else len(text)
        if end < 0:
            return {}
        found |= _shared(names, text[at:end].strip())
        at = end + len(after)
    return found


def _shared(names: Sequence[str], words: str) -> dict[str, str]:
    """Words that stand in one place, or line by line in several."""
    if len(names) == 1:
        return {names[0]: words}
    lines = words.split("\n")
    return dict(zip(names, lines, strict=True)) if len(lines) == len(names) else {}
