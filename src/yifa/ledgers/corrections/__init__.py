"""Corrections: the rows that could not be taken, with what is wrong in each cell, to be mended and fed again."""

from yifa.ledgers.corrections.workbook import write_corrections

__all__ = ["write_corrections"]
