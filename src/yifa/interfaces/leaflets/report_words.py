"""Every message the page of a report says, named once; a test holds this list and the page together."""

from __future__ import annotations

from yifa.interfaces.leaflets.said import say

SAID = (
    say("Annual report"),
    say("By organ"),
    say("Checked by:"),
    say("Date:"),
    say("Definition"),
    say("Every number opens: what it means, how it adds up, where it comes from."),
    say("Filled in by:"),
    say("From records"),
    say("Given by offices"),
    say("Language"),
    say("Last year"),
    say("Left out of the cut that is published"),
    say("Never assessed"),
    say("Numbers of the report"),
    say("Places in the text"),
    say("Print"),
    say("Quoted from offices"),
    say("Rows behind it"),
    say("Set against others"),
    say("Source"),
    say("Text"),
    say("The text it stands in"),
    say("What is open"),
    say("What the check found"),
    say("back to the text"),
    say("leave something open"),
    say("the first"),
)
COUNTED: tuple[tuple[str, str], ...] = ()
"""Messages that depend on a number."""
