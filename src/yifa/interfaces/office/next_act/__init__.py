"""The next act: which it may be, its form out of the corpus, and what it would meet or break before it is recorded."""
