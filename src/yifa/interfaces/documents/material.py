"""The paper a contributor writes its text for the annual report on (素材): what is wanted, part by part.

The parts are those the supervision rules require of the report (督察规定 25), as far as an office can tell of itself.
"""

from __future__ import annotations

from pathlib import Path

from docx import Document
from docx.oxml.ns import qn
from docx.shared import Pt

from yifa.law.catalogue.report_outline import MaterialKind
from yifa.oversight.reporting.request_form import Request, parts_for
from yifa.wording import Language


def write_material(path: Path, request: Request, speech: Language) -> None:
    """Write the paper of one contributor."""
    say = speech.say
    zh = speech.tag == "zh"
    document = Document()
    style = document.styles["Normal"]
    style.font.name = "仿宋" if zh else "Times New Roman"
    style.font.size = Pt(16 if zh else 12)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), "仿宋")
    period = str(request.period)
    document.add_heading(say("Material for the report on law-based government, {period}", period=period), level=0)
    document.add_paragraph(
        say("Contributor: {name}", name=request.contributor.name.zh if zh else request.contributor.name.en)
    )
    document.add_paragraph(
        say("Write what was done and what came of it, with days and names of papers. Figures go into the form.")
    )
    for part in parts_for(request.contributor):
        document.add_heading(part.zh if zh else part.en, level=1)
        document.add_paragraph().add_run(_wanted(part.kind, speech)).italic = True
        document.add_paragraph("")
    document.add_heading(say("Signature"), level=1)
    document.add_paragraph(say("Written by:"))
    document.add_paragraph(say("Checked by:"))
    document.add_paragraph(say("Date:"))
    document.save(str(path))


def _wanted(kind: MaterialKind, speech: Language) -> str:
    """What is wanted under a heading, in italics so that it is not taken for the text."""
    say = speech.say
    return {
        "measures": say("New rules, ways of working, results; at most 800 characters."),
        "practice": say("One example: what was wanting, what was done, what came of it."),
        "shortcomings": say("Each with its cause; not only in general words."),
        "heads": say("Meetings, matters decided and supervised in person, with days."),
        "plans": say("Each with who does it and by when."),
        "other": say("What else the government should know; nothing where there is nothing."),
    }[kind]
