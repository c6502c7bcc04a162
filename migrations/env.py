"""Alembic's environment: runs on the connection it is handed, with foreign keys off.

With foreign keys on, a batch rebuild of a parent table would delete its children.
"""

from alembic import context

from db.base import Base
from db.schema import is_mapped

connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=Base.metadata,
    render_as_batch=True,
    compare_type=True,
    include_name=is_mapped,
)
context.run_migrations()
