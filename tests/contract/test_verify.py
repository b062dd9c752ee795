"""A store verifies on every kind of database."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from operator_desk import app
from operator_desk.domain.article import Article, ArticleKind
from operator_desk.services.people import machine_actor
from operator_desk.storage.store import SqlStore
from operator_desk.storage.verify import verify_store
from operator_desk.storage.verify_ticket import verify_tickets
from tests.fakes.journal import FakeJournal
from tests.storage.filled import ANSWER, TICKET
from tests.support import stores


@pytest.fixture(params=stores.KINDS[1:])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[SqlStore]:
    """A store with a ticket and a direct answer."""
    for made in stores.opened(request.param, tmp_path, request):
        assert isinstance(made, SqlStore)
        desk = app.services(made, app.load_profile("general-12345"), tmp_path, FakeJournal())
        actor = machine_actor("tester")
        desk.knowledge.put(actor, [Article("own:a", ArticleKind.FAQ, "社保查询", "正文")])
        assert [one.refused for one in desk.replay.play(actor, [TICKET, ANSWER])] == [None, None]
        yield made


def test_store_and_tickets_are_whole(store: SqlStore) -> None:
    with store.readers.connect() as connection:
        whole, tickets = verify_store(connection), verify_tickets(connection)
    assert (whole.broken, tickets.broken) == ((), ())
    assert whole.checked > tickets.checked > 8
