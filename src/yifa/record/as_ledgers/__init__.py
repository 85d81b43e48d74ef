"""The record as supervision reads it: the cases of all organs in the scope, as if their ledgers had just been sent.

So there is one way to judge, whatever the cases came from: the duties over the record are those over the ledgers.
"""
