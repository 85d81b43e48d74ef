"""Snapshots: tables of the record as columns, for what reads all of it: duties, figures, and other programs.

Rows come from the database as Arrow tables by ADBC, many times as quick as by model instances, all of one moment. A
snapshot is a read under a scope: it takes what a scoped query would give, and without a scope it raises.
"""
