"""Parties: people and market entities that organs deal with. What names them is kept apart and can be erased.

Each organ keeps its own parties; that two organs know the same one is found by the identifier, as long as it is kept.
"""
