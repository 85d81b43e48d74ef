"""How it is told what a ledger is good for: which duties it decides, and which columns would add most."""

from __future__ import annotations

from yifa.law.catalogue.folders import Folder
from yifa.law.catalogue.procedures import Procedure
from yifa.ledgers.sufficiency.declaring import Declared
from yifa.ledgers.sufficiency.needed import Keeping, Need, NeedKind
from yifa.ledgers.sufficiency.sufficient import Missing, Step, Sufficiency
from yifa.wording import Language

NAMED = 4
"""So many matters are named of those that may be declared."""
THEN = 5
"""So many steps are told together that come after declaring."""


def tell_missing_column(missing: Missing, folder: Folder, speech: Language) -> str:
    """The heading of a column that is missing, with its sheet where that is not the main one."""
    zh = speech.tag == "zh"
    if isinstance(missing, Need):
        return _need(missing, folder.procedure, speech)
    ledger = folder.ledger
    sheet = None if ledger is None else ledger.sheet(missing.sheet)
    column = None if sheet is None else sheet.column(missing.column)
    if ledger is None or sheet is None or column is None:
        return missing.column
    named = column.zh if zh else column.en
    if sheet is ledger.main:
        return named
    title = sheet.title.zh if zh else sheet.title.en
    if column.is_chooser:
        return speech.say("sheet “{sheet}”", sheet=title)
    return speech.say("sheet “{sheet}”, {column}", sheet=title, column=named)


def _need(need: Need, procedure: Procedure, speech: Language) -> str:
    zh = speech.tag == "zh"
    match need.kind:
        case NeedKind.CERTIFICATES:
            return speech.say("the register of officers and their certificates")
        case NeedKind.OTHER_CASES:
            return speech.say("the ledgers of all procedures counted together")
        case NeedKind.FACT:
            known = {name: one for several in procedure.attributes.values() for name, one in several.items()}
            one = known.get(need.field)
            return need.field if one is None else one.zh if zh else one.en
    act = procedure.acts.get(need.name)
    named = need.name if act is None else act.zh if zh else act.en
    if need.kind is NeedKind.ACT:
        return speech.say("day of: {act}", act=named)
    field = procedure.fields.get(need.field)
    told = need.field if field is None else field.zh if zh else field.en
    return speech.say("{act}: {field}", act=named, field=told)


def tell_step(step: Step, folder: Folder, speech: Language) -> str:
    """What to add, and how many duties more can be decided then."""
    joint = "、" if speech.tag == "zh" else ", "
    columns = joint.join(tell_missing_column(one, folder, speech) for one in step.add)
    return speech.count(
        "with {columns} {n} duty more can be decided",
        "with {columns} {n} duties more can be decided",
        len(step.duties),
        columns=columns,
    )


def tell_decided(found: Sufficiency, speech: Language) -> str:
    """How many duties of all a ledger decides."""
    return speech.say("{n} of {all} duties can be decided", n=len(found.decidable), all=found.all)


def tell_declared(declared: Declared, folder: Folder, speech: Language) -> list[str]:
    """What is decided once it is declared that some acts did not occur, and what to add then; a sentence each."""
    acts, zh = folder.procedure.acts, speech.tag == "zh"
    named = [acts[one].zh if zh else acts[one].en for one in declared.acts[:NAMED]]
    first = speech.count(
        "once it is declared that {n} act without a column did not occur ({some} …): {decided}",
        "once it is declared that {n} acts without a column did not occur ({some} …): {decided}",
        len(declared.acts),
        some=("、" if zh else ", ").join(named),
        decided=tell_decided(declared.then, speech),
    )
    return [first, *_columns_then(declared, folder, speech)]


def _columns_then(declared: Declared, folder: Folder, speech: Language) -> list[str]:
    """The columns of the main sheet that are added with most use once that is declared."""
    steps = declared.columns[:THEN]
    if not steps:
        return []
    together = Step(
        tuple(dict.fromkeys(one for step in steps for one in step.add)),
        tuple(duty for step in steps for duty in step.duties),
    )
    return [speech.say("after that: {step}", step=tell_step(together, folder, speech))]


def is_column(missing: Missing) -> bool:
    """Whether it is a column of the ledger, and not a thing that no column tells."""
    return isinstance(missing, Keeping)
