"""The tables of clues, step by step."""
