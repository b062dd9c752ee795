"""The states of a practice call."""

from __future__ import annotations

from dataclasses import replace

from operator_desk.domain.terms import Answer, MatterKind
from tests.fakes.voice import FakeVoice
from tests.pictures.stand import Stand, settle


class PractisingStates(Stand):
    """Every `to_…` method brings the window into one state of practice."""

    def to_practice_scripts(self) -> None:
        self.begun()

    def begun(self) -> None:
        """The scripts, and no voice that would be heard."""
        self.parts = replace(self.parts, voice=FakeVoice(at_once=False))  # type: ignore[arg-type]
        self.run("practice_call")

    def to_practice_call(self) -> None:
        self.begun()
        picker = self.window.call.picker
        row = next(n for n, one in enumerate(picker.list.rows) if one.value.id == "p-zh-05")
        picker.list._choose(row)
        call = self.window.call
        call.desk.set_kind(MatterKind.COMPLAINT)
        call.desk.set_category("050101")
        for _step in range(3):
            call.caller.step()
        self.type_words("我要投诉一家健身房，办的卡不给退。")  # type: ignore[attr-defined]
        call.caller.step()
        settle()

    def to_practice_readback(self) -> None:
        self.to_practice_call()
        desk = self.window.call.desk
        desk.set_element("merchant", "劲力建身长桥店")
        desk.set_element("paid", "3860元")
        desk.set_element("proof", "有合同和付款截图")
        self.run("begin_readback")
        desk.answer(Answer.CONFIRMED)
        settle()

    def to_practice_result(self) -> None:
        self.to_practice_readback()
        while (run := self.window.call.desk.matter.readback) and run.current < len(run.items):  # type: ignore[union-attr]
            self.window.call.desk.answer(Answer.CONFIRMED)
        self.run("search")
        self.window.call.knowledge.line.setText("退卡")
        self.run("end_call")
        self.run("close_call")
