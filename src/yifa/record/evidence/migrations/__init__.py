"""The tables of evidence, step by step."""
