"""What comes back from an edited document: wording, tokens, and every number that left its token."""

from dataclasses import replace

import pytest

from tests.oversight.reporting.drafts import drafted, edited, figures
from yifa.oversight.reporting.cuts import Cut
from yifa.oversight.reporting.draft_text import parse, written
from yifa.oversight.reporting.laid_out import Run, lay_out
from yifa.oversight.reporting.reconciling import Edited, EditedPaper, Left, reconcile

SETTINGS = ("title", "part", "chapter", "item", "paragraph", "table", "attachment")
SENTENCE = "规范实施行政处罚"


def paper(text=None):
    """The document as it was written, before anybody edits it."""
    pieces = lay_out(text or edited(), figures(), 2024).pieces
    return [Edited(one.setting, one.runs, one.rows) for one in pieces if one.line and one.setting in SETTINGS]


def place(paragraphs, words):
    return next(number for number, one in enumerate(paragraphs) if words in one.text)


def back(paragraphs, **more):
    asked = {"sources": drafted().sources, **more}
    return reconcile(EditedPaper(tuple(paragraphs), {}), edited(), figures(), 2024, **asked)


def told(found):
    return [(one.how, one.tag, one.before, one.after) for one in found.left]


def with_runs(paragraphs, words, change):
    number = place(paragraphs, words)
    runs = tuple(change(run) for run in paragraphs[number].runs)
    return [*paragraphs[:number], replace(paragraphs[number], runs=runs), *paragraphs[number + 1 :]]


def test_a_document_nobody_edited_gives_the_draft_again():
    found = back(paper())
    assert found.draft == written(parse(edited()))
    assert found.left == ()
    assert found.kept == sum(1 for one in paper() for run in one.runs if run.tag)


def test_edited_wording_comes_back_with_its_tokens():
    found = back(with_runs(paper(), SENTENCE, lambda run: replace(run, text=run.text.replace("规范实施", "严格实施"))))
    assert found.draft == written(parse(edited().replace("规范实施行政处罚", "严格实施行政处罚")))
    assert found.left == ()


def test_a_number_changed_in_its_control_comes_back_as_changed():
    def change(run):
        return replace(run, text="5件") if run.tag == "pen-decided" else run

    found = back(with_runs(paper(), SENTENCE, change))
    assert told(found) == [(Left.CHANGED, "pen-decided", "2件", "5件")]
    assert "行政处罚决定5件" in found.draft
    (one,) = found.left
    assert "行政处罚决定2件" in one.paragraph_before
    assert SENTENCE in found.draft.splitlines()[one.line - 1]


def test_a_number_whose_control_is_gone_is_told_and_can_be_bound_again():
    def change(run):
        return replace(run, tag="") if run.tag == "pen-decided" else run

    changed = with_runs(paper(), SENTENCE, change)
    assert told(back(changed)) == [(Left.UNBOUND, "pen-decided", "2件", "2件")]
    found = back(changed, rebind=True)
    assert (found.draft, found.left) == (written(parse(edited())), ())


def test_a_number_that_was_typed_is_told():
    changed = with_runs(paper(), "特此报告", lambda run: replace(run, text="另有案件7件。特此报告。"))
    assert told(back(changed)) == [(Left.TYPED, "", "", "7件")]


def test_what_was_taken_out_and_what_was_moved_are_told_apart():
    paragraphs = paper()
    number = place(paragraphs, SENTENCE)
    without = [*paragraphs[:number], *paragraphs[number + 1 :]]
    assert {one.how for one in back(without).left} == {Left.REMOVED}
    assert "pen-decided" in {one.tag for one in back(without).left}
    moved = [*without, paragraphs[number]]
    assert back(moved).left == ()


def test_words_typed_at_the_edge_of_a_number_are_words_beside_it():
    def change(run):
        return replace(run, text=run.text + "左右") if run.tag == "pen-decided" else run

    found = back(with_runs(paper(), SENTENCE, change))
    assert "{{ pen-decided }}左右" in found.draft
    assert found.left == ()


def test_a_number_of_no_token_of_the_book_is_told():
    changed = with_runs(paper(), "特此报告", lambda run: Run("5件", "no-such-figure"))
    assert told(back(changed)) == [(Left.UNKNOWN, "no-such-figure", "", "5件")]


def test_marks_that_the_document_lost_are_told():
    text = edited().replace("亲自部署", "【不公开：甲】亲自部署【/不公开】")
    pieces = lay_out(edited(), figures(), 2024).pieces
    paragraphs = [Edited(one.setting, one.runs, one.rows) for one in pieces if one.line]
    found = reconcile(EditedPaper(tuple(paragraphs), {}), text, figures(), 2024, sources=drafted().sources)
    assert told(found) == [(Left.MARK, "", "【不公开：甲】", "")]


def test_a_head_that_was_changed_comes_back():
    found = reconcile(
        EditedPaper(tuple(paper()), {"主送机关": "云汀市人民政府"}),
        edited(),
        figures(),
        2024,
        sources=drafted().sources,
    )
    assert parse(found.draft).head["主送机关"] == "云汀市人民政府"


@pytest.mark.parametrize("rebind", [False, True])
def test_numbers_of_a_table_keep_their_tokens(rebind):
    text = edited() + "\n# 主要指标\n\n| 指标 | 数值 |\n| --- | --- |\n| 处罚 | {{ pen-decided }} |\n"
    found = reconcile(
        EditedPaper(tuple(paper(text)), {}), text, figures(), 2024, sources=drafted().sources, rebind=rebind
    )
    assert found.draft == written(parse(text))
    assert found.left == ()


def test_a_paper_of_one_cut_keeps_the_names_of_the_offices():
    pieces = lay_out(edited(), figures(), 2024, of=Cut.SUBMITTED).pieces
    paragraphs = [Edited(one.setting, one.runs, one.rows) for one in pieces if one.line]
    found = back(paragraphs)
    assert (found.draft, found.left) == (written(parse(edited())), ())
