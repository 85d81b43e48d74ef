"""The tables of parties, step by step."""
