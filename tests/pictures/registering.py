"""The states of the strip with what is proposed: units, categories, likely duplicates."""

from __future__ import annotations

from operator_desk.domain.terms import MatterKind
from tests.pictures.stand import Stand, settle

_LIFT = ("六号楼的电梯又停了，", "昨天刚修过，今天早上又不动。")
_CARD = (
    "去年三月在学府路的盛世健身房办了年卡，交了3980元。",
    "昨天去发现已经关门，卡里还剩两千六百多元，联系人王女士不接电话。",
    "我住在阳光花园小区3号楼2单元501室，回电请打13911112222。",
)
_CARD_LEAF = "退卡退费"
_NUMBER = "16000000117"


class RegisteringStates(Stand):
    """Every `to_…` method brings the window into one state around the registration strip."""

    def to_category_proposed(self) -> None:
        self.run("answer_call")
        call = self.window.call
        call.desk.set_caller(number=_NUMBER)
        call.desk.edit_record(list(_LIFT), 0)
        call._propose()
        settle()

    def to_elements_proposed(self) -> None:
        self.run("answer_call")
        call = self.window.call
        call.desk.set_caller(number=_NUMBER)
        call.desk.edit_record(list(_CARD), 0)
        leaf = next(one for one in self.desk.profile.categories.leaves() if one.name == _CARD_LEAF)
        call.desk.set_category(leaf.code)
        call.desk.set_kind(MatterKind.COMPLAINT)
        call.elements._propose()
        call.listening.focus_first()
        settle()
        assert call.listening._fields["paid"].shows_offer

    def to_strip_elements_proposed(self) -> None:
        self.to_elements_proposed()
        self.run("registration")
        self.window.call.elements._propose()
        self.window.call.strip.fields["callback"].setFocus()
        settle()

    def to_unit_proposed(self) -> None:
        self.at_the_strip()
        self.window.call.strip.fields["unit"].setFocus()
        settle()

    def at_the_strip(self) -> None:
        """A call about a lift that is stuck again, with kind, category and place."""
        self.run("answer_call")
        call = self.window.call
        call.desk.set_caller(number=_NUMBER)
        call.desk.edit_record(list(_LIFT), 0)
        leaf = next(one for one in self.desk.profile.categories.leaves() if one.name == "电梯故障")
        call.desk.set_category(leaf.code)
        call.desk.set_kind(MatterKind.COMPLAINT)
        call.desk.set_strip(title="建设和平社区六号楼电梯又停了", place="建设和平社区六号楼")
        self.run("registration")
        settle()

    def to_duplicates(self) -> None:
        self.at_the_strip()
        self.run("to_middle")
        assert self.window.call.strip.duplicates.offered
        settle()
