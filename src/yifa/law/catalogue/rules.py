"""How each rule of the rulebook is carried in a folder: `rules.yaml`.

`computed`: by the duties named. `attested`: a named person ticks, with evidence; never counted as computed.
`definition`: gives a value that others use. `theirs`: a duty of the party, the court or another body. `judged`: asks
for judgement no record decides. Every class but `computed` gives its reason.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from pydantic import Field, model_validator

from yifa.law.catalogue.reading import CorpusModel
from yifa.law.catalogue.statutes import Bilingual

RuleClass = Literal["computed", "attested", "definition", "theirs", "judged"]
CLASSES: tuple[RuleClass, ...] = ("computed", "attested", "definition", "theirs", "judged")


class RuleLine(CorpusModel):
    """One rule; `by` are the duties that carry it out, each `<rule>` or `<rule>/<part>`."""

    class_: RuleClass = Field(alias="class")
    by: tuple[str, ...] = ()
    why: Bilingual | None = None

    @model_validator(mode="after")
    def _is_complete(self) -> RuleLine:
        if (self.class_ == "computed") != bool(self.by):
            raise ValueError("`by` names the duties of a computed rule, and of no other")
        if self.class_ != "computed" and self.why is None:
            raise ValueError("`why` is missing: say in both languages why no program computes it")
        return self


class RulesFile(CorpusModel):
    """`rules.yaml`: every rule of the folder's sections by its id."""

    rules: Mapping[str, RuleLine]
