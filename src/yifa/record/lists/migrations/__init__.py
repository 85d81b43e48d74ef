"""The tables of lists, step by step."""
