"""What a ledger is good for, before anything is judged: which duties its columns decide, which columns would add most.

`needed` says what each duty needs and which columns of the ledger would carry it, `sufficient` compares that with what
a source carries. Both follow from the duties alone; what a run cannot tell is never more than what is said here.
"""
