"""Others that could be asked the ten licence duties of the named workload: a rule engine and a workflow engine.

zen-engine evaluates a decision of ten expressions; SpiffWorkflow runs a process of ten script tasks. Both get the day
of every act and the last day of every term ready made: they count no days, know no pauses, and say yes or no.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from itertools import pairwise
from typing import Any

TERMS = (
    ("l01_accept", "application_received", "accepted_or_asked"),
    ("l02_accept_after_correction", "corrected_material_received", "application_accepted"),
    ("l03_decide", "application_accepted", "decision_made"),
    ("l04_deliver", "decision_made", "decision_delivered"),
    ("l05_publish", "decision_made", "decision_published"),
)
Row = Mapping[str, Any]


def expressions(absent: str, both: str, either: str) -> dict[str, str]:
    """The ten duties as conditions of being broken; `absent` is how the language says that there is no value."""
    found = {
        duty: f"{start} != {absent} {both} last_{duty} != {absent} {both} "
        f"(({done} == {absent} {both} today > last_{duty}) {either} ({done} != {absent} {both} {done} > last_{duty}))"
        for duty, start, done in TERMS
    }
    held = f"hearing_held != {absent}"
    decided = f"decision_made != {absent}"
    return {
        **found,
        "l06_hearing_ahead": f"{held} {both} (hearing_noticed == {absent} {either} hearing_noticed >= last_notice)",
        "l07_accepted_first": f"{decided} {both} (application_accepted == {absent} {either} "
        "application_accepted > decision_made)",
        "l08_no_fee": f"{decided} {both} fee > 0",
        "l09_approver": f"extension_approved != {absent} {both} approver == 'clerk'",
        "l10_hearing_others": f"{held} {both} shared_names > 0",
    }


def by_zen() -> Callable[[Row], dict[str, bool]]:
    """The ten duties as one decision of zen-engine."""
    import zen  # noqa: PLC0415 - there for the benchmarks alone

    rules = expressions("null", "and", "or")
    told = [{"id": duty, "key": duty, "value": rule} for duty, rule in rules.items()]
    content = {
        "nodes": [
            {"id": "in", "name": "in", "type": "inputNode", "content": {}},
            {"id": "rules", "name": "rules", "type": "expressionNode", "content": {"expressions": told}},
            {"id": "out", "name": "out", "type": "outputNode", "content": {}},
        ],
        "edges": [
            {"id": "a", "sourceId": "in", "targetId": "rules", "type": "edge"},
            {"id": "b", "sourceId": "rules", "targetId": "out", "type": "edge"},
        ],
    }
    decision = zen.ZenEngine().create_decision(json.dumps(content))

    def ask(row: Row) -> dict[str, bool]:
        found: dict[str, bool] = decision.evaluate(row)["result"]
        return found

    return ask


def by_spiff() -> Callable[[Row], dict[str, bool]]:
    """The ten duties as a process of ten script tasks."""
    from SpiffWorkflow.bpmn.parser import BpmnParser  # noqa: PLC0415 - there for the benchmarks alone
    from SpiffWorkflow.bpmn.workflow import BpmnWorkflow  # noqa: PLC0415 - there for the benchmarks alone

    parser = BpmnParser()
    parser.add_bpmn_str(_process(expressions("None", "and", "or")).encode())
    spec = parser.get_spec("duties")

    def ask(row: Row) -> dict[str, bool]:
        workflow = BpmnWorkflow(spec)
        workflow.task_tree.data.update(row)
        workflow.do_engine_steps()
        return {duty: workflow.last_task.data[duty] for duty in NAMES}

    return ask


NAMES = tuple(expressions("null", "and", "or"))


def _process(rules: Mapping[str, str]) -> str:
    steps = ["begin", *rules, "end"]
    tasks = "".join(
        f'<scriptTask id="{duty}"><script>{duty} = {_escaped(rule)}</script></scriptTask>'
        for duty, rule in rules.items()
    )
    flows = "".join(
        f'<sequenceFlow id="f{place}" sourceRef="{one}" targetRef="{other}"/>'
        for place, (one, other) in enumerate(pairwise(steps))
    )
    return (
        '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="yifa">'
        f'<process id="duties" isExecutable="true"><startEvent id="begin"/>{tasks}<endEvent id="end"/>{flows}</process>'
        "</definitions>"
    )


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
