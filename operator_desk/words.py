"""Sentences in the language of the person at the command line; the window has Qt's own way."""

from __future__ import annotations

import os
from functools import cache
from xml.etree import ElementTree

from operator_desk import resources
from operator_desk.domain.errors import UserError
from operator_desk.domain.said import Said

LANGUAGES = ("zh_CN", "en")
_CONTEXTS = ("Cli", "UserError")


def system_language() -> str:
    """zh_CN where the system speaks Chinese, else en."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name, "")
        if value:
            return "zh_CN" if value.lower().startswith("zh") else "en"
    return "en"


def noted(text: str) -> str:
    """The text itself: marks what `say` is given later, for the script that collects texts."""
    return text


def say(text: str, language: str, **values: object) -> str:
    """A sentence in a language, its `{}` fields filled; without a translation in English."""
    template = _translations(language).get(text, text)
    filled = {name: _value(value, language) for name, value in values.items()}
    return template.format(**filled) if filled else template


def sentence(error: UserError | Said, language: str) -> str:
    """What a UserError, or a sentence as a value, says in a language and on one line."""
    return " ".join(say(error.text, language, **error.values).split())


def _value(value: object, language: str) -> object:
    return sentence(value, language) if isinstance(value, UserError | Said) else value


@cache
def _translations(language: str) -> dict[str, str]:
    path = resources.path("resources", "i18n", f"operator_desk_{language}.ts")
    if language == "en" or not path.exists():
        return {}
    found: dict[str, str] = {}
    for context in ElementTree.parse(path).getroot().iter("context"):
        if context.findtext("name") in _CONTEXTS:
            found.update(_messages(context))
    return found


def _messages(context: ElementTree.Element) -> dict[str, str]:
    found = {}
    for message in context.iter("message"):
        source, words = message.findtext("source"), message.findtext("translation")
        if source and words:
            found[source] = words
    return found
