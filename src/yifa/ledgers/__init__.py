"""What offices keep: spreadsheets → facts, and back. Pure: nothing here prints, asks for today, or knows a database.

`sheets` reads files as grids; `headings` finds which column is what; `values` reads cells; `identifiers` checks codes
and hides persons; `registers` reads organs, officers and lists; `taking_in` makes acts and cases of all this;
`corrections` writes the rows that could not be taken, to be mended and fed again. What comes of it stands in `taken`,
what is wrong in `problems`.
"""
