"""Jobs: what is done without anybody asking for it just then, by the same verbs and queries as everything else.

The database holds what waits; one worker beside the site does it (`yifa serve`), more may stand on other machines. A
schedule says what is due each day, and nothing else on the machine has to know. Every job may be done twice: one whose
worker died is taken up again.
"""
