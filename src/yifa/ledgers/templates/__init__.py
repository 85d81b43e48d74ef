"""Empty workbooks an office may keep from now on: what each column is for, what may stand in it, what it decides."""
