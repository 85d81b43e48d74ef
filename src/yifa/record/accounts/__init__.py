"""Accounts: with which officers sign in. Each belongs to one officer, and opens what his roles open on the day.

Opening an account, setting its password for somebody and closing it are verbs of the record; a password, or what proves
one, stands in no chain.
"""
