"""Trays: what somebody handed in for one piece of work, how far it is, and what came of it; files, and no record.

A tray is a folder below the home of the installation, under the one it belongs to; nobody else's name leads there.
Nothing of it goes into the record. Trays are forgotten after some days, or when whoever they belong to says so.
"""
