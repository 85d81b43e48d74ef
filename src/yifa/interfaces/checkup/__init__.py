"""台账体检: a folder of ledgers judged, told, and written as workbooks, a page, data and tables, in one go.

The command line and the counter (`yifa open`) both come here, so that they say the same.
"""
