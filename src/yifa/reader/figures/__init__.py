"""Numbers: every number of a text with value, unit, kind and qualifiers; what it counts is told by the next room.

Numbers that count nothing are recognised first (dates, codes, ordinals, ranks, titles, quoted names, set phrases), and
what is left is read with the unit that follows it. A number in Arabic figures is taken unless something speaks against
it; a Chinese numeral only if a true classifier follows and nothing makes a phrase of it.
"""

from yifa.reader.figures.finding import find_numbers

__all__ = ["find_numbers"]
