"""What verifying the record found, in sentences."""

from __future__ import annotations

from yifa.record.chain import Fault, FaultKind
from yifa.record.chain.faults import RowFault, RowFaultKind
from yifa.record.evidence.queries import FileFault, FileFaultKind
from yifa.wording import Language


def tell_fault(fault: Fault, speech: Language) -> str:
    """What is wrong with a chain or a seal, and where."""
    say = speech.say
    where = {"organ": fault.organ, "number": fault.number, "upto": fault.upto}
    match fault.kind:
        case FaultKind.CHANGED:
            return say("Chain of {organ}: entry {number} was changed.", **where)
        case FaultKind.MISPLACED:
            return say("Chain of {organ}: entry {number} does not belong where it stands.", **where)
        case FaultKind.MISSING:
            return say("Chain of {organ}: entries {number} to {upto} are gone.", **where)
        case FaultKind.NOT_AS_SEALED:
            return say("Chain of {organ}: entries {number} to {upto} are not those that were sealed.", **where)
        case FaultKind.CUT_OFF if fault.upto is None:
            return say("Chain of {organ}: ends before entry {number}, which was there.", **where)
        case FaultKind.CUT_OFF:
            return say("Chain of {organ}: entries {number} to {upto}, which were sealed, are gone.", **where)
        case FaultKind.SEAL_CHANGED:
            return say("Seal {number} is not the one that was made, or is gone.", **where)
        case FaultKind.ROOT_DIFFERS:
            return say("Seal {number}: the entries do not give its root.", **where)
    if fault.organ:
        return say("Chain of {organ}: entry {number} is in a form nobody knows.", **where)
    return say("Seal {number} is in a form nobody knows.", **where)


def tell_row_fault(fault: RowFault, speech: Language) -> str:
    """What is wrong with a row of the record, and which."""
    where = {"table": fault.table, "id": fault.id}
    match fault.kind:
        case RowFaultKind.CHANGED:
            return speech.say("Table {table}, row {id}: does not say what the chain tells of it.", **where)
        case RowFaultKind.MISSING:
            return speech.say("Table {table}, row {id}: the chain tells of it, and it is gone.", **where)
        case RowFaultKind.VALUE_CHANGED:
            return speech.say("Table {table}, row {id}: the value is not the one that was recorded.", **where)
        case RowFaultKind.VALUE_GONE:
            return speech.say("Table {table}, row {id}: a value of it is gone, and no act erased it.", **where)
    return speech.say("Table {table}, row {id}: is there, and the chain tells nothing of it.", **where)


def tell_file_fault(fault: FileFault, speech: Language) -> str:
    """What is wrong with a file of evidence, and which rows tell of it."""
    where = {"digest": fault.digest[:12], "items": "、".join(map(str, fault.items))}
    match fault.kind:
        case FileFaultKind.MISSING:
            return speech.say("File {digest}… of evidence {items}: is gone.", **where)
        case FileFaultKind.CHANGED:
            return speech.say("File {digest}… of evidence {items}: is not what was taken in.", **where)
    return speech.say("File {digest}…: nobody tells of it; something broke off before it was recorded.", **where)
