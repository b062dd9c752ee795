"""A real window on a practice desk, brought into every state that must look right."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from operator_desk import app
from operator_desk.app import content, window
from operator_desk.domain.article import Article, ArticleKind
from operator_desk.domain.errors import UserError
from operator_desk.domain.knowledge_terms import FlagReason
from operator_desk.domain.terms import Answer, MatterKind, Outcome, Seat
from operator_desk.ui.kit import look
from operator_desk.ui.sign_in import FirstStartPage, SignInPage
from tests.pictures.calling import CallingStates
from tests.pictures.events import EventStates
from tests.pictures.imports import ImportStates
from tests.pictures.papers import PaperStates
from tests.pictures.practising import PractisingStates
from tests.pictures.registering import RegisteringStates
from tests.pictures.stand import VIEWS as VIEWS
from tests.pictures.stand import View, settle
from tests.pictures.tickets import TicketStates
from tests.pictures.told import ToldStates
from tests.pictures.voice import VoiceStates
from tests.pictures.words import (
    CHANGES,
    LINKED,
    NEW_LAW,
    NUMBER,
    OFFICE,
    OLD_LAW,
    WORDS,
)


class Stage(
    ImportStates,
    ToldStates,
    PaperStates,
    EventStates,
    RegisteringStates,
    TicketStates,
    CallingStates,
    VoiceStates,
    PractisingStates,
):
    """Every `to_…` method brings the window into one state."""

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

    def changed_since(self) -> None:
        """After the last sign-off a phrase and an out-of-scope sentence were changed."""
        knowledge, actor = self.desk.knowledge, self.person("wang")
        articles = [knowledge.get(key).article for key, _old, _new in CHANGES]
        pairs = list(zip(articles, CHANGES, strict=True))
        knowledge.put(actor, [replace(one, answer=old) for one, (_key, old, _new) in pairs])
        self.desk.seats.change(actor, Seat.SIGNED_OFF)
        knowledge.put(actor, [replace(one, answer=new) for one, (_key, _old, new) in pairs])

    def to_news(self) -> None:
        self.changed_since()
        self.window.show_page("show_call")

    def to_news_page(self) -> None:
        self.changed_since()
        self.window.show_page("show_news")
        settle()

    def to_newer(self) -> None:
        self.to_typing()
        guide = Article(
            "own:wages-guide",
            ArticleKind.PROCEDURE,
            "停车收费怎么算",
            LINKED,
            source="《道路停车管理办法》第十二条",
        )
        actor = self.person("wang")
        self.desk.knowledge.put(actor, [guide])
        self.window.call.knowledge.open_key(guide.key)
        self.desk.knowledge.put(actor, [replace(guide, body=f"{LINKED}完。")])
        self.window.call.knowledge.article.look()
        self.run("take_basis")

    def to_scope(self) -> None:
        self.to_typing()
        self.window.call.knowledge.open_key("own:scope-court-case")
        settle()

    def to_card(self) -> None:
        self.to_typing()
        self.window.call.knowledge.open_key("own:card-gas")
        settle()

    def to_flag(self) -> None:
        self.to_typing()
        pane = self.window.call.knowledge
        pane.open_key(NEW_LAW.key)
        self.run("flag")
        for digit in (FlagReason.NUMBER_WRONG, FlagReason.OUTDATED):
            pane.flags.strip.reasons.set_value(digit)
            if digit is FlagReason.NUMBER_WRONG:
                pane.flags.strip.give()
                self.run("flag")
        pane.flags.strip.note.setText("来电人说八月起改为一小时")
        settle()

    def to_at_hand(self) -> None:
        pane = self.window.call.knowledge
        for key in (OLD_LAW.key, NEW_LAW.key, "own:card-gas"):
            pane.open_key(key)
        pane.article.toggle_star()
        pane.close_article()
        settle()

    def to_numbers(self) -> None:
        self.to_typing()
        self.window.call.knowledge.open_key(OFFICE.key)
        settle()

    def to_directory(self) -> None:
        self.to_empty_call()
        self.run("search_numbers")

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

    def to_counter(self) -> None:
        self.window.show_page("show_counter")
        self.window.pages["show_counter"]._span(True)  # type: ignore[attr-defined]
        settle()

    def to_settings(self) -> None:
        self.window.show_page("show_settings")
        settle()


STATES = tuple(
    name.removeprefix("to_")
    for cls in Stage.__mro__
    for name in vars(cls)
    if name.startswith("to_")
)
# Much as another state of the same widgets.
ALIKE = frozenset(
    {
        "practice_readback",
        "second_call_list",
        "second_call_reason",
        "second_call_after",
        "follow_up",
        "category_proposed",
        "strip_elements_proposed",
        "correction_offer",
        "versions",
        "old_number",
        "told_reason",
        "told_nothing",
        "told_waiting",
        "slip",
        "full_certificate",
        "no_views",
        "event_card_keys",
        "events_read",
    }
)


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
    from operator_desk.app import starting
    from operator_desk.services.people import machine_actor

    starting.practice_desk(folder)
    with app.open_desk(folder, writing=True) as desk:
        desk.knowledge.put(machine_actor("test"), [OLD_LAW, NEW_LAW, OFFICE])
        content.update_index(desk)
