"""The ticket's way: steps in full, what was ruled of them, catalogue, calendars, event cards.

The list of tickets gets a table of its own name; it is a view of the facts and filled anew after
the upgrade (`storage.migrate`).
"""

import sqlalchemy as sa
from alembic import op

from operator_desk.storage import types

revision = "0003"
down_revision = "0002"

# name:Type, * for the primary key, ? for nullable.
TABLES = {
    "event_ruling": (
        "id:Id* at:Instant actor:Id ticket_id:Id event_id:Id n:Whole effective:Flag why:Words? "
        "state:Words caller_due_at:Instant? holder_due_at:Instant? step_due_at:Instant? "
        "unknown:Words?"
    ),
    "rule_set": "id:Id* at:Instant actor:Id rules:Json",
    "attachment": (
        "id:Id* at:Instant actor:Id ticket_id:Id event_id:Id? sha256:Words size:Whole "
        "media:Words name:Hash?"
    ),
    "catalogue_version": (
        "id:Id* at:Instant actor:Id row_id:Id category:Words place:Words? kind:Words? "
        "lead_unit:Words co_units:Json valid_from:Day? valid_to:Day? withdrawn:Flag why:Words? "
        "ticket_id:Id?"
    ),
    "calendar_year": ("id:Id* at:Instant actor:Id year:Whole days:Json sha256:Words corrects:Id?"),
    "event_card_version": (
        "id:Id* at:Instant actor:Id card_id:Id corrects:Id? step:Words title:Words words:Words "
        "place_code:Words? place:Words? category:Words? keywords:Json unit:Words? "
        "begins_at:Instant ends_at:Instant? answer:Words?"
    ),
    "event_told": (
        "id:Id* at:Instant actor:Id card_id:Id version_id:Id call_id:Id matter_id:Id "
        "corrects:Id? taken_back:Flag"
    ),
    "ticket_state": (
        "id:Id* number:Words state:Words since:Instant kind:Words category:Words? "
        "category_text:Words? title:Words? place:Words? place_code:Words? unit:Words? "
        "co_units:Json registered_at:Instant local_day:Day urgency:Words secrecy:Words "
        "wants_reply:Flag operator:Id call_id:Id matter_id:Id number_key:Words? reference:Words? "
        "missing:Json last_event:Id n:Whole caller_due_at:Instant? holder_due_at:Instant? "
        "step_due_at:Instant? unknown:Words? asked:Words relays:Whole paused:Flag level:Words? "
        "returns:Whole return_accepted:Flag reworks:Whole chases:Whole supervised:Whole "
        "tries:Whole unsolved:Flag excluded:Flag joined_to:Id? event_card:Id? "
        "dispatched_at:Instant? answered_at:Instant? closed_at:Instant? contacted:Words? "
        "solved:Words? unit_rating:Words? hotline_rating:Words?"
    ),
}
COLUMNS = {
    "ticket": "reference:Words?",
    "ticket_event": (
        "happened_at:Instant? co_units:Json? until:Instant? level:Words? designated:Flag? "
        "basis:Words? ref:Id? call_id:Id? matter_id:Id? contacted:Words? solved:Words? "
        "unit_rating:Words? hotline_rating:Words? told:Hash? value:Words? rule_set:Id?"
    ),
}
INDEXES = {
    "ix_event_ruling_ticket_id": "event_ruling ticket_id",
    "ix_attachment_ticket_id": "attachment ticket_id",
    "ix_catalogue_version_row_id": "catalogue_version row_id",
    "ix_event_card_version_card_id": "event_card_version card_id",
    "ix_event_told_card_id": "event_told card_id",
    "ix_event_told_call_id": "event_told call_id",
    "ix_ticket_event_call_id": "ticket_event call_id",
    "ix_ticket_event_ref": "ticket_event ref",
    "ix_view_log_subject": "view_log subject",
    "ix_ticket_state_call_id": "ticket_state call_id",
    "ix_ticket_state_number": "ticket_state number",
    "ix_ticket_state_local_day": "ticket_state local_day",
    "ix_ticket_state_number_key": "ticket_state number_key",
    "ix_ticket_state_operator_registered_at": "ticket_state operator registered_at",
    "ix_ticket_state_registered_at": "ticket_state registered_at",
    "ix_ticket_state_state_registered_at": "ticket_state state registered_at",
    "ix_ticket_state_unit_state": "ticket_state unit state",
    "ix_ticket_state_caller_due_at": "ticket_state caller_due_at",
    "ix_ticket_state_holder_due_at": "ticket_state holder_due_at",
    "ix_ticket_state_step_due_at": "ticket_state step_due_at",
    "ix_ticket_state_since": "ticket_state since",
    "ix_ticket_state_answered_at": "ticket_state answered_at",
    "ix_ticket_state_joined_to": "ticket_state joined_to",
    "ix_ticket_state_event_card": "ticket_state event_card",
}


def _column(words: str) -> sa.Column:
    name, kind = words.rstrip("*?").split(":")
    made = sa.String(64) if kind == "Hash" else getattr(types, kind)()
    return sa.Column(name, made, primary_key=words.endswith("*"), nullable=words.endswith("?"))


def upgrade() -> None:
    for table, columns in TABLES.items():
        op.create_table(table, *(_column(words) for words in columns.split()))
    for table, columns in COLUMNS.items():
        for words in columns.split():
            op.add_column(table, _column(words))
    for name, words in INDEXES.items():
        table, *columns = words.split()
        op.create_index(name, table, columns)
    op.create_index("ux_event_ruling", "event_ruling", ["ticket_id", "n"], unique=True)
    held = sa.text("asked <> ''")
    op.create_index(
        "ix_ticket_state_open_requests",
        "ticket_state",
        ["asked"],
        sqlite_where=held,
        postgresql_where=held,
    )
    op.drop_table("ticket_view")
