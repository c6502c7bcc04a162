"""The rules of linking: which kinds of link join which kinds of entry."""

from sqlalchemy.orm import Session

from db.queries import plain
from db.rows.links import RuleRow


def link_rules(session: Session) -> tuple[RuleRow, ...]:
    """Return all rules in the order in which links are shown."""
    return plain.link_rules(plain.of_session(session))
