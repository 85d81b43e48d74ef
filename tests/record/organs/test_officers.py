"""Officers: certificates on a day, who signs for whom, and who may read of them."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection

from tests.record.register import BEGAN, CLERK, TODAY, register
from yifa.record.chain.queries import value
from yifa.record.organs.actions import appoint, delegate, give_post, grant_leave, issue_certificate, note_certificate
from yifa.record.organs.choices import CertificateEventKind, Rank
from yifa.record.organs.models import Certificate, CertificateEvent, Officer, Post
from yifa.record.organs.queries import certified, signs_for
from yifa.record.scope import Scope, Unscoped, everything, within

pytestmark = pytest.mark.django_db


def test_a_certificate_holds_from_its_issue_until_it_runs_out_is_suspended_or_cancelled() -> None:
    held = register()
    with everything("a test"):
        officer = appoint(held.market, "0412", "冯知秋", actor=CLERK, on=BEGAN)
        one = issue_certificate(officer, "QP-0412", actor=CLERK, on=date(2024, 1, 1), last=date(2026, 12, 31))
        note_certificate(one, CertificateEventKind.CHECKED, actor=CLERK, on=date(2025, 1, 10))
        note_certificate(one, CertificateEventKind.SUSPENDED, actor=CLERK, on=date(2025, 3, 1))
        note_certificate(one, CertificateEventKind.RESTORED, actor=CLERK, on=date(2025, 5, 1))
        note_certificate(one, CertificateEventKind.CANCELLED, actor=CLERK, on=date(2026, 6, 1))
        days = ["2023-12-31", "2024-01-01", "2025-02-28", "2025-03-01", "2025-04-30", "2025-05-01", "2026-06-01"]
        found = [certified(officer, date.fromisoformat(day)) for day in days]
    assert found == [False, True, True, False, False, True, False]


def test_who_signs_while_the_head_is_away() -> None:
    held = register()
    with everything("a test"):
        head = appoint(held.market, "1", "江临川", actor=CLERK, on=BEGAN, title="局长", rank=Rank.PRINCIPAL)
        deputy = appoint(held.market, "2", "何有田", actor=CLERK, on=BEGAN, title="副局长", rank=Rank.DEPUTY)
        post = Post.objects.get(officer=head)
        delegate(post, deputy, actor=CLERK, on=date(2026, 1, 1), matters=["penalty-ordinary"])
        grant_leave(head, actor=CLERK, first=date(2026, 3, 2), last=date(2026, 3, 6))
        grant_leave(deputy, actor=CLERK, first=date(2026, 3, 5), last=date(2026, 3, 6))
        found = [
            signs_for(post, date(2026, 3, day), procedure)
            for day, procedure in (
                (1, "penalty-ordinary"),
                (2, "penalty-ordinary"),
                (2, "licence"),
                (5, "penalty-ordinary"),
            )
        ]
    assert found == [head, deputy, None, None]


def test_officers_are_read_within_a_scope_alone_also_by_relations_and_raw() -> None:
    held = register()
    with everything("a test"):
        mine = appoint(held.market, "0412", "冯知秋", actor=CLERK, on=BEGAN)
        other = appoint(held.justice, "0412", "何有田", actor=CLERK, on=BEGAN)
        issue_certificate(mine, "M", actor=CLERK, on=BEGAN, last=None)
        certificate = issue_certificate(other, "J", actor=CLERK, on=BEGAN, last=None)
        note_certificate(certificate, CertificateEventKind.CHECKED, actor=CLERK, on=TODAY)
    for unscoped in (
        Officer.objects.all,
        held.market.officers.count,
        Certificate._base_manager.all,
        lambda: raw("SELECT * FROM organs_officer"),
        lambda: raw('SELECT count(*) FROM "organs_certificate" c'),
    ):
        with pytest.raises(Unscoped):
            unscoped()
    with within(Scope.of([held.market.id])):
        assert list(Officer.objects.all()) == [mine]
        assert [one.number for one in Certificate.objects.all()] == ["M"]
        assert list(CertificateEvent.objects.all()) == []
        assert held.justice.officers.count() == 0
        with pytest.raises(Certificate.DoesNotExist):
            certificate.refresh_from_db()
        with pytest.raises(Unscoped, match="organs_officer was to be reached past the scope: SELECT name FROM"):
            raw("SELECT name FROM organs_officer")
        with pytest.raises(Unscoped, match="inside the scope of 1 organs"), everything("curiosity"):
            pass
    with within(Scope.of([])):
        assert list(Officer.objects.all()) == []


def raw(sql: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql)


def test_the_name_of_an_officer_stands_in_no_row_and_in_no_entry() -> None:
    held = register()
    with everything("a test"):
        officer = appoint(held.market, "0412", "冯知秋", actor=CLERK, on=BEGAN)
        give_post(officer, held.market, "科长", Rank.SECTION_HEAD, actor=CLERK, on=TODAY)
        assert value(Officer.objects.get().name) == "冯知秋"
        with connection.cursor() as cursor:
            cursor.execute("SELECT name FROM organs_officer")
            assert cursor.fetchall() == [(officer.name,)]
            cursor.execute("SELECT count(*) FROM chain_entry WHERE text LIKE '%%冯知秋%%'")
            assert cursor.fetchall() == [(0,)]
