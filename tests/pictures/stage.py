"""A real window on a practice desk, brought into every state that must look right."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget

from operator_desk import app
from operator_desk.app import window
from operator_desk.domain.article import Article, ArticleKind, Phone
from operator_desk.domain.errors import UserError
from operator_desk.domain.terms import Answer, MatterKind, Outcome
from operator_desk.lanes import Lanes
from operator_desk.services.people import Actor
from operator_desk.settings import Settings
from operator_desk.ui.kit import look
from operator_desk.ui.knowledge.editor.section import ArticlesSection
from operator_desk.ui.main_window import MainWindow
from operator_desk.ui.sign_in import FirstStartPage, SignInPage

NUMBER = "13800002206"
WORDS = (
    "您好，我住在清河街道学府路26号院，三号楼。",
    "从昨天晚上十点开始，整栋楼停水，到现在还没有恢复。",
    "楼里有两位八十多岁的老人，做饭、吃药都成问题。",
    "我给物业打了三次电话，物业说是二次供水泵房的设备坏了。",
)
OLD_LAW = Article(
    key="停车收费办法#第八条",
    kind=ArticleKind.REGULATION,
    title="停车收费办法 第八条",
    body="临时停车半小时以内不收费。\n超过半小时的，按小时收费。",
    source="停车收费办法",
    valid_from=date(2011, 5, 1),
    repealed_on=date(2024, 7, 1),
    successor="道路停车管理办法#第十二条",
)
NEW_LAW = Article(
    key="道路停车管理办法#第十二条",
    kind=ArticleKind.REGULATION,
    title="道路停车管理办法 第十二条",
    body="临时停车一小时以内不收费。\n超过一小时的，按半小时计费。",
    source="道路停车管理办法",
    valid_from=date(2024, 7, 1),
    old_names=("停车收费办法",),
    phones=(Phone("0999-5550199", "投诉", "public", "8:30–17:30", date(2026, 10, 8)),),
    answer="临时停车一小时以内不收费，超过的按半小时计费。",
)


@dataclass(frozen=True, slots=True)
class View:
    """How the window is looked at."""

    name: str
    width: int = 1366
    height: int = 768
    theme: str = "light"
    scale: int = 100
    language: str = "zh_CN"


VIEWS = (
    View("small-light"),
    View("small-dark", theme="dark"),
    View("wide-light", 1720, 960),
    View("double", 1720, 960, scale=200),
    View("small-double", scale=200),
    View("english", language="en"),
)


class Stage:
    """The window with its desk; every `to_…` method brings it into one state."""

    def __init__(self, desk: app.Services, view: View) -> None:
        self.desk, self.view = desk, view
        self.settings = Settings(desk.folder)
        for key, value in (("theme", view.theme), ("scale", view.scale)):
            self.settings.set(key, value)
        self.settings.set("language", view.language)
        window.prepare(self.settings)
        self.parts = window.join(desk, desk.folder, self.settings, Lanes(inline=True))
        self.shown: QWidget = QWidget()

    def close(self) -> None:
        """Ends the window."""
        self.shown.close()
        self.shown.deleteLater()
        self.parts.lanes.close()
        settle()

    def show(self, widget: QWidget) -> None:
        """Puts a widget on the screen in the view's size."""
        self.shown = widget
        widget.resize(self.view.width, self.view.height)
        widget.show()
        widget.setFocus()
        settle()

    @property
    def window(self) -> MainWindow:
        """The main window."""
        if not isinstance(self.shown, MainWindow):
            row = next(one for one in self.desk.people.all() if one.login == "wang")
            self.show(MainWindow(self.parts, Actor(row.staff_id, row.login, row.name, row.roles)))
        assert isinstance(self.shown, MainWindow)
        return self.shown

    def run(self, action: str) -> None:
        """Does an action by its name, as its key would."""
        self.window.run(action)
        settle()

    # -- states --------------------------------------------------------------------------

    def to_first_start(self) -> None:
        self.show(FirstStartPage(lambda *_given: "", self.view.language))

    def to_sign_in(self) -> None:
        page = SignInPage(self.parts, "wang　王晓\nli　李静")
        self.show(page)
        page._refused(UserError("Login or password is wrong."))

    def to_no_call(self) -> None:
        self.window.show_page("show_call")

    def to_question(self) -> None:
        self.run("outgoing_call")

    def to_empty_call(self) -> None:
        self.run("answer_call")

    def type_words(self, *words: str) -> None:
        """Types statements into the record."""
        form = self.window.call.form
        form.record.setPlainText("\n".join(words))
        form.record.to_end()
        form.words_typed.emit(form.record.line_at_cursor())
        self.window.call._propose()
        self.window.call._refresh()
        settle()

    def to_typing(self) -> None:
        self.to_empty_call()
        desk = self.window.call.desk
        desk.set_caller(number=NUMBER, name="王女士")
        self.window.call.form.number.setText(NUMBER)
        self.window.call.form.name.setText("王女士")
        self.window.call._load_history()
        desk.set_kind(MatterKind.REQUEST)
        leaf = next(one for one in self.desk.profile.categories.leaves() if one.name == "停水")
        desk.set_category(leaf.code)
        self.type_words(*WORDS)

    def to_two_matters(self) -> None:
        self.to_typing()
        self.run("next_matter")
        self.type_words("还有一件事，小区门口的路灯坏了三天。")

    def to_readback(self) -> None:
        self.to_typing()
        desk = self.window.call.desk
        desk.set_summary("学府路26号院3号楼停水，二次供水泵房设备故障，有高龄老人，希望今天抢修。")
        code = self.desk.profile.categories.elements(desk.matter.category or "")[0].code
        desk.set_element(code, "学府路26号院3号楼")
        self.run("begin_readback")
        for _ in range(2):
            desk.answer(Answer.CONFIRMED)
        settle()

    def to_correction(self) -> None:
        self.to_readback()
        self.run("correct")

    def to_corrected(self) -> None:
        self.to_readback()
        self.window.call.desk.correct("您好，我住在清河街道学府路28号院，三号楼。")
        self.window.call.desk.answer(Answer.CONFIRMED)
        self.run("decline")

    def to_hung_up(self) -> None:
        self.to_corrected()
        self.run("end_call")

    def to_sealed(self) -> None:
        self.to_readback()
        while (
            self.window.call.desk.matter
            and (run := self.window.call.desk.matter.readback)
            and run.current < len(run.items)
        ):
            self.window.call.desk.answer(Answer.CONFIRMED)
        self.run("seal_now")

    def to_strip(self) -> None:
        self.to_sealed()
        self.run("registration")

    def to_ticket(self) -> None:
        self.to_strip()
        self.window.call.desk.set_strip(place="学府路26号院3号楼", unit="water")
        self.window.call.strip.register_wanted.emit()
        settle()

    def to_after_call(self) -> None:
        self.to_ticket()
        self.run("end_call")

    def to_guided(self) -> None:
        self.to_empty_call()
        self.type_words("我在外地，想问当地的公交线路。")
        self.run("end_call")
        self.window.call.desk.choose_outcome(Outcome.GUIDED)
        settle()

    def to_repealed(self) -> None:
        self.to_typing()
        self.window.call.knowledge.open_key(OLD_LAW.key)
        settle()

    def to_hits(self) -> None:
        self.to_typing()
        self.window.call.knowledge.line.setText("停车收费办法")
        settle()

    def to_article(self) -> None:
        self.to_typing()
        self.window.call.knowledge.open_key(NEW_LAW.key)
        self.run("tell")

    def to_notice(self) -> None:
        self.to_ticket()
        text = "The settings cannot be saved: {reason}."
        self.window.messages.failed(UserError(text, reason="设备上没有空间"))
        settle()

    def to_palette(self) -> None:
        self.to_typing()
        self.run("all_actions")

    def to_knowledge(self) -> None:
        self.window.show_page("show_knowledge")
        page = self.window.pages["show_knowledge"]
        page.front.pane.line.setText("养老保险 缴费")  # type: ignore[attr-defined]
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

    def to_tickets(self) -> None:
        self.window.show_page("show_tickets")
        page = self.window.pages["show_tickets"]
        page._whose(True)  # type: ignore[attr-defined]
        page._open(page.table.rows.rows[0])  # type: ignore[attr-defined]
        settle()

    def to_counter(self) -> None:
        self.window.show_page("show_counter")
        self.window.pages["show_counter"]._span(True)  # type: ignore[attr-defined]
        settle()

    def to_settings(self) -> None:
        self.window.show_page("show_settings")
        settle()


STATES = tuple(name.removeprefix("to_") for name in vars(Stage) if name.startswith("to_"))


def settle() -> None:
    """Lets the window do what it has put off."""
    for _ in range(3):
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QApplication.processEvents()


@contextmanager
def staged(desk: app.Services, view: View) -> Iterator[Stage]:
    """A stage that ends with the block, and its look and language with it."""
    stage = Stage(desk, view)
    try:
        yield stage
    finally:
        stage.close()
        look.apply(look.Look("light"))
        # Other tests of the window share the application, and run between two pictures.
        window.set_language(View("as it starts").language)


def furnish(folder: Path) -> None:
    """A practice desk with a repealed article, indexed."""
    from operator_desk.app import content, starting
    from operator_desk.services.people import machine_actor

    starting.practice_desk(folder)
    with app.open_desk(folder, writing=True) as desk:
        desk.knowledge.put(machine_actor("test"), [OLD_LAW, NEW_LAW])
        content.update_index(desk)
