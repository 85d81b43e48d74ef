"""What happened: the record that offices keep, append-only, on a chain that nobody can quietly change."""
