"""The act that saves a link from its editor."""

from dataclasses import replace
from typing import Any

from db.act import Act
from db.commands.evidence import stand_on_pin
from db.commands.links import change_link
from db.commands.posts import find_post
from db.rows.faces import Target
from db.rows.links import LinkSpec
from db.rows.pin import Pin
from db.text.participant_words import without_acting


def save_link(link_id: int, spec: LinkSpec, about: str = "", pin: Pin | None = None) -> Act[None]:
    """Change a link, with the authority form of its post where there is one."""

    def run(session: Any) -> None:  # noqa: ANN401 - a session, which forms may not name
        post = find_post(session, label=without_acting(spec.post_as))
        change_link(session, link_id=link_id, spec=replace(spec, post_id=post))
        if pin is not None:
            stand_on_pin(session, pin=pin, targets=[Target("link", link_id)])

    return Act(key="link.change", run=run, about=about)
