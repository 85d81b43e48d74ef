"""Taking in: the sheets of a folder → acts and cases ready to be judged, and what is wrong with them.

A row of which a cell cannot be read is held back, and with it its case, since a case told by half would be judged
wrongly; everything held stands in the needs-correction workbook, can be mended there and comes in again.
"""

from yifa.ledgers.taking_in.folder import take_folder

__all__ = ["take_folder"]
