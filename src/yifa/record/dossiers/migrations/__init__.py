"""The tables of dossiers, step by step."""
