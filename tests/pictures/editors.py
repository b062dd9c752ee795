"""The states of what editors see."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import UUID

from operator_desk.app import content
from operator_desk.domain.article import Article, ArticleKind
from operator_desk.domain.errors import UserError
from operator_desk.domain.knowledge_terms import FlagReason, LearnedAction, Queue
from operator_desk.domain.language import LearnedPair, LearnedTable
from operator_desk.domain.question_sets import Question, Rank
from operator_desk.search.tables import FileTables
from operator_desk.services.people import Actor
from operator_desk.ui.knowledge.editor.section import ArticlesSection
from operator_desk.ui.knowledge.language.section import LanguageSection
from operator_desk.ui.knowledge.questions.section import QuestionsSection
from operator_desk.ui.knowledge.queues.section import QueuesSection
from operator_desk.ui.main_window import MainWindow
from tests.pictures.stand import Stand, settle
from tests.pictures.words import (
    AFTER,
    BEFORE,
    LEARNED_PAIRS,
    MISSED,
    NEW_LAW,
    QUESTIONS,
)


class CannedRanks:
    """Ranks by heart: worse after something was changed."""

    def __init__(self, *, changed: bool = False) -> None:
        self._changed = changed

    def ranks(self, questions: Sequence[Question], on: date) -> list[Rank]:
        """The ranks now, or after the change."""
        del on
        known = AFTER if self._changed else BEFORE
        return [known[place % len(known)] for place, _one in enumerate(questions)]

    def change(self, put: Sequence[Article], gone: Sequence[str]) -> None:
        """Something is published or taken away."""
        self._changed = bool(put or gone)


class EditorStates(Stand):
    """Every `to_…` method brings the window into one state of the editors' pages."""

    def language(self) -> LanguageSection:
        """The section of callers' words, for the editor of the practice desk."""
        pairs = tuple(
            LearnedPair(lay, word, chance, times) for lay, word, chance, times in LEARNED_PAIRS
        )
        table = LearnedTable(datetime(2026, 11, 22, 23, 30, tzinfo=UTC), 900, 812, 774, pairs)
        FileTables(self.desk.folder / content.INDEX).keep_learned(table)
        row = next(one for one in self.desk.people.all() if one.login == "sun")
        self.show(MainWindow(self.parts, Actor(row.staff_id, row.login, row.name, row.roles)))
        self.run("show_language")
        section = self.window.pages["show_language"].front  # type: ignore[attr-defined]
        assert isinstance(section, LanguageSection)
        section.learned.table.mark(LearnedAction.STRUCK)
        return section

    def to_synonyms(self) -> None:
        section = self.language()
        section.synonyms.table.opened.emit(section.synonyms.table.rows.rows[3])
        settle()

    def to_learned(self) -> None:
        section = self.language()
        section.bring(section.learned)
        section.learned._ask()

    # -- queues --------------------------------------------------------------------------

    def queues(self) -> QueuesSection:
        """The queues, with something in each, for an editor of the practice desk."""
        operator, editor = self.person("wang"), self.person("sun")
        work, knowledge = self.desk.queues, self.desk.knowledge
        call = self.desk.calls.begin(operator, number="13800002206")
        self.desk.calls.open(call)
        for words in MISSED:
            work.missed(operator, words, call)
            self.desk.queues.missed(operator, f"{words}？")
        version = knowledge.get(NEW_LAW.key).version_id
        for reason, note, draft in (
            (FlagReason.OUTDATED, "来电人说八月起改为一小时以内不收费", call),
            (FlagReason.NUMBER_WRONG, "", None),
        ):
            work.keep(work.flagged(operator, NEW_LAW.key, version, reason, note, draft))
        repealed = date(2026, 1, 1)
        old = replace(NEW_LAW, key="own:gone", title="临时占道停车", repealed_on=repealed)
        late = replace(NEW_LAW, key="own:late", title="夜间停车", review_by=date(2026, 6, 30))
        knowledge.put(operator, [replace(old, kind=ArticleKind.FAQ), late])
        today = self.parts.counting.today()
        work.assign(editor, Queue.FLAG, NEW_LAW.key, editor.staff_id, today)
        self.show(MainWindow(self.parts, editor))
        self.run("show_queues")
        section = self.window.pages["show_queues"].front  # type: ignore[attr-defined]
        assert isinstance(section, QueuesSection)
        return section

    def to_queues(self) -> None:
        section = self.queues()
        section.list.step(2)
        section._read_item()
        section.act("assign")
        settle()

    # -- editors -------------------------------------------------------------------------

    def editor(self, login: str) -> ArticlesSection:
        """The section of articles, with somebody else signed in."""
        row = next(one for one in self.desk.people.all() if one.login == login)
        actor = Actor(row.staff_id, row.login, row.name, row.roles)
        self.show(MainWindow(self.parts, actor))
        self.run("show_articles")
        section = self.window.pages["show_articles"].front  # type: ignore[attr-defined]
        assert isinstance(section, ArticlesSection)
        return section

    def drafted(self) -> None:
        """The article on parking, changed in some fields by one editor and handed in."""
        row = next(one for one in self.desk.people.all() if one.login == "sun")
        actor = Actor(row.staff_id, row.login, row.name, row.roles)
        drafts = self.desk.editing.drafts
        work = drafts.of_article(actor, NEW_LAW.key).work
        article = replace(
            work.article,
            body="临时停车**半小时**以内不收费。\n超过半小时的，按半小时计费。\n夜间免费。",
            answer="临时停车半小时以内不收费，超过的按半小时计费。",
            review_by=date(2027, 6, 30),
        )
        drafts.submit(actor, replace(work, article=article), "交通局来函：免费时长调整")

    def to_article_edit(self) -> None:
        section = self.editor("sun")
        section.desk.edit(NEW_LAW.key)
        settle()
        section.pane.form._lines["valid_from"].setText("明天")
        section.pane.form.phones.rows[0].lines["number"].setText("见官网")
        section.pane.check()
        section.pane.focus_work()
        settle()

    def to_article_review(self) -> None:
        self.drafted()
        section = self.editor("zhao")
        section.open_entry(section.list.table.rows.rows[0])
        section.pane.ask("send_back")
        settle()

    def to_article_three(self) -> None:
        self.drafted()
        theirs = replace(NEW_LAW, answer="一小时以内不收费。", region="全市")
        self.desk.knowledge.put(Actor(UUID(int=1), "x", "x", ()), [theirs])
        section = self.editor("sun")
        section.open_entry(section.list.table.rows.rows[0])
        settle()

    # -- question sets -------------------------------------------------------------------

    def asked(self) -> None:
        """Question sets of an editor, and a search whose answers are canned."""
        row = next(one for one in self.desk.people.all() if one.login == "sun")
        actor = Actor(row.staff_id, row.login, row.name, row.roles)
        for text, set_name, key in QUESTIONS:
            self.desk.question_sets.put(actor, set_name, text, [key])
        self.parts = replace(self.parts, trial=lambda: nullcontext(CannedRanks()))

    def to_question_trial(self) -> None:
        self.asked()
        self.drafted()
        section = self.editor("zhao")
        section.open_entry(section.list.table.rows.rows[0])
        section.pane.show_side("trial")
        section.pane.ask("publish")
        settle()

    def questions(self) -> QuestionsSection:
        """The section of question sets, run twice."""
        self.asked()
        self.show(MainWindow(self.parts, self.person("sun")))
        self.run("show_questions")
        section = self.window.pages["show_questions"].front  # type: ignore[attr-defined]
        assert isinstance(section, QuestionsSection)
        section.list.run()
        self.desk.question_sets.run(CannedRanks(changed=True))
        section.reload()
        settle()
        return section

    def to_question_sets(self) -> None:
        section = self.questions()
        section.list.refused.show_rows([(7, UserError("There is no question."))])
        section.list.table.setFocus()
        settle()

    def to_question_form(self) -> None:
        section = self.questions()
        section.list.table.opened.emit(section.list.table.rows.rows[0])
        section.form.line.setText("停车")
        section.form._to_hits()
        settle()
