"""Importing: takes into the record what offices keep in their spreadsheets, as often as they send them.

The same ledgers as are supervised. A batch is one verb of an organ; what was read before and is unchanged is passed
over, what changed is put right by correction acts, what was a mistake is undone by them. Importing never gates: what
has happened has happened. No name of anybody goes into an act.
"""

from yifa.record.importing.incoming import IncomingCase, incoming
from yifa.record.importing.writing_cases import Imported, import_cases, undo
from yifa.record.importing.writing_organs import import_organs

__all__ = ["Imported", "IncomingCase", "import_cases", "import_organs", "incoming", "undo"]
