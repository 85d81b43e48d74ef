"""Announcements: what an administrator tells everybody of his organs, from a day to a day, over every page.

That one was put up or taken down stands in the chain; that somebody put one out of his way does not.
"""
