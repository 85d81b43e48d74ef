"""An .ofd file (GB/T 33190, the national format for fixed layouts) → its text, page by page.

The file is a zip of XML: `OFD.xml` names the documents, each names its pages, a page holds text objects with the place
of every character. Pages are put together like those of a PDF.
"""

from __future__ import annotations

import math
import posixpath
from collections.abc import Iterator
from typing import Any

from yifa.reader.intake.blocks import Gathered
from yifa.reader.intake.limits import DEEPEST_NESTING, MOST_PAGES
from yifa.reader.intake.packages import Package, attribute, child, local
from yifa.reader.intake.page_lines import Page, Piece
from yifa.reader.intake.page_paragraphs import gather_pages
from yifa.reader.intake.refusals import Reason, Unreadable

_ROOT = "OFD.xml"
_A4 = (210.0, 297.0)
_BREAK = 0.5  # sizes between two characters from which on they are pieces of their own
_MOST_CHARACTERS = 100_000  # in one text object
_Matrix = tuple[float, float, float, float, float, float]
_AS_IS: _Matrix = (1, 0, 0, 1, 0, 0)


def read_ofd(package: Package) -> Gathered:
    """The text of an .ofd. Raises `Unreadable`: encrypted, scanned, no_text, broken, too_many_pages."""
    pages: list[Page] = []
    for path in _documents(package):
        document = package.xml(path)
        if document is None:
            raise Unreadable(Reason.ENCRYPTED if _is_encrypted(package) else Reason.BROKEN, part=path)
        pages += _read_document(package, document, posixpath.dirname(path), len(pages))
    return gather_pages(pages)


def _documents(package: Package) -> list[str]:
    root = package.xml(_ROOT)
    found = [] if root is None else [body for body in root if local(body) == "DocBody"]
    paths = [_text_of(child(body, "DocRoot")) for body in found]
    if not any(paths):
        raise Unreadable(Reason.BROKEN, part=_ROOT)
    return [path.lstrip("/") for path in paths if path]


def _is_encrypted(package: Package) -> bool:
    return any("encrypt" in name.lower() for name in package.names())


def _read_document(package: Package, document: Any, folder: str, before: int) -> Iterator[Page]:
    common = child(document, "CommonData")
    templates: dict[str, str] = {}
    usual_box: Any | None = None
    if common is not None:
        usual_box = child(common, "PageArea")
        for part in common:
            if local(part) == "TemplatePage":
                templates[attribute(part, "ID")] = _where(package, folder, attribute(part, "BaseLoc"))
    listed = child(document, "Pages")
    places = [] if listed is None else [attribute(page, "BaseLoc") for page in listed if local(page) == "Page"]
    if before + len(places) > MOST_PAGES:
        raise Unreadable(Reason.TOO_MANY_PAGES, pages=before + len(places), limit=MOST_PAGES)
    for number, place in enumerate(places, before + 1):
        path = _where(package, folder, place)
        try:
            page = package.xml(path)
        except Unreadable as trouble:
            if trouble.reason is Reason.BROKEN and _is_encrypted(package):
                raise Unreadable(Reason.ENCRYPTED) from trouble
            raise
        if page is None:
            raise Unreadable(Reason.ENCRYPTED if _is_encrypted(package) else Reason.BROKEN, part=path)
        yield _read_page(package, page, number, usual_box, templates)


def _where(package: Package, folder: str, place: str) -> str:
    """A place named in a document: from the root when it begins with a stroke, otherwise from the document's folder."""
    if place.startswith("/"):
        return posixpath.normpath(place).lstrip("/")
    inside = posixpath.normpath(posixpath.join(folder, place))
    return inside if inside in package else posixpath.normpath(place)


def _read_page(package: Package, page: Any, number: int, usual_box: Any, templates: dict[str, str]) -> Page:
    own_box = child(page, "Area")
    left, top, width, height = _box(own_box if own_box is not None else usual_box)
    contents = [page]
    for part in page:
        if local(part) == "Template":
            template = package.xml(templates.get(attribute(part, "TemplateID"), ""))
            contents += [] if template is None else [template]
    pieces: list[Piece] = []
    pictures = False
    for content in contents:
        layers = child(content, "Content")
        if layers is not None:
            for element, matrix in _objects(layers, (1, 0, 0, 1, -left, -top), 0):
                if local(element) == "TextObject":
                    pieces += _pieces(element, matrix)
                else:
                    pictures = True
    return Page(number, width, height, tuple(pieces), pictures)


def _box(area: Any | None) -> tuple[float, float, float, float]:
    numbers = _numbers(_text_of(None if area is None else child(area, "PhysicalBox")))
    return (*numbers[:4],) if len(numbers) >= 4 else (0.0, 0.0, *_A4)  # type: ignore[return-value]


def _objects(container: Any, matrix: _Matrix, depth: int) -> Iterator[tuple[Any, _Matrix]]:
    """The texts and pictures of a layer, those in blocks of blocks too, each with the matrix that places it."""
    if depth > DEEPEST_NESTING:
        raise Unreadable(Reason.BROKEN, part="PageBlock")
    for element in container:
        match local(element):
            case "Layer":
                yield from _objects(element, matrix, depth + 1)
            case "PageBlock":
                yield from _objects(element, _then(_placed(element), matrix), depth + 1)
            case "TextObject" | "ImageObject":
                if attribute(element, "Visible", "true").lower() != "false":
                    yield element, _then(_placed(element), matrix)


def _placed(element: Any) -> _Matrix:
    """From an object's own coordinates to those around it: its CTM, then the corner of its boundary."""
    corner = _numbers(attribute(element, "Boundary"))
    own = _numbers(attribute(element, "CTM"))
    matrix: _Matrix = (*own[:6],) if len(own) >= 6 else _AS_IS  # type: ignore[assignment]
    return _then(matrix, (1, 0, 0, 1, corner[0], corner[1])) if len(corner) >= 2 else matrix


def _pieces(element: Any, matrix: _Matrix) -> Iterator[Piece]:
    """The pieces of a text object; text set at a slant is a water mark and left out."""
    a, b, c, d, _, _ = matrix
    size = (_numbers(attribute(element, "Size")) or [0.0])[0]
    scale = attribute(element, "HScale")
    wide = size * math.hypot(a, b) * ((_numbers(scale) or [1.0])[0] if scale else 1.0)
    if abs(b) > 0.1 * abs(a) or a < 0 or size <= 0:
        return
    x = y = 0.0
    for code in element:
        if local(code) != "TextCode":
            continue
        text = (code.text or "")[:_MOST_CHARACTERS]
        x = (_numbers(attribute(code, "X")) or [x])[0]
        y = (_numbers(attribute(code, "Y")) or [y])[0]
        steps = _deltas(attribute(code, "DeltaX"), len(text))
        falls = _deltas(attribute(code, "DeltaY"), len(text))
        yield from _code_pieces(text, (x, y), steps, falls, matrix, wide, size * math.hypot(c, d))


def _code_pieces(
    text: str,
    at: tuple[float, float],
    steps: list[float],
    falls: list[float],
    matrix: _Matrix,
    wide: float,
    size: float,
) -> Iterator[Piece]:
    a, b, c, d, e, f = matrix
    x, y = at
    run = ""
    begin = end = line = 0.0
    for index, character in enumerate(text):
        across, down = a * x + c * y + e, b * x + d * y + f
        if run and (across - end > _BREAK * size or across < end - size or abs(down - line) > _BREAK * size):
            yield Piece(run, begin, end, line, size)
            run = ""
        if not run:
            begin, line = across, down
        run += character
        step = steps[index] * math.hypot(a, b) if index < len(steps) else 0.0
        end = across + (step if 0 < step <= 1.3 * wide else wide * (0.5 if character.isascii() else 1.0))
        if index < len(steps):
            x += steps[index]
        elif not steps and not falls:
            x += (wide / (math.hypot(a, b) or 1)) * (0.5 if character.isascii() else 1.0)
        y += falls[index] if index < len(falls) else 0.0
    if run:
        yield Piece(run, begin, end, line, size)


def _deltas(written: str, count: int) -> list[float]:
    """Steps between characters; `g n v` stands for n times v."""
    words = written.split()
    steps: list[float] = []
    place = 0
    while place < len(words) and len(steps) < count:
        if words[place] == "g" and place + 2 < len(words):
            times = int((_numbers(words[place + 1]) or [0.0])[0])
            steps += (_numbers(words[place + 2]) or [0.0]) * max(0, min(times, count - len(steps)))
            place += 3
        else:
            steps += _numbers(words[place])[:1] or [0.0]
            place += 1
    return steps


def _then(first: _Matrix, second: _Matrix) -> _Matrix:
    """One placement after the other."""
    a, b, c, d, e, f = first
    g, h, i, j, k, m = second
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)


def _numbers(written: str) -> list[float]:
    """The numbers of an attribute; whatever is none ends the list."""
    numbers: list[float] = []
    for word in written.replace(",", " ").split():
        try:
            number = float(word)
        except ValueError:
            break
        numbers.append(number if math.isfinite(number) and abs(number) < 1e9 else 0.0)
    return numbers


def _text_of(element: Any | None) -> str:
    return "" if element is None else (element.text or "").strip()
