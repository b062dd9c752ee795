"""How often a proof is repeated, and the seed of its chance."""

from __future__ import annotations

import os
import random
from collections.abc import Callable
from typing import Any

_SEED = "20261123"
Record = Callable[[str, Any], None]


def full() -> bool:
    """Whether the full counts are asked for (`make proof`)."""
    return os.environ.get("OPERATOR_DESK_PROOF") == "full"


def count(all_of: int, part: int) -> int:
    """The full count in `make proof`, a part of it in `make test`."""
    return all_of if full() else part


def seed() -> str:
    """What all chance begins with; OPERATOR_DESK_SEED gives another one."""
    return os.environ.get("OPERATOR_DESK_SEED") or _SEED


def chance(*name: object) -> random.Random:
    """Random numbers that are the same in every run with the same seed."""
    return random.Random(":".join([seed(), *map(str, name)]))
