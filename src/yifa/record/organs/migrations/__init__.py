"""The tables of organs and officers, step by step."""
