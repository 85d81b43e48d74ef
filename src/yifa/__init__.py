"""Yifa 依法: an open platform for law-based government.

What an organ does is a matter under a procedure set by law, leaving acts on a record.
Compare the record with the law and you get findings; count it and you get figures.
The floors of the house, from top to bottom: interfaces, law, wording, corpus (data only).
"""

__version__ = "0.1.0"
