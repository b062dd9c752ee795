"""The first schema: facts, personal texts, projections, local working tables."""

import sqlalchemy as sa
from alembic import op

from operator_desk.storage import types

revision = "0001"
down_revision = None

# name:Type, * for the primary key, ? for nullable.
TABLES = {
    "staff_version": (
        "id:Id* at:Instant actor:Id staff_id:Id login:Words name:Words roles:Json unit:Words? "
        "disabled:Flag"
    ),
    "unit_version": (
        "id:Id* at:Instant actor:Id code:Words name:Words short_name:Words kind:Words "
        "parent:Words? areas:Json withdrawn:Flag"
    ),
    "list_import": (
        "id:Id* at:Instant actor:Id list_name:Words file_name:Words sha256:Words added:Whole "
        "changed:Whole unchanged:Whole refused:Whole"
    ),
    "call": (
        "id:Id* at:Instant actor:Id started_at:Instant local_day:Day direction:Words "
        "entry:Words purpose:Words reference:Words?"
    ),
    "caller": (
        "id:Id* at:Instant actor:Id call_id:Id corrects:Id? number:Hash? name:Hash? address:Hash?"
    ),
    "call_end": (
        "id:Id* at:Instant actor:Id call_id:Id corrects:Id? ended_at:Instant outcome:Words "
        "call_class:Words counted:Flag rule:Words talk_s:Whole guided_to:Words?"
    ),
    "call_close": ("id:Id* at:Instant actor:Id call_id:Id after_call_s:Whole"),
    "matter": ("id:Id* at:Instant actor:Id call_id:Id n:Whole"),
    "matter_form": (
        "id:Id* at:Instant actor:Id matter_id:Id corrects:Id? kind:Words? category:Words? "
        "category_text:Words? summary:Hash? elements:Hash?"
    ),
    "statement": (
        "id:Id* at:Instant actor:Id matter_id:Id line:Id n:Whole version:Whole corrects:Id? "
        "part:Whole mark:Words typed_at:Instant words:Hash?"
    ),
    "readback": ("id:Id* at:Instant actor:Id matter_id:Id n:Whole scope:Words mode:Words"),
    "readback_answer": (
        "id:Id* at:Instant actor:Id matter_id:Id readback_id:Id corrects:Id? item:Words "
        "target:Id element:Words? answer:Words reason:Words? corrected_to:Id?"
    ),
    "seal": (
        "id:Id* at:Instant actor:Id desk:Words matter_id:Id number:Whole part:Whole "
        "scope:Words mode:Words items:Json head_n:Whole head_hash:Words previous:Words "
        "seal_hash:Words"
    ),
    "ticket": (
        "id:Id* at:Instant actor:Id number:Words call_id:Id matter_id:Id "
        "registered_at:Instant local_day:Day kind:Words category:Words? category_text:Words? "
        "unit:Words? urgency:Words secrecy:Words wants_reply:Flag place_code:Words? "
        "missing:Json title:Hash? place:Hash? caller_name:Hash? caller_address:Hash? "
        "callback:Hash?"
    ),
    "ticket_event": (
        "id:Id* at:Instant actor:Id ticket_id:Id based_on:Id? action:Words reason:Words? "
        "unit:Words? note:Hash?"
    ),
    "told": (
        "id:Id* at:Instant actor:Id call_id:Id matter_id:Id article_key:Words version_id:Id "
        "taken_back:Flag corrects:Id?"
    ),
    "search_miss": ("id:Id* at:Instant actor:Id call_id:Id? query:Hash?"),
    "article_version": (
        "id:Id* at:Instant actor:Id key:Words version:Whole corrects:Id? withdrawn:Flag "
        "kind:Words title:Words body:Words source:Words? section:Words? category:Words? "
        "keywords:Json old_names:Json valid_from:Day? repealed_on:Day? successor:Words? "
        "version_date:Day? region:Words? owner:Words? review_by:Day? phones:Json "
        "answer:Words?"
    ),
    "seat_state": ("id:Id* at:Instant actor:Id state:Words reason:Words? call_id:Id?"),
    "view_log": ("id:Id* at:Instant actor:Id what:Words subject:Id? purpose:Words?"),
    "erasure": ("id:Id* at:Instant actor:Id personal_id:Words reason:Words"),
    "restored": (
        "id:Id* at:Instant actor:Id old_n:Whole old_hash:Words new_n:Whole new_hash:Words"
    ),
    "call_view": (
        "id:Id* number:Words? number_key:Words? name:Words? started_at:Instant local_day:Day "
        "operator:Id direction:Words entry:Words ended_at:Instant? outcome:Words? "
        "call_class:Words? counted:Flag? rule:Words? guided_to:Words? talk_s:Whole? "
        "after_call_s:Whole? matters:Whole tickets:Whole"
    ),
    "matter_view": (
        "id:Id* call_id:Id n:Whole kind:Words? category:Words? category_text:Words? "
        "summary:Words? told:Json ticket:Words? seals:Whole"
    ),
    "ticket_view": (
        "id:Id* number:Words state:Words kind:Words category:Words? category_text:Words? "
        "title:Words? place:Words? unit:Words? registered_at:Instant local_day:Day "
        "urgency:Words secrecy:Words operator:Id call_id:Id matter_id:Id number_key:Words? "
        "missing:Json"
    ),
    "article_view": (
        "key:Words* version_id:Id version:Whole kind:Words title:Words category:Words? "
        "withdrawn:Flag valid_from:Day? repealed_on:Day? successor:Words?"
    ),
    "chain": ("desk:Words* n:Whole* table_name:Words row_id:Id hash:Hash prev:Hash"),
    "personal": ("id:Hash* class:Words salt:Bytes text:Words"),
    "setting": ("key:Words* value:Words"),
    "number_counter": ("day:Day* last:Whole"),
    "staff_secret": ("staff_id:Id* verifier:Words set_at:Instant"),
    "sign_in_attempt": ("id:Id* login:Words at:Instant good:Flag"),
    "place": (
        "code:Words* name:Words level:Words parent:Words? pinyin:Words initials:Words "
        "area_code:Words?"
    ),
}
# Names with ux_ are unique.
INDEXES = {
    "ix_staff_version_staff_id": ("staff_version", "staff_id"),
    "ix_unit_version_code": ("unit_version", "code"),
    "ix_call_local_day": ("call", "local_day"),
    "ix_caller_call_id": ("caller", "call_id"),
    "ix_call_end_call_id": ("call_end", "call_id"),
    "ix_call_close_call_id": ("call_close", "call_id"),
    "ix_matter_call_id": ("matter", "call_id"),
    "ix_matter_form_matter_id": ("matter_form", "matter_id"),
    "ix_statement_matter_id": ("statement", "matter_id"),
    "ix_readback_matter_id": ("readback", "matter_id"),
    "ix_readback_answer_matter_id": ("readback_answer", "matter_id"),
    "ix_seal_matter_id": ("seal", "matter_id"),
    "ux_seal_number": ("seal", "desk number"),
    "ix_ticket_call_id": ("ticket", "call_id"),
    "ix_ticket_local_day": ("ticket", "local_day"),
    "ix_ticket_matter_id": ("ticket", "matter_id"),
    "ux_ticket_number": ("ticket", "number"),
    "ix_ticket_event_ticket_id": ("ticket_event", "ticket_id"),
    "ix_told_article_key": ("told", "article_key"),
    "ix_told_call_id": ("told", "call_id"),
    "ix_article_version_key": ("article_version", "key"),
    "ux_article_version": ("article_version", "key version"),
    "ix_seat_state_at": ("seat_state", "at"),
    "ix_erasure_personal_id": ("erasure", "personal_id"),
    "ix_call_view_local_day": ("call_view", "local_day"),
    "ix_call_view_number_key": ("call_view", "number_key"),
    "ix_call_view_operator_local_day": ("call_view", "operator local_day"),
    "ix_matter_view_call_id": ("matter_view", "call_id"),
    "ix_ticket_view_local_day": ("ticket_view", "local_day"),
    "ix_ticket_view_number_key": ("ticket_view", "number_key"),
    "ix_ticket_view_operator_registered_at": ("ticket_view", "operator registered_at"),
    "ix_ticket_view_registered_at": ("ticket_view", "registered_at"),
    "ix_ticket_view_unit": ("ticket_view", "unit"),
    "ux_chain_row": ("chain", "table_name row_id"),
    "ix_sign_in_attempt_login": ("sign_in_attempt", "login"),
    "ix_place_parent": ("place", "parent"),
}


def _column(words: str) -> sa.Column:
    name, kind = words.rstrip("*?").split(":")
    if kind == "Hash":
        made = sa.String(64)
    elif kind == "Bytes":
        made = sa.LargeBinary()
    else:
        made = getattr(types, kind)()
    key = words.endswith("*")
    return sa.Column(
        name,
        made,
        primary_key=key,
        nullable=words.endswith("?"),
        autoincrement=False if key else "auto",
    )


def upgrade() -> None:
    for table, columns in TABLES.items():
        op.create_table(table, *(_column(words) for words in columns.split()))
    for name, (table, columns) in INDEXES.items():
        op.create_index(name, table, columns.split(), unique=name.startswith("ux_"))
