"""机关: who there is on a day, under whom, and what becomes of an organ."""
