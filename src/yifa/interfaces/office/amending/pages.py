"""What can be put right or changed in a case, in one list: each with what it is for, or why it cannot be done now."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpResponse
from django.urls import reverse

from yifa.interfaces.office.act_words import act_name
from yifa.interfaces.office.amending.forms import form, kept_out
from yifa.interfaces.office.declaring import WRITERS, page
from yifa.interfaces.office.desks import Asked
from yifa.interfaces.office.state_words import tell_state
from yifa.record.cases.choices import TAKES_ACTS, State
from yifa.record.cases.columns import procedure_of, standing
from yifa.record.cases.models import Case
from yifa.wording import Language


@dataclass(frozen=True)
class Offered:
    """Something that can be done. `not_now`: why it cannot, as the case stands; blank where it can."""

    address: str
    name: str
    about: str
    not_now: str = ""


@page("cases/<int:case>/amend/", name="amend", roles=WRITERS)
def amend(request: Asked, case: Case) -> HttpResponse:
    """Everything that can be put right or changed in a case."""
    if (answer := kept_out(request, case)) is not None:
        return answer
    speech = request.speech
    rows = list(case.acts.order_by("id"))
    procedure = procedure_of(case)
    acts = [
        (one.id, act_name(procedure, one.kind, speech), "—" if one.on is None else speech.day(one.on))
        for one in reversed(standing(rows))
    ]
    return form(request, case, "amend", offered=_offered(case, speech), acts=acts)


def _offered(case: Case, speech: Language) -> list[Offered]:
    say = speech.say
    state = State(case.state)
    closed = "" if state in TAKES_ACTS else say("The case is {state}.", state=tell_state(state, speech))

    def offer(page_name: str, name: str, about: str, not_now: str = "") -> Offered:
        return Offered(reverse(page_name, kwargs={"case": case.id}), name, about, not_now)

    found = [
        offer("people", say("Who takes part"), say("Parties, representatives, handlers, reviewers; avoidance.")),
        offer("links", say("Other cases"), say("Challenges, arises from, puts right.")),
        offer("merge_cases", say("Merge cases into this one"), say("The others go on in this one."), closed),
        offer(
            "split_case", say("Split a part off"), say("A case of its own, with acts and people taken along."), closed
        ),
        offer(
            "transfer", say("Transfer to another organ"), say("With the ground; they answer with a receipt."), closed
        ),
        offer("openness", say("Public or not"), say("Of the organ's own motion, on request, or not, on a ground.")),
        offer("circle", say("Who may know of it"), say("Everybody in whose scope it lies, or these alone.")),
    ]
    if state is State.SENT:
        found.insert(
            0, offer("receipt", say("Receipt"), say("Receive the case under a number of your own, or decline it."))
        )
    again = state is State.CLOSED
    name = say("Open it again") if again else say("Close the case")
    about = say("With a reason, such as a decision that was annulled.") if again else say("It takes no more acts then.")
    found.append(offer("close_case", name, about, "" if state in (*TAKES_ACTS, State.CLOSED) else closed))
    return found
