"""The sections of the knowledge page: each made when it is first wanted, by who may see it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from operator_desk.domain.terms import Role
from operator_desk.services.people import Actor
from operator_desk.services.recalls import CALLS_BACK
from operator_desk.ui.kit.words import later
from operator_desk.ui.parts import Parts

Maker = Callable[[Parts, Actor], QWidget]


def _search(parts: Parts, actor: Actor) -> QWidget:
    from operator_desk.ui.knowledge.search_section import SearchSection

    return SearchSection(parts, actor)


def _language(parts: Parts, actor: Actor) -> QWidget:
    from operator_desk.ui.knowledge.language.section import LanguageSection

    return LanguageSection(parts, actor)


def _articles(parts: Parts, actor: Actor) -> QWidget:
    from operator_desk.ui.knowledge.editor.section import ArticlesSection

    return ArticlesSection(parts, actor)


@dataclass(frozen=True, slots=True)
class Section:
    """One section: the action that shows it, its words, who may see it (nobody named: all).

    What `make` gives has a signal `failed`, and methods `reload` and `search` (the cursor into
    its search box, or to where its work begins).
    """

    name: str
    text: str
    make: Maker
    roles: tuple[Role, ...] = ()

    def open_to(self, actor: Actor) -> bool:
        """Whether somebody may see it."""
        return not self.roles or actor.may(*self.roles)


def _news(parts: Parts, actor: Actor) -> QWidget:
    from operator_desk.ui.knowledge.news.section import NewsSection

    return NewsSection(parts, actor)


def _questions(parts: Parts, actor: Actor) -> QWidget:
    from operator_desk.ui.knowledge.questions.section import QuestionsSection

    return QuestionsSection(parts, actor)


def _queues(parts: Parts, actor: Actor) -> QWidget:
    from operator_desk.ui.knowledge.queues.section import QueuesSection

    return QueuesSection(parts, actor)


def _told(parts: Parts, actor: Actor) -> QWidget:
    from operator_desk.ui.knowledge.told.section import ToldSection

    return ToldSection(parts, actor)


def _imports(parts: Parts, actor: Actor) -> QWidget:
    from operator_desk.ui.knowledge.imports.section import ImportsSection

    return ImportsSection(parts, actor)


_EDITORS = (Role.EDITOR, Role.LEAD)
SECTIONS = (
    Section("show_knowledge", later("Search"), _search),
    Section("show_news", later("Since my last shift"), _news),
    Section("show_told", later("Told-to lists"), _told, CALLS_BACK),
    Section("show_articles", later("Articles"), _articles, _EDITORS),
    Section("show_queues", later("Queues"), _queues, _EDITORS),
    Section("show_imports", later("Imports"), _imports, _EDITORS),
    Section("show_language", later("Callers' language"), _language, _EDITORS),
    Section("show_questions", later("Question sets"), _questions, _EDITORS),
)
