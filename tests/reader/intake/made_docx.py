"""Builds .docx files out of little XML: `docx(p("甲"), numbered("乙", level=0), table([["丙", "1"]]))`."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from xml.sax.saxutils import escape

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_NAMES = (
    f'xmlns:w="{W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
HEADINGS = (
    ("chineseCountingThousand", "%1、", '<w:suff w:val="nothing"/>'),
    ("chineseCountingThousand", "（%2）", '<w:suff w:val="nothing"/>'),
    ("decimal", "%3.", '<w:suff w:val="space"/>'),
)


def docx(*blocks: str, **parts: str | None) -> bytes:
    """A .docx whose body holds these blocks; `numbering`, `styles`, `footnotes`, `endnotes`: the inner XML of parts."""
    held = {
        name: _part(root, parts[name])
        for name, root in (
            ("numbering", "numbering"),
            ("styles", "styles"),
            ("footnotes", "footnotes"),
            ("endnotes", "endnotes"),
        )
        if parts.get(name) is not None
    }
    overrides = "".join(f'<Override PartName="/word/{name}.xml" ContentType="{_KIND}.{name}+xml"/>' for name in held)
    relations = "".join(
        f'<Relationship Id="rId{number}" Type="{_RELATION}/{name}" Target="{name}.xml"/>'
        for number, name in enumerate(held, 1)
    )
    return packed(
        {
            "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{_KIND}.document.main+xml"/>{overrides}</Types>',
            "_rels/.rels": _relations(
                f'<Relationship Id="rId1" Type="{_RELATION}/officeDocument" Target="word/document.xml"/>'
            ),
            "word/document.xml": _part("document", f"<w:body>{''.join(blocks)}</w:body>"),
            "word/_rels/document.xml.rels": _relations(relations),
            **{f"word/{name}.xml": part for name, part in held.items()},
        }
    )


def packed(parts: dict[str, str | bytes]) -> bytes:
    """A zip of parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, part in parts.items():
            package.writestr(name, part)
    return buffer.getvalue()


def run(text: str, properties: str = "") -> str:
    """A run of text."""
    form = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{form}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def p(content: str = "", properties: str = "") -> str:
    """A paragraph of text, or of runs when it begins with a tag."""
    inner = content if content.startswith("<") else run(content)
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{inner}</w:p>"


def numbered(text: str, level: int = 0, list_id: int = 1) -> str:
    """A paragraph of a list."""
    return p(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>')


def table(rows: Sequence[Sequence[str]]) -> str:
    """A table; a cell is text, or blocks when it begins with a tag."""
    written = "".join(
        "<w:tr>"
        + "".join(f"<w:tc><w:tcPr/>{cell if cell.startswith('<') else p(cell)}</w:tc>" for cell in row)
        + "</w:tr>"
        for row in rows
    )
    return f"<w:tbl>{written}</w:tbl>"


def level(depth: int, style: str, pattern: str, more: str = "", start: int = 1) -> str:
    """One level of a list."""
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{style}"/>{more}'
        f'<w:lvlText w:val="{pattern}"/></w:lvl>'
    )


def lists(*levels: str, uses: int = 1, more: str = "") -> str:
    """The numbering part: one list with these levels (those of reports unless given), used under the ids 1, 2, …"""
    given = levels or tuple(level(depth, *heading) for depth, heading in enumerate(HEADINGS))
    abstract = f'<w:abstractNum w:abstractNumId="7">{"".join(given)}</w:abstractNum>'
    used = "".join(f'<w:num w:numId="{use}"><w:abstractNumId w:val="7"/></w:num>' for use in range(1, uses + 1))
    return abstract + used + more


def _part(root: str, inner: str | None) -> str:
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:{root} {_NAMES}>{inner}</w:{root}>'


def _relations(inner: str) -> str:
    return (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inner}</Relationships>'
    )
