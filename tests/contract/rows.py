"""Small makers of facts: every one has an id of its own and comes a second after the last."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from itertools import count
from typing import Any
from uuid import UUID

from operator_desk.domain import facts
from operator_desk.domain.canonical import GENESIS
from operator_desk.domain.facts import Fact
from operator_desk.domain.seals import closed
from operator_desk.domain.terms import (
    CallClass,
    Direction,
    Entry,
    MatterKind,
    Mode,
    Outcome,
    Scope,
    Secrecy,
    Urgency,
)
from tests.domain.makers import NOON

DAY = date(2026, 11, 23)
ANNA, BEN = UUID(int=901), UUID(int=902)

_numbers = count(1)
Common = dict[str, Any]


def common() -> Common:
    """What every fact has."""
    n = next(_numbers)
    return {"id": UUID(int=n << 64 | n), "at": NOON + timedelta(seconds=n), "actor": ANNA}


def call(**given: Any) -> facts.Call:
    """A call that came in on DAY."""
    own = common()
    usual: Common = {
        "started_at": own["at"],
        "local_day": DAY,
        "direction": Direction.IN,
        "entry": Entry.LIVE,
    }
    return facts.Call(**{**own, **usual, **given})


def caller(of: facts.Call, **given: Any) -> facts.Caller:
    """Who called."""
    return facts.Caller(**{**common(), "call_id": of.id, "number": "138 0000 2206", **given})


def end(of: facts.Call, **given: Any) -> facts.CallEnd:
    """The end of a call after 60 s."""
    usual: Common = {
        "call_id": of.id,
        "ended_at": of.started_at + timedelta(seconds=60),
        "outcome": Outcome.SILENT,
        "call_class": CallClass.INBOUND,
        "counted": True,
        "rule": "inbound",
        "talk_s": 60,
    }
    return facts.CallEnd(**{**common(), **usual, **given})


def close(of: facts.Call, seconds: int) -> facts.CallClose:
    """The end of the after-call work."""
    return facts.CallClose(**common(), call_id=of.id, after_call_s=seconds)


def matter(of: facts.Call, n: int = 1) -> facts.Matter:
    """The n-th matter of a call."""
    return facts.Matter(**common(), call_id=of.id, n=n)


def form(of: facts.Matter, **given: Any) -> facts.MatterForm:
    """What was noted of a matter."""
    return facts.MatterForm(**{**common(), "matter_id": of.id, **given})


def ticket(of: facts.Matter, number: str, **given: Any) -> facts.Ticket:
    """A complaint about a street lamp."""
    own = common()
    usual: Common = {
        "number": number,
        "call_id": of.call_id,
        "matter_id": of.id,
        "registered_at": own["at"],
        "local_day": DAY,
        "kind": MatterKind.COMPLAINT,
        "urgency": Urgency.NORMAL,
        "secrecy": Secrecy.OPEN,
        "title": "路灯不亮",
        "place": "Lake Street 5",
        "callback": "13800002206",
    }
    return facts.Ticket(**{**own, **usual, **given})


def seal(of: facts.Matter, number: int, **given: Any) -> facts.Seal:
    """A seal over nothing."""
    usual: Common = {
        "desk": "A07",
        "matter_id": of.id,
        "number": number,
        "part": 0,
        "scope": Scope.WHOLE,
        "mode": Mode.MANUAL,
        "items": ({"kind": "summary", "row": str(of.id)},),
        "head_n": 0,
        "head_hash": GENESIS,
        "previous": GENESIS,
        "seal_hash": "",
    }
    return closed(facts.Seal(**{**common(), **usual, **given}))


def article(key: str, version: int = 1, **given: Any) -> facts.ArticleVersion:
    """A version of an article."""
    usual: Common = {
        "key": key,
        "version": version,
        "kind": "regulation",
        "title": f"title of {key}",
        "body": "words",
    }
    return facts.ArticleVersion(**{**common(), **usual, **given})


def told(of: facts.Matter, of_article: facts.ArticleVersion, **given: Any) -> facts.Told:
    """An article was told."""
    usual: Common = {
        "call_id": of.call_id,
        "matter_id": of.id,
        "article_key": of_article.key,
        "version_id": of_article.id,
    }
    return facts.Told(**{**common(), **usual, **given})


def ticketed(number: str, caller_number: str = "13800002206", **given: Any) -> list[Fact]:
    """A call with one matter and its ticket; `given` are values of the ticket."""
    of = call(actor=given.get("actor", ANNA))
    one = matter(of)
    return [of, caller(of, number=caller_number), one, ticket(one, number, **given)]


def later(instant: datetime, seconds: int) -> datetime:
    """Some seconds after an instant."""
    return instant + timedelta(seconds=seconds)
