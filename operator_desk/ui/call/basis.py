"""The basis of an open article in the matter's summary, where the unit reads it."""

from __future__ import annotations

from datetime import date

from operator_desk.domain.basis import basis_of
from operator_desk.services.reading import Opened
from operator_desk.ui.kit.words import tr


def basis_line(opened: Opened, stored_on: date) -> str:
    """Law and article with the version that is on the screen; `stored_on` where none is stated."""
    article = opened.shown.article
    day = article.version_date or article.valid_from or stored_on
    return tr("Basis: {basis} (version {day})", basis=basis_of(article), day=day.isoformat())


def with_line(summary: str, line: str) -> str:
    """The summary with a line at its end; a line that stands there is taken out."""
    lines = summary.splitlines()
    if line in lines:
        return "\n".join(one for one in lines if one != line)
    return f"{summary.rstrip()}\n{line}".lstrip()
