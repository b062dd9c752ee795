"""Canonical form v1: the bytes that hashes, seals and the chain are made of.

Fixed for ever with the first seal; docs/canonical-form.md is its description. The form is
RFC 8785 (JSON canonicalisation) restricted to text, whole numbers, truth values, lists and
objects with ASCII keys: keys sorted, no blanks, UTF-8. A column that is null is left out; a
null further in has no form, so that no change can hide there.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from datetime import date, datetime
from uuid import UUID

from operator_desk.domain.times import format_instant

FORM = 1
GENESIS = "0" * 64
_LARGEST = 2**53 - 1


def canonical(table: str, values: Mapping[str, object]) -> bytes:
    """The canonical bytes of one row: its values, the table's name and the form's version.

    TypeError or ValueError: a value has no canonical form.
    """
    if {"form", "table"} & values.keys():
        raise TypeError("no column is called form or table")
    return dump({"form": FORM, "table": table, **values})


def dump(values: Mapping[str, object]) -> bytes:
    """Canonical JSON of an object, its nulls left out; floats and other types raise TypeError."""
    kept = {name: value for name, value in values.items() if value is not None}
    return json.dumps(
        _plain(kept), sort_keys=True, separators=(",", ":"), ensure_ascii=False
    ).encode("utf-8")


def _plain(value: object) -> object:
    if isinstance(value, bool):
        return value
    if isinstance(value, str):
        return str(value)
    if isinstance(value, int):
        if abs(value) > _LARGEST:
            raise TypeError(f"a number beyond 2^53: {value}")
        return int(value)
    if isinstance(value, datetime):
        return format_instant(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, UUID):
        return str(value)
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    if isinstance(value, Mapping):
        return {_key(key): _plain(item) for key, item in value.items()}
    raise TypeError(f"no canonical form for {type(value).__name__}")


def _key(key: object) -> str:
    if not isinstance(key, str) or not key.isascii():
        raise TypeError(f"keys are ASCII text: {key!r}")
    return key


def content_hash(canonical_bytes: bytes) -> str:
    """SHA-256 of canonical bytes, 64 hexadecimal digits."""
    return hashlib.sha256(canonical_bytes).hexdigest()


def link_hash(previous: str, canonical_bytes: bytes) -> str:
    """SHA-256 over the previous link (its 64 ASCII digits) followed by the canonical bytes."""
    return hashlib.sha256(previous.encode("ascii") + canonical_bytes).hexdigest()


def commitment(salt: bytes, text: str) -> str:
    """SHA-256 over 32 salt bytes followed by the text in UTF-8; proves a text, tells nothing."""
    if len(salt) != 32:
        raise ValueError("a salt has 32 bytes")
    return hashlib.sha256(salt + text.encode("utf-8")).hexdigest()
