"""${message}.

Rules: frozen shapes only, nothing of ours imported; every constraint named; a schema step and a data
step are two revisions; a kept old catalogue in the tests is upgraded through it.
"""

import sqlalchemy as sa
from alembic import op

revision = ${repr(up_revision)}
down_revision = ${repr(down_revision)}
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Upgrade the schema."""
    ${upgrades if upgrades else "pass"}


def downgrade() -> None:
    """Refuse: the backup made before the upgrade is the way back."""
    message = "restore the backup made before the upgrade"
    raise NotImplementedError(message)
