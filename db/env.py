"""Alembic's way in: the program hands over an open connection in a transaction."""

from alembic import context

from operator_desk.storage.tables import metadata

connection = context.config.attributes["connection"]
context.configure(connection=connection, target_metadata=metadata)
with context.begin_transaction():
    context.run_migrations()
