"""What editors decide: drafts, flags, marks, queues, synonyms, questions; who changed what, why."""

import sqlalchemy as sa
from alembic import op

from operator_desk.storage import types

revision = "0002"
down_revision = "0001"

# name:Type, * for the primary key, ? for nullable.
TABLES = {
    "article_draft": (
        "id:Id* at:Instant actor:Id draft_id:Id corrects:Id? step:Words key:Words based_on:Id? "
        "article:Words publish_on:Day? why:Words?"
    ),
    "article_flag": (
        "id:Id* at:Instant actor:Id article_key:Words version_id:Id reason:Words call_id:Id? "
        "matter_id:Id? note:Hash?"
    ),
    "version_mark": (
        "id:Id* at:Instant actor:Id article_key:Words version_id:Id corrects:Id? wrong:Flag "
        "reason:Words?"
    ),
    "recall_step": (
        "id:Id* at:Instant actor:Id mark_id:Id call_id:Id action:Words outbound_id:Id? note:Hash?"
    ),
    "queue_step": (
        "id:Id* at:Instant actor:Id queue:Words subject:Words action:Words owner:Id? due:Day? "
        "note:Words?"
    ),
    "synonym_version": "id:Id* at:Instant actor:Id lay:Words stands_for:Json withdrawn:Flag",
    "learned_mark": "id:Id* at:Instant actor:Id action:Words lay:Words? official:Words?",
    "question_version": (
        "id:Id* at:Instant actor:Id set_name:Words question:Words gold:Json withdrawn:Flag"
    ),
}
COLUMNS = {
    "article_version": "why:Words? approved_by:Id? draft_id:Id? batch:Id?",
    "article_view": "owner:Words? review_by:Day? changed_at:Instant?",
}
INDEXES = {
    "ix_search_miss_at": ("search_miss", "at"),
    "ix_article_version_batch": ("article_version", "batch"),
    "ix_article_draft_draft_id": ("article_draft", "draft_id"),
    "ix_article_flag_article_key": ("article_flag", "article_key"),
    "ix_version_mark_article_key": ("version_mark", "article_key"),
    "ix_recall_step_mark_id": ("recall_step", "mark_id"),
    "ix_queue_step_queue_subject": ("queue_step", "queue subject"),
}
# The heads of the articles that are there already, as `store rebuild` would compute them.
HEADS = (
    "UPDATE article_view SET (owner, review_by, changed_at) = (SELECT v.owner, v.review_by, v.at "
    "FROM article_version v WHERE v.id = article_view.version_id)"
)


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
    for name, (table, columns) in INDEXES.items():
        op.create_index(name, table, columns.split())
    op.execute(HEADS)
