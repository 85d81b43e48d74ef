"""The words of the look-up pages of benchmarks, group by group, in both languages.

`HEADINGS`: by workload what it is called and what its table shows. `CHINESE`: what variants are called. `IN_CHINESE`:
patterns of titles, goals and notes, with the Chinese of what their brackets hold.
"""

from __future__ import annotations

import re

from bench.page_words import duties, figures, office, record, supervise
from bench.page_words.notes import NOTES, UNITS

_GROUPS = (duties, supervise, figures, record, office)
HEADINGS = {name: told for group in _GROUPS for name, told in group.HEADINGS.items()}
CHINESE = {english: chinese for group in _GROUPS for english, chinese in group.CHINESE.items()}
IN_CHINESE = tuple((re.compile(english), chinese) for group in _GROUPS for english, chinese in group.IN_CHINESE)

__all__ = ["CHINESE", "HEADINGS", "IN_CHINESE", "NOTES", "UNITS"]
