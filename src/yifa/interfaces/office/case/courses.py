"""Courses of procedures whose cases are shown at a glance: penalty, reconsideration, normative document, supervision.

Other procedures are told by their acts and duties alone.
"""

from __future__ import annotations

from collections.abc import Callable

from yifa.interfaces.office.case.stages import Planned
from yifa.wording import Language

Course = tuple[Planned, ...]


def course_of(procedure: str, speech: Language) -> Course:
    """The stages of a procedure; none, where it has no course of its own here."""
    made = _COURSES.get(procedure)
    return () if made is None else made(speech)


ABOUT = {
    "normative-document": ("drafted.title_text", "drafted.maker", "takes-effect.expires"),
    "supervision": ("notice-sent.unit", "notice-sent.problem", "notice-sent.demands", "notice-sent.due_by"),
}
"""What cases of a procedure are about, by acts and their fields: told above the stages."""

ANSWERED = {
    "supervision": ("notice-sent.due_by", ("explained", "corrected", "correction-reported", "supervision-closed")),
}
"""A day that a paper of the case sets itself, and the acts by which what it asks for is done."""


def penalty(speech: Language) -> Course:
    """立案 – 事实与证据 – 审核 – 告知 – 听证 – 决定 – 执行."""
    say = speech.say
    return (
        Planned(
            say("Clue and filing"),
            ends=("case-filed", "case-not-filed"),
            begins=("clue-received", "clue-verified", "complaint-received"),
        ),
        Planned(
            say("Facts and evidence"),
            ends=("investigation-concluded", "investigation-terminated"),
            counted=(
                "inquiry-made",
                "site-inspection-made",
                "evidence-collected",
                "sample-taken",
                "evidence-preserved",
                "test-report-received",
            ),
        ),
        Planned(
            say("Legality review and discussion"),
            ends=("legality-reviewed", "case-reviewed", "collective-discussion-held"),
            begins=("review-file-received",),
            fields=("legality-reviewed.result",),
        ),
        Planned(
            say("Notice and defence"),
            ends=("pre-decision-notice-served",),
            fields=("pre-decision-notice-served.proposed_fine", "pre-decision-notice-served.hearing_right"),
            counted=("defence-received", "rights-waived", "defence-reviewed"),
        ),
        Planned(
            say("Hearing"),
            ends=("hearing-held", "hearing-request-withdrawn", "hearing-terminated"),
            begins=("hearing-requested", "hearing-noticed", "hearing-started"),
        ),
        Planned(
            say("Decision"),
            ends=("decision-made",),
            begins=("extension-approved",),
            fields=(
                "decision-made.result",
                "decision-made.fine",
                "decision-made.gains_confiscated",
                "decision-made.penalties",
            ),
        ),
        Planned(
            say("Service and performance"),
            ends=("fine-paid", "decision-performed", "court-execution-ended"),
            begins=("decision-served", "public-notice-started", "court-enforcement-applied"),
            fields=("fine-paid.channel", "payment-deferred.deferred_to"),
            counted=("reconsideration-accepted", "reconsideration-decision-served"),
        ),
    )


def reconsideration(speech: Language) -> Course:
    """申请 – 受理 – 答复 – 审理 – 决定 – 送达履行."""
    say = speech.say
    return (
        Planned(
            say("Application"),
            ends=("application-received",),
            begins=("reconsideration-application-filed", "correction-notice"),
            counted=("correction-notice",),
        ),
        Planned(
            say("Acceptance"),
            ends=("application-accepted", "not-accepted", "application-dismissed", "competent-organ-told"),
            fields=("application-accepted.procedure",),
        ),
        Planned(
            say("Answer of the respondent"),
            ends=("answer-filed",),
            begins=("copy-sent", "copy-received-by-respondent"),
            fields=("answer-filed.evidence_attached",),
        ),
        Planned(
            say("Hearing both sides"),
            ends=("views-heard", "hearing-held", "views-not-heard"),
            begins=("hearing-noticed",),
            counted=("evidence-collected", "committee-consulted", "suspended", "extension-approved"),
        ),
        Planned(
            say("Decision"),
            ends=("decision-made", "mediated", "terminated"),
            begins=("decision-approved", "collective-discussion-held"),
            fields=("decision-made.result", "decision-made.redo_ordered", "decision-made.redo_by"),
        ),
        Planned(
            say("Service and performance"),
            ends=("decision-performed", "redo-made"),
            begins=("decision-served",),
            counted=("review-opinion-issued", "order-to-perform"),
        ),
    )


def normative_document(speech: Language) -> Course:
    """起草 – 征求意见 – 合法性审核 – 集体决定 – 签署 – 公布 – 备案 – 有效期."""
    say = speech.say
    return (
        Planned(
            say("Drafting"),
            ends=("drafted",),
            begins=("planned",),
            fields=("drafted.market_related",),
            counted=("evaluated",),
        ),
        Planned(
            say("Comments"),
            ends=("comment-closed", "opinions-heard"),
            begins=("draft-published-for-comment",),
        ),
        Planned(
            say("Legality review and discussion"),
            ends=("collective-decision-made",),
            begins=("legality-review-sent", "legality-reviewed", "fair-competition-reviewed"),
            fields=("legality-reviewed.result", "fair-competition-reviewed.result"),
        ),
        Planned(say("Signature"), ends=("signed",), fields=("signed.signer",)),
        Planned(say("Publication"), ends=("published",), begins=("registered", "numbered", "document-issued")),
        Planned(say("Filing for the record"), ends=("filing-received",), begins=("filed",), fields=("filed.filed_to",)),
        Planned(
            say("In force"),
            ends=("takes-effect",),
            fields=("takes-effect.expires", "takes-effect.validity_years"),
            counted=("amended", "abolished", "lapsed"),
        ),
    )


def supervision(speech: Language) -> Course:
    """发现 – 立案 – 通知 – 整改 – 决定 – 结案."""
    say = speech.say
    return (
        Planned(say("What was found"), ends=("matter-found",), fields=("matter-found.found_by",)),
        Planned(say("Taken up"), ends=("supervision-case-filed", "matter-not-accepted")),
        Planned(
            say("Notice to the organ"),
            ends=("notice-received",),
            begins=("notice-sent",),
            fields=("notice-sent.number",),
        ),
        Planned(say("Correction by the organ"), ends=("correction-reported", "corrected"), begins=("explained",)),
        Planned(
            say("Decision"),
            ends=("supervision-decision-received",),
            begins=("supervision-decision-issued",),
            counted=("review-asked", "review-decided"),
        ),
        Planned(say("Closing"), ends=("supervision-closed",), begins=("execution-reported",)),
    )


_COURSES: dict[str, Callable[[Language], Course]] = {
    "penalty-ordinary": penalty,
    "reconsideration": reconsideration,
    "normative-document": normative_document,
    "supervision": supervision,
}
