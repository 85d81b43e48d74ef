"""How somebody looks at lists: his columns, in his order, and the views he saved, for himself or for his organ."""
