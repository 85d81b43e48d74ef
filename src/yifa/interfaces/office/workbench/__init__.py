"""工作台: what is due, what waits for me, what was found; for leaders three numbers, three oldest, three due."""
