"""What of a web page is furniture: menus, bread crumbs, page feet, share buttons, counters — not the text it carries.

Nothing is judged by where it stands alone. Furniture shows by its tag, by the names its makers gave it, by being made
of links, or by the sentences page feet are made of; the container with most of the prose, and what holds it, always
stays. So a figure is lost only where a site sets it among its links.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from lxml import etree

_NEVER_TEXT = """
script style noscript template svg object embed applet iframe head map canvas audio video select option button input
textarea datalist dialog
"""
NEVER_TEXT = frozenset(_NEVER_TEXT.split())
"""Elements whose content is never text of the page."""
_FURNITURE_TAGS = frozenset({"nav", "footer", "aside", "menu"})
_FURNITURE_NAMES = re.compile(
    r"(?:^|[-_\s])(?:(?:top|main|sub|site|left|right|page|bottom)?[-_]?"
    r"(?:nav|navi|navbar|navigation|menu|crumbs?|breadcrumbs?|bread|foot|footer|copyright|sidebar|toolbar|searchbox|"
    r"search|banner|login|pager|pagination|paging|related|recommend|qrcode|ewm|share|bshare|bdshare\w*|weixin|wechat|"
    r"weibo|friendlinks?|links|location|position|wza|accessibility|fontsize|print))(?:$|[-_\s\d])",
    re.IGNORECASE,
)
_FURNITURE_SENTENCES = re.compile(
    r"[A-Z]?ICP[备证]|公网安备|网站标识码|版权所有|技术支持[:：]|(?:主办|承办|维护)(?:单位)?[:：]|网站地图|联系我们|建议使用.{0,20}分辨率|"
    r"^上一[篇条页][:：]?|^下一[篇条页][:：]?|^(?:[【\[]?(?:打印|关闭|收藏)(?:本页|窗口|此页)?[】\]]?\s*)+$|^分享到|扫一扫|"
    r"^(?:您|你)?(?:现在|当前)?(?:所在)?的?位置[:：]|^首页\s*[>＞»]"
)
_FACTS = re.compile(
    r"索\s*引\s*号|文\s*号|发文字号|发布(?:时间|日期|机构|单位)|成文日期|公开(?:日期|时间)|生成日期|发文机[关构]|信息来源|来\s*源[:：]|主题分类"
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_PROSE_MARKS = "，。；、"
_LARGE = 0.15  # share of a page's prose from which on nothing is furniture by its name alone
_MAIN = 0.7  # share of the prose that leads further down to the main container
_FEW_LINKS = 3
_SHORT = 300  # characters of a sentence that a page foot is made of


@dataclass
class _Amount:
    """What stands below an element: characters, characters in links, how many links, characters of prose."""

    characters: int = 0
    linked: int = 0
    links: int = 0
    prose: int = 0


def furniture(root: Any) -> set[Any]:
    """The elements of a page (each with all that is in it) that are no part of its text."""
    amounts = _measure(root)
    main = _main_container(root, amounts)
    holders = {main, *main.iterancestors()}
    protected = main.tag not in {"html", "body"}
    found: set[Any] = set()
    inside = False
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        if event == "end":
            inside = inside and element is not main
            continue
        inside = inside or (protected and element is main)
        if not isinstance(element.tag, str):
            continue
        by_nature = element.tag in NEVER_TEXT or _is_hidden(element, amounts, amounts[root].prose)
        outside = not inside and element not in holders
        if by_nature or (outside and _is_furniture(element, amounts[element], amounts[root].prose)):
            found.add(element)
            walk.skip_subtree()
    return found


def _measure(root: Any) -> dict[Any, _Amount]:
    amounts: dict[Any, _Amount] = {}
    walk = etree.iterwalk(root, events=("start", "end"))
    in_link = 0
    for event, element in walk:
        if not isinstance(element.tag, str):
            continue
        if event == "start":
            amounts[element] = _Amount()
            in_link += element.tag == "a"
            _add_text(amounts[element], element.text, in_link > 0)
            if element.tag in NEVER_TEXT:
                amounts[element] = _Amount()
                walk.skip_subtree()
            continue
        in_link -= element.tag == "a"
        own = amounts[element]
        own.links += element.tag == "a"
        parent = element.getparent()
        if parent is not None:
            above = amounts[parent]
            above.characters += own.characters
            above.linked += own.linked
            above.links += own.links
            above.prose += own.prose
            _add_text(above, element.tail, in_link > 0)
    return amounts


def _add_text(amount: _Amount, text: str | None, is_link: bool) -> None:
    length = len((text or "").strip())
    amount.characters += length
    amount.linked += length * is_link
    if text and not is_link and ("。" in text or sum(map(text.count, _PROSE_MARKS)) > 1):
        amount.prose += length


def _main_container(root: Any, amounts: dict[Any, _Amount]) -> Any:
    """The innermost element that holds most of the prose."""
    main = root
    while True:
        inner = max(
            (part for part in main if isinstance(part.tag, str)), key=lambda part: amounts[part].prose, default=None
        )
        if inner is None or not amounts[main].prose or amounts[inner].prose < _MAIN * amounts[main].prose:
            return main
        main = inner


def _is_hidden(element: Any, amounts: dict[Any, _Amount], prose: int) -> bool:
    hidden = element.get("hidden") is not None or _HIDDEN.search(element.get("style") or "") is not None
    return hidden and amounts[element].prose <= _LARGE * prose


def _is_furniture(element: Any, amount: _Amount, prose: int) -> bool:
    if amount.prose > _LARGE * max(1, prose):
        return False
    text = "".join(element.itertext()).strip() if amount.characters <= _SHORT else ""
    if _FACTS.search(text):
        return False
    if element.get("title") in {"header", "footer"}:  # a page's head and foot, as word processors save them
        return True
    if element.tag in _FURNITURE_TAGS or (element.tag == "header" and element.find(".//h1") is None):
        return True
    if _FURNITURE_NAMES.search(" ".join((element.get(name) or "")[:_SHORT] for name in ("class", "id", "role"))):
        return True
    if amount.links >= _FEW_LINKS and 2 * amount.linked > amount.characters:
        return True
    return bool(text) and _FURNITURE_SENTENCES.search(text) is not None
