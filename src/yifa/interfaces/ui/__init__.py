"""What all pages share: templates, styles, components, assets, the language spoken, what browsers are told.

A page is a Jinja template that says its messages as Python does (`say("…")`), filled from macros with a closed list of
arguments, and works without scripts; htmx swaps a part of it where there are some.
"""
