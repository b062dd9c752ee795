"""The seal of a record: which values it covers and how its hash is made (form v1)."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

from operator_desk.domain.canonical import canonical, link_hash
from operator_desk.domain.facts import Seal


def seal_body(seal: Seal) -> dict[str, Any]:
    """All values of a seal that its hash covers: every field but `seal_hash` itself."""
    return {
        field.name: getattr(seal, field.name) for field in fields(seal) if field.name != "seal_hash"
    }


def seal_hash(seal: Seal) -> str:
    """The link of a seal: SHA-256 over the desk's seal before and the canonical body."""
    return link_hash(seal.previous, canonical("seal", seal_body(seal)))


def closed(seal: Seal) -> Seal:
    """The seal with its hash filled in."""
    return replace(seal, seal_hash=seal_hash(seal))
