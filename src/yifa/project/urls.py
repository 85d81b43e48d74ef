"""Where what is found on the site: the API below `api/`, everything else is the office."""

from __future__ import annotations

from django.urls import include, path

from yifa.interfaces.api.alive import alive
from yifa.interfaces.api.site import build_api

urlpatterns = [
    path("api/v1/", build_api().urls),
    path("alive", alive),
    path("", include("yifa.interfaces.office.urls")),
]
handler404 = "yifa.interfaces.office.errors.not_there"
handler500 = "yifa.interfaces.office.errors.unexpected"
