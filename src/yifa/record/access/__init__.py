"""Access: what somebody may read on a day, by his roles, the files opened to him for a task, and the walls between."""
