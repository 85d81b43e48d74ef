"""案件页: one case, all that was done in it, what is still to be done, and why."""
