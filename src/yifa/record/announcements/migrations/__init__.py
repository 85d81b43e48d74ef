"""How the tables of announcements came to be."""
