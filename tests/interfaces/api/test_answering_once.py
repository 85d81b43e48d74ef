"""A request that comes again is answered the same, and nothing is done again: also after a restart."""

from __future__ import annotations

import json

from django.db import connection

from tests.interfaces.api.world import World
from yifa.record.chain.models import EntryRow
from yifa.record.tokens.models import Answer

SENT = {"organ": "qp-market", "procedure": "licence", "number": "8", "on": "2026-03-02", "title": "何有田申请"}
KEY = {"Idempotency-Key": "my-own-key-1"}


def test_the_same_key_and_the_same_body_are_answered_the_same_and_done_once(county: World) -> None:
    first = county.ask("handler", "/cases", "POST", SENT, **KEY)
    before = EntryRow.objects.count()
    again = county.ask("handler", "/cases", "POST", SENT, **KEY)
    assert (again.status_code, again.content) == (201, first.content)
    assert (again.headers["Yifa-Answered-Before"], EntryRow.objects.count()) == ("yes", before)


def test_the_same_key_for_something_else_is_refused(county: World) -> None:
    county.ask("handler", "/cases", "POST", SENT, **KEY)
    other = county.ask("handler", "/cases", "POST", {**SENT, "number": "9"}, **KEY)
    assert (other.status_code, json.loads(other.content)["type"]) == (409, "urn:yifa:problem:key-used")


def test_a_key_is_one_of_the_token_and_not_of_everybody(county: World) -> None:
    county.ask("handler", "/cases", "POST", SENT, **KEY)
    sent = {**SENT, "organ": "linyue"}
    assert county.ask("neighbour", "/cases", "POST", sent, **KEY).status_code == 201


def test_what_was_refused_is_judged_anew(county: World) -> None:
    missing = county.ask("handler", "/cases/77777/acts", "POST", {"kind": "application-accepted"}, **KEY)
    assert missing.status_code == 404
    assert not Answer.objects.exists()
    assert county.ask("handler", "/cases", "POST", SENT, **KEY).status_code == 201


def test_without_a_key_nothing_is_written(county: World) -> None:
    before = EntryRow.objects.count()
    answer = county.ask("handler", "/cases", "POST", SENT, **{"Idempotency-Key": "short"})
    assert (answer.status_code, json.loads(answer.content)["type"]) == (400, "urn:yifa:problem:no-key")
    assert EntryRow.objects.count() == before


def test_no_word_of_what_was_sent_is_kept_with_the_answer(county: World) -> None:
    county.ask("handler", "/cases", "POST", SENT, **KEY)
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM tokens_answer")
        assert "何有田" not in str(cursor.fetchall())
