"""法: procedures with their duties and articles, and the term calculator; what applied on which day."""
