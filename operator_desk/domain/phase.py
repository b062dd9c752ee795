"""The phases of a call at the desk; they decide which keys work and what the middle shows."""

from __future__ import annotations

from enum import StrEnum


class Phase(StrEnum):
    """Where the operator is: from signed out to the work after the call."""

    SIGNED_OUT = "signed_out"
    NO_CALL = "no_call"
    LISTENING = "listening"
    READBACK = "readback"
    REGISTERING = "registering"
    AFTER_CALL = "after_call"
