"""Pages in one file that open without a server: everything they need is inside, nothing is fetched.

A leaflet can be handed on by mail or on a stick, opens from `file://`, and answers in the browser with a port of the
clock that is held to the same vectors as the clock itself.
"""
