"""From ledgers and returned forms to the files of a figure book, from a draft to the papers of a report.

The command line and the office both come here, so that they write the same.
"""
