"""What a system is told of events: its subscriptions, what waits for it, dead letters, and sending one again.

Subscriptions themselves are made on the command line, by who sees to the installation.
"""

from __future__ import annotations

from typing import Literal

from django.db.models import QuerySet
from django.http import Http404
from ninja import Router

from yifa.interfaces.api.declaring import READERS, route
from yifa.interfaces.api.holders import Asked
from yifa.interfaces.api.shapes.deliveries import DeliveryPage, DeliveryShape, SubscriptionList, SubscriptionShape
from yifa.interfaces.api.shapes.fields import After, Id, Many
from yifa.record.deliveries.actions import send_again
from yifa.record.deliveries.models import Delivery, Subscription
from yifa.record.jobs import moments

router = Router(tags=["deliveries"])
DeliveryWord = Literal["waiting", "delivered", "dead"]


@route(router, "GET", "/subscriptions", roles=READERS, answer=SubscriptionList)
def list_subscriptions(request: Asked) -> SubscriptionList:
    """List the subscriptions of the officer of this token."""
    return SubscriptionList(
        subscriptions=[
            SubscriptionShape(
                id=one.id, label=one.label, address=one.url, acts=one.acts, first=one.first, last=one.last
            )
            for one in _own(request)
        ]
    )


@route(router, "GET", "/deliveries", roles=READERS, answer=DeliveryPage)
def list_deliveries(
    request: Asked, state: DeliveryWord | None = None, after: After = 0, limit: Many = 50
) -> DeliveryPage:
    """List what was, is or could not be delivered to the systems of this token's officer; dead letters with why."""
    rows = Delivery.objects.filter(subscription__in=[one.id for one in _own(request)], id__gt=after)
    if state is not None:
        rows = rows.filter(state=state)
    page = list(rows.order_by("id")[: limit + 1])
    return DeliveryPage(
        deliveries=[_delivery(one) for one in page[:limit]], next=page[limit - 1].id if len(page) > limit else None
    )


@route(
    router,
    "POST",
    "/deliveries/{delivery}/again",
    roles=READERS,
    writes=True,
    answer=DeliveryShape,
    status=202,
    refuses=(404,),
)
def deliver_again(request: Asked, delivery: Id) -> DeliveryShape:
    """Send a dead letter again, as if it had never been tried."""
    found = Delivery.objects.filter(id=delivery, subscription__in=[one.id for one in _own(request)]).first()
    if found is None:
        raise Http404
    return _delivery(send_again(found, moments.now()))


def _own(request: Asked) -> QuerySet[Subscription]:
    return Subscription.objects.filter(officer=request.auth.officer).order_by("id")


def _delivery(one: Delivery) -> DeliveryShape:
    return DeliveryShape(
        id=one.id,
        subscription=one.subscription_id,
        organ=one.organ,
        number=one.number,
        event=one.event,
        state=one.state,
        attempts=one.attempts,
        due=one.due,
        said=one.said,
        made=one.made,
    )
