"""Taking files in from a form: names made harmless, archives opened, too much told with what is too much."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from yifa.interfaces.office.errors import too_much
from yifa.interfaces.trays.intake import MOST_BYTES, Intake, NotAnArchive, TooMuch
from yifa.wording import Language

MB = 1_000_000
Errors = list[tuple[str, str]]


def take_in(request: HttpRequest, field: str, into: Intake, errors: Errors, speech: Language) -> int:
    """Take the files of a field into a tray; how many. Adds to `errors` what could not be taken."""
    files: Sequence[Any] = request.FILES.getlist(field)
    paths = request.POST.getlist(f"{field}-paths")
    before = into.files
    for file, name in zip(files, _names(files, paths), strict=True):
        words = _taken(file, name, into, speech)
        if words:
            errors.append((field, words))
    return into.files - before


def _names(files: Iterable[Any], paths: list[str]) -> list[str]:
    """The names of files; where a folder was chosen, with the folders they lie in, as the page's script says them."""
    plain = [file.name or "_" for file in files]
    whole = len(paths) == len(plain) and all(path.endswith(name) for path, name in zip(paths, plain, strict=True))
    return paths if whole else plain


def _taken(file: Any, name: str, into: Intake, speech: Language) -> str:
    """Take one file; what is wrong with it, in words."""
    say = speech.say
    try:
        into.put(name, file, file.size or 0)
    except TooMuch as error:
        if error.bytes_:
            return say("{name}: too much for one time, at most {most} MB are taken", name=name, most=MOST_BYTES // MB)
        return say("{name}: too many files for one time; send some of them apart", name=name)
    except NotAnArchive:
        return say("{name} cannot be opened; is it locked or broken?", name=name)
    return ""


def bounded(answer: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Refuse what is too large to be taken before a byte of it is read."""

    def answering(request: HttpRequest) -> HttpResponse:
        length = request.META.get("CONTENT_LENGTH") or "0"
        if not length.isdigit() or int(length) > settings.MOST_HANDED_IN:
            return too_much(request, settings.MOST_HANDED_IN // MB)
        return answer(request)

    return answering
