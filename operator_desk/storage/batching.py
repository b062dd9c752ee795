"""The versions that came together in a batch."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection, func, select

from operator_desk.storage import reading
from operator_desk.storage.tables import fact_tables

_VERSIONS, _ENDED = fact_tables["article_version"].c, fact_tables["list_import"].c
_BEGUN = (
    select(_VERSIONS.batch)
    .distinct()
    .where(_VERSIONS.batch.is_not(None), _VERSIONS.batch.not_in(select(_ENDED.id)))
)


def versions(connection: Connection, batch: UUID) -> list[tuple[str, UUID]]:
    """Key and id of every version of a batch, by time and id."""
    rows = connection.execute(
        select(_VERSIONS.key, _VERSIONS.id)
        .where(_VERSIONS.batch == batch)
        .order_by(_VERSIONS.at, _VERSIONS.id)
    )
    return [(key, version) for key, version in rows]


def begun(connection: Connection) -> list[tuple[UUID, UUID, datetime, int]]:
    """Batch, actor, first instant and number of versions of batches that were never ended."""
    found = []
    for part in reading.chunks(connection.execute(_BEGUN).scalars()):
        rows = connection.execute(
            select(_VERSIONS.batch, _VERSIONS.actor, func.min(_VERSIONS.at), func.count())
            .where(_VERSIONS.batch.in_(part))
            .group_by(_VERSIONS.batch, _VERSIONS.actor)
        )
        found += [(batch, actor, at, many) for batch, actor, at, many in rows]
    return found
