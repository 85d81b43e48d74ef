"""What others' layouts (双公示, exports of platforms, hand-kept sheets) decide with all of their columns filled in.

Few duties can always be decided from them: most terms may be prolonged, suspended or cut short by acts for which these
layouts have no column, and what has no column is not known. Whoever keeps such a ledger may declare that there were
none (`did-not-occur` in a mapping file).
"""

from __future__ import annotations

from yifa.law.catalogue.folders import folder
from yifa.law.catalogue.layouts import Layout
from yifa.law.catalogue.ledger_feeds import carried
from yifa.law.duties import duty_set
from yifa.law.facts import Source
from yifa.ledgers.sufficiency.declaring import Declared, once_declared
from yifa.ledgers.sufficiency.sufficient import Sufficiency, sufficiency


def layout_sufficiency(layout: Layout) -> tuple[Sufficiency, Declared | None]:
    """What a layout decides of the duties that hold everywhere: as it is, and once what has no column is declared."""
    procedure, ledger = folder(layout.of).procedure, layout.ledger
    present = {sheet.id: {column.id for column in sheet.columns} for sheet in ledger.all_sheets}
    told = carried(ledger, procedure, present, {})
    source = Source(layout.id, acts=told.acts, fields=told.fields, attributes=told.attributes)
    whole = duty_set(layout.of)
    bare = sufficiency(whole, source, whole.folder.ledger, [frozenset()])
    return bare, once_declared(bare, whole, source, whole.folder.ledger, [frozenset()])
