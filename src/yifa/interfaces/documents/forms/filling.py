"""Places of a form, found and filled: 〔案号〕 in plain words, however an editor has split them into runs.

A value takes the look of the sign with which its place begins. A value of several lines becomes several paragraphs of
the same form. A year in such brackets (〔2026〕) is no place.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from yifa.interfaces.documents.forms.package import WORD, names_with_words, package, parts_of, tree, written

LONGEST_NAME = 40
LARGE, SMALL, SEEN = 18.0, 13.0, 300
"""Points of letters that make a title, and of small ones; twentieths of a point of an indent that is seen."""
_PLACE = re.compile(rf"[〔﹝]([^〔〕﹝﹞\n]{{1,{LONGEST_NAME}}})[〕﹞]")
_NEW_LINE = "\ue000"
"""Stands for the end of a line until paragraphs are split."""
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_P, _R, _T, _TAB, _BR, _CR = (f"{{{WORD}}}{name}" for name in ("p", "r", "t", "tab", "br", "cr"))
_PPR, _RPR, _SECT = (f"{{{WORD}}}{name}" for name in ("pPr", "rPr", "sectPr"))
_VAL = f"{{{WORD}}}val"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a paragraph: words as they stand, or a place by its name."""

    words: str
    is_place: bool = False


def places_of(data: bytes) -> list[str]:
    """The places of a form by their names, each once, in the order of reading. Raises `NotAForm`."""
    found: dict[str, None] = {}
    for paragraph in paragraphs_of(data):
        found.update((piece.words, None) for piece in paragraph.pieces if piece.is_place)
    return list(found)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of a form, and how it stands on the page, as far as a plain page can show it."""

    pieces: tuple[Piece, ...]
    look: str
    """blank, title, centre, right, centred at the right (right centre), indented, or small letters"""

    @property
    def words(self) -> str:
        """Its words, without what stands around them."""
        return "".join(map(_shown, self.pieces)).strip()


def paragraphs_of(data: bytes) -> list[Paragraph]:
    """The paragraphs of a form, in the order of reading, without those of heads, feet and notes that have no place."""
    parts = parts_of(data)
    found = []
    for name in names_with_words(parts):
        for paragraph in tree(parts[name]).iter(_P):
            pieces = tuple(_pieces("".join(text for _, text in _texts(paragraph))))
            if name == "word/document.xml" or any(piece.is_place for piece in pieces):
                found.append(Paragraph(pieces, _look(paragraph)))
    return found


def _look(paragraph: Any) -> str:
    """How a paragraph stands: by its side, its first line and the size of its letters."""
    side = paragraph.find(f"{_PPR}/{{{WORD}}}jc")
    indent = paragraph.find(f"{_PPR}/{{{WORD}}}ind")
    size = paragraph.find(f".//{_RPR}/{{{WORD}}}sz")
    held = {} if indent is None else {name.rpartition("}")[2]: value for name, value in indent.attrib.items()}
    points = int(size.get(_VAL, "0")) / 2 if size is not None and str(size.get(_VAL)).isdecimal() else 0.0
    match "" if side is None else side.get(_VAL):
        case "center" if points >= LARGE:
            return "title"
        case "center":
            return "right centre" if _far(held.get("left", held.get("start", ""))) else "centre"
        case "right" | "end":
            return "right"
    if held.get("firstLineChars", "0") not in ("", "0") or _far(held.get("firstLine", "")):
        return "indented"
    return "small" if 0 < points <= SMALL else ""


def _far(twips: str) -> bool:
    """Whether an indent is one that is seen."""
    return twips.isdecimal() and int(twips) >= SEEN


def filled(data: bytes, values: Mapping[str, str], *, blank: str | None = None) -> bytes:
    """A form with its places filled. Where nothing is told stands `blank`; None leaves the place. Raises `NotAForm`."""
    parts = parts_of(data)
    for name in names_with_words(parts):
        root = tree(parts[name])
        changed = False
        for paragraph in list(root.iter(_P)):
            if _fill(paragraph, lambda place: values.get(place) or blank):
                changed = True
                _split(paragraph)
        if changed:
            parts[name] = written(root)
    return package(parts)


def words_of(data: bytes) -> str:
    """The words of a document, a line for each paragraph. Raises `NotAForm`."""
    return "\n".join(one.words for one in paragraphs_of(data) if one.words)


def _shown(piece: Piece) -> str:
    return f"〔{piece.words}〕" if piece.is_place else piece.words


def _texts(paragraph: Any) -> Iterator[tuple[Any, str]]:
    """The words of a paragraph, node by node; not those of a paragraph within it (a box of text)."""
    for node in paragraph.iter(_T, _TAB, _BR, _CR):
        above = node.getparent()
        while above is not None and above.tag != _P:
            above = above.getparent()
        if above is not paragraph or node.getparent().tag != _R:
            continue
        yield node, (node.text or "") if node.tag == _T else "\t" if node.tag == _TAB else "\n"


def _name(raw: str) -> str:
    """The name of a place without spaces; blank where it is none: a year, or nothing."""
    name = "".join(raw.split()).replace(":", "：").replace("．", ".")
    return "" if not name or name.isdecimal() else name


def _pieces(words: str) -> Iterator[Piece]:
    at = 0
    for match in _PLACE.finditer(words):
        if not (name := _name(match[1])):
            continue
        if match.start() > at:
            yield Piece(words[at : match.start()])
        yield Piece(name, is_place=True)
        at = match.end()
    if at < len(words):
        yield Piece(words[at:])


def _fill(paragraph: Any, value: Callable[[str], str | None]) -> bool:
    """Write values into the places of one paragraph; whether anything was written."""
    nodes = list(_texts(paragraph))
    words = "".join(text for _, text in nodes)
    places = [(match, name) for match in _PLACE.finditer(words) if (name := _name(match[1]))]
    done = False
    for match, name in reversed(places):
        if (told := value(name)) is None:
            continue
        lines = _NOT_XML.sub("", told).strip().replace("\r\n", "\n").replace("\r", "\n")
        _write(nodes, match.start(), match.end(), lines.replace("\n", _NEW_LINE))
        done = True
    return done


def _write(nodes: list[tuple[Any, str]], start: int, end: int, value: str) -> None:
    """Put a value in place of some signs, which may stand in several nodes: it goes into the first of them."""
    at, put = 0, False
    for number, (node, _) in enumerate(nodes):
        text = (node.text or "") if node.tag == _T else "\n"
        first, last = max(start - at, 0), min(end - at, len(text))
        at += len(nodes[number][1])
        if node.tag != _T or first >= last:
            continue
        node.text = text[:first] + ("" if put else value) + text[last:]
        node.set(_SPACE, "preserve")
        put = True


def _split(paragraph: Any) -> None:
    """Make paragraphs out of the lines of a value; breaks, where the paragraph ends a section."""
    nodes = [node for node, _ in _texts(paragraph) if node.tag == _T]
    if not any(_NEW_LINE in (node.text or "") for node in nodes):
        return
    if paragraph.find(f"{_PPR}/{_SECT}") is not None:
        for node in nodes:
            _broken(node)
        return
    lines = _lines(nodes)
    after = paragraph
    for line in lines[1:]:
        made = paragraph.makeelement(_P)
        if (properties := paragraph.find(_PPR)) is not None:
            made.append(copy.deepcopy(properties))
        for node, text in line:
            run = made.makeelement(_R)
            if (look := node.getparent().find(_RPR)) is not None:
                run.append(copy.deepcopy(look))
            words = run.makeelement(_T)
            words.text = text
            words.set(_SPACE, "preserve")
            run.append(words)
            made.append(run)
        after.addnext(made)
        after = made
    kept = {id(node): text for node, text in lines[0]}
    for node in nodes:
        node.text = kept.get(id(node), "")


def _lines(nodes: list[Any]) -> list[list[tuple[Any, str]]]:
    """The words of nodes, line by line, each with the node it has its look from."""
    lines: list[list[tuple[Any, str]]] = [[]]
    for node in nodes:
        first, *rest = (node.text or "").split(_NEW_LINE)
        if first:
            lines[-1].append((node, first))
        for text in rest:
            lines.append([(node, text)])
    return lines


def _broken(node: Any) -> None:
    """The lines of a node, with breaks between."""
    first, *rest = (node.text or "").split(_NEW_LINE)
    node.text, after = first, node
    for text in rest:
        line = node.makeelement(_BR)
        words = node.makeelement(_T)
        words.text = text
        words.set(_SPACE, "preserve")
        after.addnext(line)
        line.addnext(words)
        after = words
