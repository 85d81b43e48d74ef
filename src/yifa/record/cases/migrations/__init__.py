"""The tables of cases, step by step."""
