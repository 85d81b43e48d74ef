"""The tables of numbers and approval sheets, step by step."""
