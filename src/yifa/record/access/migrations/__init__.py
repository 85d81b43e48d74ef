"""The tables of roles and grants, step by step."""
