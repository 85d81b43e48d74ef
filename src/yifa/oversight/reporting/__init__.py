"""Reporting: the figure book of a year, what contributors report, and the report drafted from both."""
