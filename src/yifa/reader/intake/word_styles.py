"""What a Word document's style and numbering parts say: which styles are numbered, and how a list counts."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from yifa.reader.intake.packages import attribute, child, local
from yifa.reader.intake.word_numbering import LEVELS, Instance, Level


@dataclass(frozen=True)
class StyleNumber:
    """The list and level that a style gives its paragraphs; None where the style says nothing."""

    list_id: str | None = None
    depth: int | None = None


def whole(text: str, default: int = 0) -> int:
    """A whole number out of an attribute, or the default."""
    try:
        return int(text[:12])
    except ValueError:
        return default


def read_styles(root: Any | None) -> tuple[dict[str, StyleNumber], frozenset[str]]:
    """The numbers of paragraph styles, those inherited included, and the styles whose text is hidden."""
    if root is None:
        return {}, frozenset()
    own: dict[str, tuple[StyleNumber, str]] = {}
    hidden = set()
    for style in root:
        if local(style) != "style":
            continue
        name = attribute(style, "styleId")
        based = child(style, "basedOn")
        own[name] = (read_number(child(style, "pPr")), "" if based is None else attribute(based, "val"))
        if is_on(child(style, "rPr", "vanish")):
            hidden.add(name)
    return {name: _inherited(name, own) for name in own}, frozenset(hidden)


def read_number(properties: Any | None) -> StyleNumber:
    """The list and level that paragraph properties name."""
    numbered = None if properties is None else child(properties, "numPr")
    if numbered is None:
        return StyleNumber()
    list_id, depth = child(numbered, "numId"), child(numbered, "ilvl")
    return StyleNumber(
        None if list_id is None else attribute(list_id, "val"),
        None if depth is None else whole(attribute(depth, "val")),
    )


def is_on(element: Any | None) -> bool:
    """Whether a switch such as `w:vanish` is there and not switched off."""
    return element is not None and attribute(element, "val", "1").lower() not in {"0", "false", "off"}


def read_lists(root: Any | None) -> tuple[dict[str, Instance], dict[str, int]]:
    """The lists of a document by their id, and the level that each linked style stands for."""
    if root is None:
        return {}, {}
    abstract: dict[str, dict[int, Level]] = {}
    linked: dict[str, int] = {}
    borrowed: dict[str, str] = {}  # abstract list that only names a list style → that style
    style_lists: dict[str, str] = {}  # list style → abstract list that defines it
    for element in root:
        if local(element) != "abstractNum":
            continue
        key = attribute(element, "abstractNumId")
        abstract[key] = {}
        for part in element:
            match local(part):
                case "lvl":
                    depth = whole(attribute(part, "ilvl"))
                    abstract[key][depth] = _read_level(part)
                    style = child(part, "pStyle")
                    if style is not None:
                        linked[attribute(style, "val")] = depth
                case "numStyleLink":
                    borrowed[key] = attribute(part, "val")
                case "styleLink":
                    style_lists[attribute(part, "val")] = key
    for key, style_name in borrowed.items():
        if not abstract[key]:
            abstract[key] = abstract.get(style_lists.get(style_name, ""), {})
    return {
        attribute(element, "numId"): _read_instance(element, abstract) for element in root if local(element) == "num"
    }, linked


def _inherited(name: str, own: dict[str, tuple[StyleNumber, str]]) -> StyleNumber:
    list_id, depth = None, None
    seen: set[str] = set()
    while name in own and name not in seen:
        seen.add(name)
        number, base = own[name]
        list_id = number.list_id if list_id is None else list_id
        depth = number.depth if depth is None else depth
        name = base
    return StyleNumber(list_id, depth)


def _read_level(element: Any) -> Level:
    said = {local(part): attribute(part, "val") for part in element}
    style = said.get("numFmt", "")
    if not style:  # a newer format stands in an alternative, with the format as a picture of itself
        alternative = child(element, "AlternateContent", "Choice", "numFmt")
        style = "decimal" if alternative is None else _by_picture(attribute(alternative, "format"))
    return Level(
        style=style,
        pattern=said.get("lvlText", ""),
        start=whole(said.get("start", "0")),
        legal=is_on(child(element, "isLgl")),
        gap=said.get("suff", "tab") != "nothing",
        restart=whole(said["lvlRestart"]) if "lvlRestart" in said else None,
    )


def _by_picture(picture: str) -> str:
    first = picture.split(",", maxsplit=1)[0].strip()
    return "decimalZero" if first[:1] == "0" else "decimalEnclosedCircle" if first == "①" else "decimal"


def _read_instance(element: Any, abstract: dict[str, dict[int, Level]]) -> Instance:
    link = child(element, "abstractNumId")
    key = "" if link is None else attribute(link, "val")
    levels = dict(abstract.get(key, {}))
    restarted = set()
    for override in element:
        if local(override) != "lvlOverride":
            continue
        depth = whole(attribute(override, "ilvl"))
        level, start = child(override, "lvl"), child(override, "startOverride")
        if level is not None and 0 <= depth < LEVELS:
            levels[depth] = _read_level(level)
        if start is not None and depth in levels:
            restarted.add(depth)
            levels[depth] = replace(levels[depth], start=whole(attribute(start, "val"), 1))
    return Instance(key, levels, frozenset(restarted))
