"""Makes a desk ready for its first day: bare, or with the starter content. Opens `resources/`."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from operator_desk import app, resources
from operator_desk.domain.article import Article
from operator_desk.domain.article_json import from_json
from operator_desk.domain.errors import UserError
from operator_desk.services.knowledge import Stored
from operator_desk.services.people import Actor


def starter_files(language: str) -> list[Path]:
    """The shipped articles and phrases of a language; empty when there are none."""
    folder = resources.path("resources", "knowledge", language)
    phrases = resources.path("resources", "phrases", f"{language}.jsonl")
    return [*sorted(folder.glob("*.jsonl")), *([phrases] if phrases.exists() else [])]


def starter_articles(desk: app.Services, actor: Actor) -> Stored:
    """Stores the shipped articles in the language of the desk's profile."""
    done = Stored(0, 0, 0)
    for path in starter_files(desk.profile.language):
        data = path.read_bytes()
        stored = desk.knowledge.put(actor, _articles(data))
        digest = hashlib.sha256(data).hexdigest()
        desk.knowledge.note_import(actor, path.name, digest, stored, refused=0)
        done += stored
    return done


def _articles(data: bytes) -> list[Article]:
    return [from_json(json.loads(line)) for line in data.decode("utf-8").splitlines() if line]


def must_be_free(folder: Path) -> None:
    """UserError when there is a desk in the folder already."""
    if app.has_desk(folder):
        raise UserError("There is a desk in {folder} already.", folder=folder)
