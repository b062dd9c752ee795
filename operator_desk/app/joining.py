"""Joins the services of an open desk to what a window needs."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path

from operator_desk import app
from operator_desk.app import content, keeping, scripts
from operator_desk.app.importing import FileReader
from operator_desk.app.papers import Papers
from operator_desk.app.question_files import QuestionFiles
from operator_desk.app.searching import OpenSearch
from operator_desk.documents.tables import csv_text, table_bytes
from operator_desk.domain.profile import Profile
from operator_desk.lanes import Lanes
from operator_desk.services.returns import Returns
from operator_desk.services.work import Work
from operator_desk.settings import LANGUAGES, Settings
from operator_desk.speech.voice import Voice
from operator_desk.ui.parts import Parts
from operator_desk.words import say


def join(desk: app.Services, folder: Path, settings: Settings, lanes: Lanes) -> Parts:
    """What a window needs, over the services of an open desk."""

    def mend() -> None:
        lanes.network.submit(lambda: content.update_index(desk), on_error=_not_mended)

    return Parts(
        folder=folder,
        profile=desk.profile,
        clock=desk.clock,
        settings=settings,
        lanes=lanes,
        people=desk.people,
        calls=desk.calls,
        records=desk.records,
        tickets=desk.tickets,
        second_calls=desk.second_calls,
        follow_ups=desk.follow_ups,
        handling=desk.handling,
        attachments=desk.attachments,
        work=_work(desk),
        returns=Returns(desk.store, desk.handling, desk.catalogue),
        viewing=desk.viewing,
        slips=desk.slips,
        certificates=desk.certificates,
        papers=Papers(desk.profile),
        events=desk.events,
        knowledge=desk.knowledge,
        editing=desk.editing,
        batches=desk.batches,
        files=lambda: FileReader(desk),
        csv=csv_text,
        table=table_bytes,
        queues=desk.queues,
        recalls=desk.recalls,
        question_sets=desk.question_sets,
        where=desk.where,
        question_files=QuestionFiles(desk),
        vocabulary=desk.language,
        counting=desk.counting,
        seats=desk.seats,
        lists=desk.lists,
        proposals=desk.proposals,
        practice=scripts.practice(desk),
        reading=desk.reading,
        shelf=desk.shelf,
        news=desk.news,
        journal=desk.journal,
        parked=desk.parked,
        unsaved=desk.unsaved,
        search=OpenSearch(folder / content.INDEX, desk.knowledge.holding, mend),
        voice=_voice(desk.profile, folder, settings),
        index=lambda progress: content.update_index(desk, progress),
        trial=lambda: content.trial(desk),
        verify_ticket=_verifier(desk, settings),
    )


def _work(desk: app.Services) -> Work:
    return Work(
        desk.store,
        desk.clock,
        desk.tickets,
        desk.handling,
        desk.deadlines,
        desk.explaining,
        desk.viewing,
        desk.proposals,
    )


def _voice(profile: Profile, folder: Path, settings: Settings) -> Voice:
    """The voice of the hotline's language first; it is off until somebody starts it."""
    others = [one for one in LANGUAGES if one != profile.language]
    return Voice(folder, (profile.language, *others), rate=settings.get("voice_rate"))


def _not_mended(error: Exception) -> None:
    logging.getLogger("operator_desk").warning("index: %s", type(error).__name__)


def _verifier(desk: app.Services, settings: Settings) -> Callable[[str], list[str]]:
    def run(number: str) -> list[str]:
        language = settings.get("language")
        return [
            f"{one.kind} {one.id}: {say(one.text, language, **dict(one.values))}"
            for one in keeping.verify_tickets(desk, [number]).broken
        ]

    return run
