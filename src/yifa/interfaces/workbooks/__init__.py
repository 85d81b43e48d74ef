"""Workbooks (.xlsx) as an official would print them: A4, head repeated, true numbers, links between sheets."""
