"""Builds .ofd files out of placed text, in millimetres: `ofd([word(30, 40, "甲乙")], [word(30, 40, "第二页")])`."""

from __future__ import annotations

from xml.sax.saxutils import escape

from tests.reader.intake.made_docx import packed

SIZE = 5.6
_NAME = 'xmlns:ofd="http://www.ofdspec.org/2016"'


def word(left: float, top: float, text: str, more: str = "", size: float = SIZE) -> str:
    """A text object whose base line stands at `top`; `more` are further attributes."""
    steps = f' DeltaX="g {len(text) - 1} {size}"' if len(text) > 1 else ""
    return (
        f'<ofd:TextObject ID="1" Boundary="{left} {top - size} 150 {size * 1.3}" Size="{size}" Font="1"{more}>'
        f'<ofd:TextCode X="0" Y="{size}"{steps}>{escape(text)}</ofd:TextCode></ofd:TextObject>'
    )


def ofd(*pages: list[str], template: str = "", changed: dict[str, str | bytes | None] | None = None) -> bytes:
    """An .ofd of these pages; `template` is drawn below each, `changed` replaces parts or (None) takes them out."""
    parts: dict[str, str | bytes] = {
        "OFD.xml": f'<ofd:OFD {_NAME} Version="1.1" DocType="OFD"><ofd:DocBody>'
        "<ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>",
        "Doc_0/Document.xml": f"<ofd:Document {_NAME}><ofd:CommonData><ofd:PageArea>"
        "<ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>"
        + ('<ofd:TemplatePage ID="9" BaseLoc="Tpls/Tpl_0/Content.xml"/>' if template else "")
        + "</ofd:CommonData><ofd:Pages>"
        + "".join(f'<ofd:Page ID="{n}" BaseLoc="Pages/Page_{n}/Content.xml"/>' for n in range(len(pages)))
        + "</ofd:Pages></ofd:Document>",
    }
    below = '<ofd:Template TemplateID="9" ZOrder="Background"/>' if template else ""
    for number, objects in enumerate(pages):
        parts[f"Doc_0/Pages/Page_{number}/Content.xml"] = _page("".join(objects), below)
    if template:
        parts["Doc_0/Tpls/Tpl_0/Content.xml"] = _page(template)
    for name, part in (changed or {}).items():
        parts.pop(name, None)
        if part is not None:
            parts[name] = part
    return packed(parts)


def _page(objects: str, below: str = "") -> str:
    return f'<ofd:Page {_NAME}>{below}<ofd:Content><ofd:Layer ID="2">{objects}</ofd:Layer></ofd:Content></ofd:Page>'
