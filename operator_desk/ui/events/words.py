"""Words of event cards."""

from __future__ import annotations

from operator_desk.domain.event_cards import CardState
from operator_desk.ui.kit.words import later, tr

_STATES = {
    CardState.TO_COME: later("to come"),
    CardState.RUNNING: later("running"),
    CardState.OVER: later("time is over"),
    CardState.SOLVED: later("solved"),
    CardState.WITHDRAWN: later("withdrawn"),
}


def state_word(state: CardState) -> str:
    """How a card stands."""
    return tr(_STATES[state])
