"""Which computed rules rest on a yes/no entry alone: the program repeats what somebody ticked, and says so.

Such a rule is computed, for a breach follows from the record; but it is worth only as much as the entry. It is counted
apart wherever rules are counted.
"""

from __future__ import annotations

from yifa.law.catalogue.duty import Duty
from yifa.law.catalogue.folders import Folder
from yifa.law.catalogue.kinds.document_element import DocumentElement
from yifa.law.catalogue.procedures import Procedure
from yifa.law.conditions import Type
from yifa.law.conditions.grammar import parse_condition
from yifa.law.conditions.syntax import Binary, Denied, Literal, Logic, Member, Name, Node

_WITH_REQUIREMENT = ("required-act", "authority", "qualification")


def entered_only(folder: Folder, rule: str) -> bool:
    """Whether all duties that carry out a computed rule read nothing but yes/no entries."""
    line = folder.rules.get(rule)
    if line is None or line.class_ != "computed":
        return False
    duties = [duty for id_ in line.by if (duty := folder.duty(id_)) is not None]
    return bool(duties) and all(_is_entry(duty, folder.procedure) for duty in duties)


def _is_entry(duty: Duty, procedure: Procedure) -> bool:
    if isinstance(duty, DocumentElement):
        return True
    required = getattr(duty, "require", None)
    if duty.kind not in _WITH_REQUIREMENT or required is None:
        return False
    if getattr(duty, "who", None) or getattr(duty, "people", None):
        return False
    return _reads_entries(parse_condition(required), procedure)


def _reads_entries(node: Node, procedure: Procedure) -> bool:
    match node:
        case Member():
            field = procedure.fields.get(node.field)
            return field is not None and field.type is Type.YES_NO
        case Binary(sign="=" | "!=" | "otherwise", right=Literal(kind="yes/no")):
            return _reads_entries(node.left, procedure)
        case Logic():
            return all(_reads_entries(part, procedure) for part in node.parts)
        case Denied():
            return _reads_entries(node.of, procedure)
        case Name():
            known = procedure.definitions.get(node.name)
            return known is not None and _reads_entries(parse_condition(known.is_), procedure)
    return False
