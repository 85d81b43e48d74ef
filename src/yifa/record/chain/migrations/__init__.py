"""The tables of the chain, step by step."""
