"""How the tables of saved views came to be."""
