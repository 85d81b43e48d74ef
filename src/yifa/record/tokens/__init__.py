"""Tokens: by which another system works in the record, in the place of an officer and within what he may.

A token belongs to an officer, mostly one that is appointed for a system, and reads what his roles let him read on the
day. Of its secret only a digest is kept. What was asked with a key of its own is answered once, and the same again.
"""
