"""Profiles as values that tests change, and written back as TOML."""

from __future__ import annotations

import copy
import json
import tomllib
from datetime import date
from functools import cache
from typing import Any

from operator_desk import resources
from operator_desk.domain import profile_toml
from operator_desk.domain.profile import Profile

NAMES = ("general-12345", "city-311")
RULES = ("classing", "kinds", "limits", "targets")
CATEGORIES = "\n".join(
    json.dumps({"code": code, "name": f"n{code}", "pinyin": "n", "initials": "n"})
    for code in ("01", "03", "04", "05", "0101", "0506")
)
Values = dict[str, Any]


@cache
def _parsed(name: str) -> Values:
    path = resources.path("resources", "profiles", f"{name}.toml")
    return tomllib.loads(path.read_text(encoding="utf-8"))


def shipped(name: str = "general-12345") -> Values:
    """The values of a shipped profile, free to be changed."""
    return copy.deepcopy(_parsed(name))


def written(value: object) -> str:
    """A value as TOML, on one line."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list):
        return f"[{', '.join(map(written, value))}]"
    if isinstance(value, dict):
        return f"{{{', '.join(f'{key} = {written(one)}' for key, one in value.items())}}}"
    return json.dumps(value, ensure_ascii=False) if isinstance(value, str) else str(value)


def text(values: Values) -> str:
    """A whole profile as TOML."""
    return "".join(f"{key} = {written(value)}\n" for key, value in values.items())


def loaded(values: Values) -> Profile:
    """The profile of changed values, over a few categories."""
    return profile_toml.load(text(values), CATEGORIES)
