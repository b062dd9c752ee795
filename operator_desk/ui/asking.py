"""The questions that a key asks in the strip: why not ready, what an outgoing call is for, …"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from operator_desk.domain.numbers import masked
from operator_desk.domain.profile import Profile
from operator_desk.domain.terms import Purpose
from operator_desk.domain.views import CallRow
from operator_desk.ui import names
from operator_desk.ui.kit.words import later, tr
from operator_desk.ui.questions import Question, Reply

_PURPOSES = (
    (Purpose.CALLBACK, later("Call-back of a missed call")),
    (Purpose.FOLLOW_UP, later("Follow-up call")),
    (Purpose.CORRECTION, later("Correction call-back")),
    (Purpose.NONE, later("Other outgoing call")),
)
_NAMED = 5


def seat_question(
    profile: Profile, language: str, chosen: Callable[[str | None, str], object]
) -> Question:
    """Ready (0), or not ready for the reason of a digit; `chosen` gets its code and words."""
    replies = [Reply("0", tr("Ready"), lambda: chosen(None, ""))]
    for reason in profile.reasons.get("not_ready", ()):
        if reason.digit:
            words = reason.text(language)
            replies.append(Reply(reason.digit, words, partial(chosen, reason.code, words)))
    return Question("seat", tr("Ready, or not ready: why?"), tuple(replies))


def purpose_question(chosen: Callable[[Purpose], object]) -> Question:
    """What an outgoing call is for."""
    replies = tuple(
        Reply(str(digit), tr(words), partial(chosen, purpose))
        for digit, (purpose, words) in enumerate(_PURPOSES, 1)
    )
    return Question("purpose", tr("What is the outgoing call for?"), replies)


def purpose_word(purpose: Purpose) -> str:
    """The word of a purpose."""
    return next((tr(words) for one, words in _PURPOSES if one is purpose), purpose.value)


def sign_off_question(
    profile: Profile, waiting: Sequence[CallRow], not_stored: int, off: Callable[[], object]
) -> Question:
    """Signing off with work left: what is still to register or to store."""
    parts = []
    if waiting:
        named = [
            f"{names.local(profile, row.started_at, '%m-%d %H:%M')} {masked(row.number)}".strip()
            for row in waiting[:_NAMED]
        ]
        listed = tr(", ").join(named)
        if len(waiting) > _NAMED:
            listed = tr("{listed} and {n} more", listed=listed, n=len(waiting) - _NAMED)
        parts.append(tr("Still to register: {n} ({calls}).", n=len(waiting), calls=listed))
    if not_stored:
        parts.append(tr("Not stored yet: {n}. What is kept on this disk stays.", n=not_stored))
    replies = (
        Reply("1", tr("Back to work"), lambda: None),
        Reply("2", tr("Sign off all the same"), off),
    )
    return Question("sign_off", " ".join(parts), replies)
