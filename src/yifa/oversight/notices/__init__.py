"""Notices: what somebody wants to hear of without looking for it, in the office, by e-mail once a day, in a calendar.

Nothing here is of the record, and none of it is chained: what a notice tells stands elsewhere. They are made from what
the chains and the clues tell since, each once for each officer, and go when they are old.
"""
