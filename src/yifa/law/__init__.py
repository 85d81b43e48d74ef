"""What must happen: the law as pure functions of facts and days.

Nothing in this floor knows a database, a web page or today's date; whoever asks passes the day in.
"""
