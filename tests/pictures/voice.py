"""Readbacks with the machine's voice: reading, held, lost; a number said digit by digit."""

from __future__ import annotations

from operator_desk.domain.terms import Answer, Scope
from tests.pictures.stand import Stand, settle
from tests.pictures.words import OFFICE


class VoiceStates(Stand):
    """Every `to_…` method brings the window into one state."""

    def to_reading_aloud(self) -> None:
        self.to_typing()  # type: ignore[attr-defined]
        self.settings.set("voice", True)
        self.window.call.desk.scope = Scope.WHOLE
        self.run("begin_readback")
        for _ in range(2):
            self.voice.begin()
            self.window.call.desk.answer(Answer.CONFIRMED)
        self.voice.begin()
        self.voice.word(6, 12)
        settle()

    def to_voice_held(self) -> None:
        self.to_reading_aloud()
        self.run("hold_voice")

    def to_voice_lost(self) -> None:
        self.to_reading_aloud()
        self.voice.fail("died")
        settle()

    def to_number_said(self) -> None:
        self.to_typing()  # type: ignore[attr-defined]
        self.window.call.knowledge.open_key(OFFICE.key)
        self.run("say_number")
