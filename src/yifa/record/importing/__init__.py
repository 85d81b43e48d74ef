"""Importing: takes into the record what offices keep in their spreadsheets, as often as they send them.

The same ledgers as are supervised. A batch is told by verbs of the organs; what was read before and is unchanged is
passed over, what changed is put right by correction acts, what was a mistake is undone by them. Importing never gates:
what has happened has happened. No name of anybody goes into an act.
"""
