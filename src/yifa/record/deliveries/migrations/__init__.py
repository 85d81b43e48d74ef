"""How the tables of deliveries came to be."""
