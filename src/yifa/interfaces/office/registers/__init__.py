"""What the pages of all registers share: forms of verbs, workbooks both ways, whose register somebody keeps, words."""
