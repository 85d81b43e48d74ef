"""What every leaflet is made of: a template, scripts, styles and data put together into one HTML file.

The page's own security policy allows just this script and this style, by their hashes, and no request at all. Data
travels as JSON that cannot end its element. Messages are placed in Chinese with their id beside them, so that the
page can change its language.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Callable, Iterable
from importlib.resources import files
from typing import Any

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from yifa import __version__
from yifa.wording import Language


def compose(
    template: str, scripts: Iterable[str], styles: Iterable[str], *, speech: Language, data: Any, **values: Any
) -> str:
    """The page as text: `template` of the assets with its scripts and styles inside, in the order given.

    `values` are for the template; one called `stamp` also takes the place of DIGEST in the styles.
    """
    script = "\n".join(asset(f"{name}.js") for name in scripts)
    style = "\n".join(asset(f"{name}.css") for name in styles).replace("DIGEST", values.get("stamp", ""))
    environment = Environment(autoescape=True, loader=FunctionLoader(asset), undefined=StrictUndefined)
    return environment.get_template(template).render(
        version=__version__,
        policy=_policy(script, style),
        script=Markup(script),  # noqa: S704 - our own files
        style=Markup(style),  # noqa: S704 - our own files
        data=_embedded(data),
        **values,
        **_wording(speech),
    )


def asset(name: str) -> str:
    """A file of this room, with the line ends that its hash is taken over."""
    text = (files("yifa.interfaces.leaflets") / "assets" / name).read_text(encoding="utf-8")
    return text.replace("\r\n", "\n")


def _embedded(data: Any) -> Markup:
    """Data as JSON that cannot end the element it stands in."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.replace("<", "\\u003c"))  # noqa: S704 - no `<` is left in it


def _policy(script: str, style: str) -> str:
    """The page's security policy: this script, this style, and nothing else."""
    return (
        f"default-src 'none'; script-src '{_hash(script)}'; style-src '{_hash(style)}'; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _wording(speech: Language) -> dict[str, Callable[..., Markup | str]]:
    """What a template calls to place a message: in Chinese, with its id beside it for the change of language."""

    def zh(message: str) -> str:
        return speech.catalogue.gettext(message)

    def say(message: str) -> Markup:
        return Markup('<span data-say="{}">{}</span>').format(message, zh(message))

    def attr(name: str, message: str) -> Markup:
        return Markup('{}="{}" data-say-{}="{}"').format(name, zh(message), name, message)

    def option(value: str, message: str) -> Markup:
        return Markup('<option value="{}" data-say="{}">{}</option>').format(value, message, zh(message))

    def choice(name: str, value: str, message: str, *, checked: bool = False) -> Markup:
        return Markup('<label><input type="radio" name="{}" value="{}"{}> {}</label>').format(
            name, value, Markup(" checked") if checked else "", say(message)
        )

    return {"zh": zh, "say": say, "attr": attr, "option": option, "choice": choice}
