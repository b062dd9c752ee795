"""The states of told-to lists: versions marked wrong, and the calls back."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from operator_desk.domain import call_flow
from operator_desk.domain.knowledge_terms import RecallAction
from operator_desk.domain.recalls import ToldList
from operator_desk.domain.terms import MatterKind, Outcome
from operator_desk.ui.knowledge.editor.pane import DraftPane
from operator_desk.ui.knowledge.editor.section import ArticlesSection
from operator_desk.ui.knowledge.told.section import ToldSection
from operator_desk.ui.main_window import MainWindow
from tests.pictures.editors import EditorStates
from tests.pictures.stand import settle
from tests.pictures.words import NEW_LAW, OFFICE

_NUMBERS = ("13800002206", "0551-62881234", "", "13900003307")


class ToldStates(EditorStates):
    """Every `to_…` method brings the window into one state around told-to lists."""

    def told(self) -> None:
        """The article on parking was told in some calls, then its sentence was corrected."""
        article = self.desk.knowledge.get(NEW_LAW.key)
        for number in _NUMBERS:
            self.tell(article.version_id, number)
        self.tell(article.version_id, "13700005506", MatterKind.REPORT)
        fresh = replace(article.article, answer="临时停车半小时以内不收费。")
        self.desk.knowledge.put(self.person("sun"), [fresh])

    def tell(self, version: UUID, number: str, kind: MatterKind = MatterKind.INQUIRY) -> None:
        """A whole call in which the article on parking was told."""
        calls = self.desk.calls
        draft, stamp = calls.begin(self.person("wang"), number=number), calls.stamp()
        draft = draft.with_matter(replace(draft.matter, kind=kind))
        draft = call_flow.told(draft, NEW_LAW.key, version, NEW_LAW.title, stamp)
        draft = call_flow.hung_up(draft, draft.started_at, stamp)
        calls.finish(replace(draft, chosen=Outcome.DIRECT_ANSWER), stamp.at)

    def marked(self) -> ToldList:
        self.told()
        sun, recalls = self.person("sun"), self.desk.recalls
        return recalls.told_list(sun, recalls.mark(sun, NEW_LAW.key, "免费时长写错了", 1, 1))

    def told_section(self, login: str) -> ToldSection:
        self.show(MainWindow(self.parts, self.person(login)))
        self.run("show_told")
        section = self.window.pages["show_told"].front  # type: ignore[attr-defined]
        assert isinstance(section, ToldSection)
        section._into()
        settle()
        return section

    def to_told_lists(self) -> None:
        found, recalls = self.marked(), self.desk.recalls
        wang, (first, second, *_more) = self.person("wang"), found.calls
        recalls.note(wang, found.id, first.call_id, RecallAction.NOT_REACHED)
        recalls.note(wang, found.id, first.call_id, RecallAction.NOT_REACHED, "关机")
        recalls.note(wang, found.id, second.call_id, RecallAction.NOT_NEEDED, "本人来电已知晓")
        section = self.told_section("wang")
        section.detail.calls.selectRow(1)
        settle()

    def to_told_reason(self) -> None:
        self.marked()
        self.told_section("zhao").detail.calls.want("not_needed")
        settle()

    def to_told_nothing(self) -> None:
        self.show(MainWindow(self.parts, self.person("wang")))
        self.run("show_told")

    def to_told_waiting(self) -> None:
        self.marked()
        self.window.show_page("show_call")
        settle()

    def to_call_back(self) -> None:
        self.marked()
        self.told_section("wang").detail.calls.want("call")
        settle()

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

    def to_old_number(self) -> None:
        self.elsewhere().ask("submit")
        settle()

    def to_old_number_list(self) -> None:
        self.elsewhere().elsewhere.bar.show_them.click()
        settle()

    def elsewhere(self) -> DraftPane:
        """A contact whose number was changed, and which others still tell."""
        number = OFFICE.phones[0].number
        words = f"请向房屋管理部门咨询，号码是 {number}，也可以到窗口办理。"
        asked = replace(NEW_LAW, key="own:rent", title="租房合同怎么备案", answer=words, phones=())
        self.desk.knowledge.put(self.person("sun"), [asked])
        section = self.editor("sun")
        section.desk.edit(OFFICE.key)
        settle()
        pane = section.pane
        pane.form.phones.rows[0].lines["number"].setText("0999-5550177")
        pane._typed()
        pane.check()
        settle()
        return pane

    def to_versions(self) -> None:
        self.marked()
        section = self.editor("sun")
        section.desk.edit(NEW_LAW.key)
        settle()
        section.pane.show_side("history")
        section.pane.history.table.selectRow(1)
        section.pane.focus_work()
        settle()

    def to_versions_mark(self) -> None:
        self.told()
        section = self.editor("sun")
        section.desk.edit(NEW_LAW.key)
        settle()
        section.pane.show_side("history")
        section.pane.history.table.selectRow(1)
        section.pane.history.mark.click()
        settle()
