"""How the table of exported lists came to be."""
