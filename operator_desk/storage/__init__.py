"""SQLAlchemy Core tables, SQLite and PostgreSQL, fact chain, draft journal."""
