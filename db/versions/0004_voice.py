"""Who read an item of a readback that the machine's voice had begun."""

import sqlalchemy as sa
from alembic import op

from operator_desk.storage import types

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.add_column("readback_answer", sa.Column("mode", types.Words(), nullable=True))
