"""A web page (.html, or a .doc that is really one) → its text: paragraphs and tables, without the site's furniture.

The head that government pages carry (索引号, 文号, 发布时间) stays; where it is only in the page's meta tags, which the
national guide for government websites asks for, title and day of publication are put in front.
"""

from __future__ import annotations

import email
import re
from itertools import islice
from typing import Any

from lxml import etree

from yifa.reader.intake.blocks import Gathered, Gathering, lay_out, texts
from yifa.reader.intake.decode import decode
from yifa.reader.intake.limits import MOST_TAGS
from yifa.reader.intake.refusals import Reason, Unreadable
from yifa.reader.intake.web_blocks import page_blocks
from yifa.reader.intake.web_chrome import furniture

_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_\-]+)""", re.IGNORECASE)
_META = "网页信息"
_SITE_NAME = re.compile(r"\s*(?:[-_|—–－]+|\s{2,})\s*[^-_|—–－]*(?:网|网站|平台|门户|政府|政务公开)\s*$")
_PUBLISHED = re.compile(r"(?:发布|公开|生成|成文|发文)(?:时间|日期)|日\s*期\s*[:：]")
_DAY = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})")
_LONGEST_TITLE = 400
_HEAD = 3000  # characters in which a title and a day of publication are looked for


def declared_encoding(data: bytes) -> str | None:
    """The encoding that a page says it has, in its first few thousand bytes."""
    found = _DECLARED.search(data[:4096])
    return found.group(1).decode("ascii") if found else None


def read_page(data: bytes) -> Gathered:
    """The text of a web page. Raises `Unreadable`."""
    decoded = decode(data, declared_encoding(data))
    root = parse_page(decoded.text)
    blocks = page_blocks(root, furniture(root))
    gathering = Gathering()
    head = "\n".join(islice(texts(blocks), 60))[:_HEAD]
    if head.strip():
        for line in _missing_head(root, head):
            gathering.mark(_META)
            gathering.add(line + "\n")
    lay_out(blocks, gathering)
    return gathering.gathered(encoding=decoded.encoding)


def read_archive(data: bytes) -> Gathered:
    """The text of a page saved with its pictures in one file (.mht, or a .doc that is one). Raises `Unreadable`."""
    message = email.message_from_bytes(data)
    for part in message.walk():
        if part.get_content_type() == "text/html":
            content = part.get_payload(decode=True)
            if isinstance(content, bytes):
                return read_page(content)
    raise Unreadable(Reason.BROKEN, part="MIME")


def parse_page(text: str) -> Any:
    """The tree of a page, however carelessly it was written. Raises `Unreadable` when there is none."""
    if text.count("<") > MOST_TAGS:
        raise Unreadable(Reason.TOO_MUCH_MARKUP, limit=MOST_TAGS)
    parser = etree.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=True, recover=True
    )
    data = text.replace("\0", "").encode("utf-8", "replace")
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise Unreadable(Reason.BROKEN, part="HTML") from error
    if root is None:
        raise Unreadable(Reason.NO_TEXT)
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise Unreadable(Reason.BROKEN, part="HTML")
    return root


def _missing_head(root: Any, head: str) -> list[str]:
    """Title and day of publication out of the page's own description, where the text does not show them."""
    said = {
        (element.get("name") or "").lower(): (element.get("content") or "").strip() for element in root.iter("meta")
    }
    title = said.get("articletitle") or _SITE_NAME.sub(
        "", " ".join((root.findtext(".//title") or "")[:_LONGEST_TITLE].split())
    )
    lines = []
    if len(title) > 1 and _squeezed(title) not in _squeezed(head):
        lines.append(title)
    day = _DAY.search(said.get("pubdate", ""))
    if day and not _PUBLISHED.search(head):
        lines.append(f"发布日期：{day.group(1)}-{int(day.group(2)):02}-{int(day.group(3)):02}")
    return lines


def _squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)
