"""What is asked of a PDF somebody sent, in a process of its own: how many pages, and the text of the first.

The library that reads it is written in C; a file made to harm brings down this process and nothing else.
"""

from __future__ import annotations

import json
import sys

import pypdfium2

LONGEST = 20_000
"""Characters of the first page that are handed on."""


def main(_memory: int, _seconds: int) -> None:
    """Print the answer as JSON; the path of the file comes in on the standard input."""
    document = pypdfium2.PdfDocument(sys.stdin.buffer.read().decode())
    text = document[0].get_textpage().get_text_range() if len(document) else ""
    json.dump({"pages": len(document), "text": text[:LONGEST]}, sys.stdout)
