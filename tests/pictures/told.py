"""The states of told-to lists: versions marked wrong, and the calls back."""

from __future__ import annotations

from dataclasses import replace

from operator_desk.domain import call_flow
from operator_desk.domain.draft import Stamp
from operator_desk.domain.terms import Outcome
from operator_desk.ui.knowledge.editor.section import ArticlesSection
from tests.pictures.editors import EditorStates
from tests.pictures.stand import settle
from tests.pictures.words import NEW_LAW

_NUMBERS = ("13800002206", "0551-62881234", "", "13900003307")


class ToldStates(EditorStates):
    """Every `to_…` method brings the window into one state around told-to lists."""

    def told(self) -> None:
        """The article on parking was told in some calls, then its sentence was corrected."""
        calls, article = self.desk.calls, self.desk.knowledge.get(NEW_LAW.key)
        actor = self.person("wang")
        for number in _NUMBERS:
            draft = calls.begin(actor, number=number)
            stamp = Stamp(self.desk.clock(), calls.stamp().new_id)
            draft = call_flow.told(draft, NEW_LAW.key, article.version_id, NEW_LAW.title, stamp)
            draft = call_flow.hung_up(draft, draft.started_at, stamp)
            calls.finish(replace(draft, chosen=Outcome.DIRECT_ANSWER), self.desk.clock())
        fresh = replace(article.article, answer="临时停车半小时以内不收费。")
        self.desk.knowledge.put(self.person("sun"), [fresh])

    def offered(self) -> ArticlesSection:
        self.told()
        section = self.editor("sun")
        section.offer.look(NEW_LAW.key)
        settle()
        return section

    def to_correction_offer(self) -> None:
        self.offered().offer.mark.setFocus()
        settle()

    def to_correction_mark(self) -> None:
        self.offered().offer.mark.click()
        settle()

    def to_versions(self) -> None:
        self.told()
        self.desk.recalls.mark(self.person("sun"), NEW_LAW.key, "免费时长写错了", 1, 1)
        section = self.editor("sun")
        section.desk.edit(NEW_LAW.key)
        settle()
        section.pane.show_side("history")
        section.pane.history.table.selectRow(1)
        section.pane.focus_work()
        settle()
