"""Every table says what becomes of its rows: chained, only growing, erasable, or of no record; a new one must be told.

What is chained or only grows is refused by triggers (`test_only_growing`, `chain.test_writing`); what belongs to a case
or a party is read within a scope.
"""

from __future__ import annotations

from django.apps import apps
from django.db import models

from yifa.record.cases.models import Case
from yifa.record.chain.chained import Chained
from yifa.record.parties.models import Party
from yifa.record.safekeeping.tallies import PASSING, tables
from yifa.record.scope import ScopedManager

TOLD = {
    "only grow": {"chain_entry", "chain_seal", "access_reading", "parties_read"},
    "values that go when they are erased": {"chain_value"},
    "told by the chain, and made again from it": {
        "chain_head",
        "despatch_count",
        "standing_case",
        "standing_mark",
        "standing_gram",
        "standing_followed",
        "clues_clue",
        "clues_turn",
        "notices_notice",
        "notices_place",
    },
    "drafts, changed freely and gone when they are done": {"cases_act_draft", "papers_draft"},
    "work under way": {
        "deliveries_delivery",
        "deliveries_position",
        "tokens_answer",
        "jobs_schedule",
        "jobs_worker",
        "jobs_progress",
        "jobs_outcome",
        "django_tasks_database_dbtaskresult",
    },
    "how somebody signs in": {
        "accounts_account",
        "accounts_remembered",
        "account_emailaddress",
        "account_emailconfirmation",
        "auth_group",
        "auth_group_permissions",
        "auth_permission",
        "axes_accessattempt",
        "axes_accessattemptexpiration",
        "axes_accessfailurelog",
        "axes_accesslog",
        "django_content_type",
        "django_session",
        "mfa_authenticator",
        "socialaccount_socialaccount",
        "socialaccount_socialapp",
        "socialaccount_socialapp_sites",
        "socialaccount_socialtoken",
        "usersessions_usersession",
    },
    "how somebody works": {
        "announcements_dismissed",
        "exports_export",
        "notices_wish",
        "views_chosen",
        "views_view",
    },
}
"""What becomes of the rows of tables that are not chained."""
ASKED_ELSEWHERE = {
    "notices_notice": "by its officer alone; whether its case may be read is asked when it is shown",
    "parties_read": "by auditors of the organs they look after",
    "standing_gram": "joined to cases that are read within a scope; digests, from which no word can be told",
}
"""Of a case or a party, and read without a scope: why that tells nobody of it."""
EVERY = {model._meta.db_table: model for model in apps.get_models(include_auto_created=True) if model._meta.managed}


def test_every_table_is_chained_or_said_to_be_something_else() -> None:
    chained = {name for name, model in EVERY.items() if issubclass(model, Chained)}
    told = [name for names in TOLD.values() for name in names if name in EVERY]
    assert sorted([*chained, *told]) == sorted(EVERY)


def test_every_table_of_a_case_or_a_party_is_read_within_a_scope() -> None:
    open_ = {
        name
        for name, model in EVERY.items()
        if not isinstance(model._meta.default_manager, ScopedManager)
        and any(
            isinstance(one, models.ForeignKey) and one.related_model in (Case, Party)
            for one in model._meta.concrete_fields
        )
    }
    assert open_ == ASKED_ELSEWHERE.keys()


def test_every_table_is_in_a_backup_and_compared_but_what_is_passing() -> None:
    assert EVERY.keys() - tables().keys() == PASSING
