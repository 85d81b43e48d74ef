"""What `make run` shows: Yifa at work on invented places and persons."""
