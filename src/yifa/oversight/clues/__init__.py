"""Clues: what the duties find in the cases on record, since when, what became of it, and what people said to it.

What the machine finds is a clue going by the record, until somebody who supervises says that it is so, is not so, or
has to wait for something. `Clue` and `Turn` follow `standing` and can be made again; `Screening` and `Explanation` are
of the record: chained, only added to, and told by the case, the duty and what it is about, which stay the same.
"""
