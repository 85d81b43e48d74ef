"""How the table of issued reports came to be."""
