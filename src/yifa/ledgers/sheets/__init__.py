"""Sheets: files as offices send them → grids of cells, each different content kept once, or a plain refusal.

A file is what its content says, whatever its name: .xlsx, .xlsm, .xlsb, .xls, .et, .ods, web pages and XML that a
platform calls .xls, and text with separators in any encoding of a Chinese office.
"""

from yifa.ledgers.sheets.grid import Cell, Column, Grid, Merge
from yifa.ledgers.sheets.opening import NotOpened, Unopened, open_file

__all__ = ["Cell", "Column", "Grid", "Merge", "NotOpened", "Unopened", "open_file"]
