"""Safekeeping: backups of the record, and the proof that one can be brought back whole.

A backup is a folder of its own: the database, the secret of the installation, and a manifest that says how many rows
every table had and what they come to, where every chain ended and which seal was the last. Restoring brings it into an
empty database and compares all of that, then verifies the chain. A drill does the same beside the running record.
"""
