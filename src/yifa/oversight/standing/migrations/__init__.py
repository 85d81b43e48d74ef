"""How the tables of how cases stand came to be."""
