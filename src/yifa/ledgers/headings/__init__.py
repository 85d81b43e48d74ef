"""Headings: which sheet is which, in which row its headings stand, and which column is what.

Headings are compared as people mean them: full width, spaces, line breaks, asterisks, units in brackets, two lines of
which the upper spans several columns. What is not known, or could be two things, is told and not guessed.
"""
