"""SQLite as the record uses it: a database of Django's whose writers wait in a line (`base`)."""
