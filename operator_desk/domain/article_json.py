"""Articles as JSON objects: the format of import files, exports and the index builder."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from operator_desk.domain.article import MAX_ARTICLE_BYTES, Article, ArticleKind, Phone
from operator_desk.domain.article_checks import check_days
from operator_desk.domain.errors import UserError

_TEXTS = ("body", "source", "section", "category", "successor", "region", "owner", "answer")
_LISTS = ("keywords", "old_names")
_DAYS = ("valid_from", "repealed_on", "version_date", "review_by")
FIELDS = ("key", "kind", "title", *_TEXTS, *_LISTS, *_DAYS, "phones")
_PHONE_TEXTS = ("number", "use", "audience", "hours")


def to_json(article: Article) -> dict[str, Any]:
    """The object of an article; empty fields are left out."""
    row: dict[str, Any] = {"key": article.key, "kind": article.kind.value, "title": article.title}
    row |= {name: getattr(article, name) for name in _TEXTS}
    row |= {name: list(getattr(article, name)) for name in _LISTS}
    row |= {name: _iso(getattr(article, name)) for name in _DAYS}
    row["phones"] = [_phone_json(phone) for phone in article.phones]
    return {name: value for name, value in row.items() if value}


def from_json(row: Mapping[str, Any]) -> Article:
    """The article of an object. Lists may be texts parted by `;`.

    UserError: a field that is unknown, missing, of a wrong type or value; over 200 kB; in
    force only after its repeal.
    """
    for name in row:
        if name not in FIELDS:
            raise UserError("Unknown field {field}.", field=name)
    values: dict[str, Any] = {name: _text(row, name) for name in _TEXTS}
    values |= {name: _words(row, name) for name in _LISTS}
    values |= {name: _day(row, name) for name in _DAYS}
    article = Article(
        key=_needed(row, "key"),
        kind=_kind(_needed(row, "kind")),
        title=_needed(row, "title"),
        phones=_phones(row.get("phones")),
        **values,
    )
    check_size(article)
    check_days(article)
    return article


def check_size(article: Article) -> None:
    """UserError: the article is larger than any may be."""
    size = _bytes(list(to_json(article).values()))
    if size > MAX_ARTICLE_BYTES:
        raise UserError(
            "The article has {size} bytes; at most {most} are taken.",
            size=size,
            most=MAX_ARTICLE_BYTES,
        )


def _bytes(value: str | list[Any] | dict[str, Any]) -> int:
    if isinstance(value, str):
        return len(value.encode())
    inner = value.values() if isinstance(value, dict) else value
    return sum(map(_bytes, inner))


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""


def _phone_json(phone: Phone) -> dict[str, str]:
    values = {name: getattr(phone, name) for name in _PHONE_TEXTS}
    values["confirmed_on"] = _iso(phone.confirmed_on)
    return {name: value for name, value in values.items() if value}


def _text(row: Mapping[str, Any], name: str) -> str:
    value = row.get(name)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise UserError("Field {field} is not a text.", field=name)
    if "\x00" in value:
        raise UserError("Field {field} holds a character that no text has.", field=name)
    return value.strip()


def _needed(row: Mapping[str, Any], name: str) -> str:
    value = _text(row, name)
    if not value:
        raise UserError("Field {field} is missing or empty.", field=name)
    return value


def _words(row: Mapping[str, Any], name: str) -> tuple[str, ...]:
    value = row.get(name)
    if value is None:
        return ()
    parts = value.replace("；", ";").split(";") if isinstance(value, str) else value
    if not isinstance(parts, list) or not all(isinstance(part, str) for part in parts):
        raise UserError("Field {field} is not a list of texts.", field=name)
    return tuple(part.strip() for part in parts if part.strip())


def _day(row: Mapping[str, Any], name: str) -> date | None:
    value = row.get(name)
    if value is None or value == "":
        return None
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError):
        raise UserError(
            "Field {field}: {value} is not a date (YYYY-MM-DD).", field=name, value=value
        ) from None


def _kind(value: str) -> ArticleKind:
    try:
        return ArticleKind(value)
    except ValueError:
        kinds = ", ".join(kind.value for kind in ArticleKind)
        raise UserError(
            "There is no kind {kind}. Kinds: {kinds}.", kind=value, kinds=kinds
        ) from None


def _phones(value: Any) -> tuple[Phone, ...]:
    if value is None:
        return ()
    if not isinstance(value, list):
        raise UserError("Field {field} is not a list.", field="phones")
    return tuple(_phone(item) for item in value)


def _phone(item: Any) -> Phone:
    if not isinstance(item, dict):
        raise UserError("A phone is not an object.")
    for name in item:
        if name not in (*_PHONE_TEXTS, "confirmed_on"):
            raise UserError("A phone has the unknown field {field}.", field=name)
    audience = _text(item, "audience") or "public"
    if audience not in ("public", "internal"):
        raise UserError("A phone is for {audience}; known: public, internal.", audience=audience)
    return Phone(
        number=_needed(item, "number"),
        use=_text(item, "use"),
        audience=audience,
        hours=_text(item, "hours"),
        confirmed_on=_day(item, "confirmed_on"),
    )
