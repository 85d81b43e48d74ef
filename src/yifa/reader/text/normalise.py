"""The view of a text: plain characters, no markup, Simplified, nothing broken apart; with the way back.

In order: characters one by one (`characters`), invisible ones left out, markup left out (`markup`), script (`script`),
blanks within numbers (`joining`), soft line breaks (`breaks`). Each step may lay bare work for another, so they are
repeated until nothing changes: a view of a view changes nothing. Mojibake stays as it is.
"""

from __future__ import annotations

import re

from yifa.reader.reading import View
from yifa.reader.text.breaks import page_numbers, soft_breaks
from yifa.reader.text.characters import INVISIBLE, plain_characters
from yifa.reader.text.cutting import leave_out, put, whole
from yifa.reader.text.joining import blanks_to_leave_out, thin_blanks
from yifa.reader.text.markup import without_markup
from yifa.reader.text.script import to_simplified

MOST_ROUNDS = 12
_RETURN = re.compile(r"\r(?=\n)")


def normalise(text: str) -> View:
    """The view of an extracted text.

    >>> view = normalise("２ ０ ２ １ 年共辦理復議案件１，２３４&nbsp;件。")
    >>> view.text
    '2021年共办理复议案件1,234件。'
    >>> view.span(0, 5)
    (0, 9)
    """
    view = whole(text)
    for _ in range(MOST_ROUNDS):
        again = _once(view)
        if again.text == view.text:
            break
        view = again
    return view


def _once(view: View) -> View:
    if "\r" in view.text:
        view = leave_out(view, (match.span() for match in _RETURN.finditer(view.text)))
        view = put(view, view.text.replace("\r", "\n"))
    view = leave_out(view, (match.span() for match in INVISIBLE.finditer(view.text)))
    if "\u2009" in view.text or "\u202f" in view.text:
        view = leave_out(view, thin_blanks(view.text))
    view = put(view, plain_characters(view.text))
    view = without_markup(view)
    view = put(view, to_simplified(view.text))
    view = leave_out(view, blanks_to_leave_out(view.text))
    view = leave_out(view, page_numbers(view.text))
    return leave_out(view, soft_breaks(view.text))
