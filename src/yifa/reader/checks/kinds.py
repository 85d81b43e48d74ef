"""What a kind of check is: its id and names, how much it matters, what it asks and where that comes from.

Ids are for ever: people quote them in letters. The id of one check is that of its kind with the figures it used
(`rate:f3-f4-f5`), or with the part of the text it speaks of (`completeness-law:causes`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from yifa.reader.reading import Check, Figure, Severity, Verdict
from yifa.wording import CHINESE, Language

FAULT = "program_fault"
"""What stands for a part that the program failed on: in the id of a check, as the reason of a text passed over."""


@dataclass(frozen=True)
class CheckKind:
    """One kind of question. `across` says that it needs several texts. `source` is an article, or the custom."""

    id: str
    zh: str
    en: str
    severity: Severity
    asks_zh: str
    asks_en: str
    source: str
    across: bool = False

    def failed(self, error: Exception, speech: Language) -> Check:
        """The line that stands for this kind where the program failed on it."""
        message = speech.say(
            "{kind}: the program failed on this check ({fault}); nothing is said about it, the other checks are done.",
            kind=self.zh if speech.tag == CHINESE else self.en,
            fault=f"{type(error).__name__}: {error}",
        )
        return Check(f"{self.id}:{FAULT}", self.id, Verdict.UNVERIFIABLE, (), "", message)

    def answer(
        self,
        verdict: Verdict,
        figures: Sequence[Figure],
        computation: str,
        message: str,
    ) -> Check:
        """A check of this kind over figures of one text."""
        ids = tuple(figure.id for figure in figures)
        return Check(f"{self.id}:{'-'.join(ids)}", self.id, verdict, ids, computation, message)

    def answer_over(self, verdict: Verdict, figures: Sequence[str], computation: str, message: str) -> Check:
        """A check of this kind over figures of several texts, given by ids such as `d1:f12`."""
        return Check(f"{self.id}:{'-'.join(figures)}", self.id, verdict, tuple(figures), computation, message)

    def answer_at(
        self, verdict: Verdict, part: str, computation: str, message: str, span: tuple[int, int] | None = None
    ) -> Check:
        """A check of this kind over a place of the text that is no figure; `part` makes its id."""
        start, end = span or (None, None)
        return Check(f"{self.id}:{part}", self.id, verdict, (), computation, message, start, end)
