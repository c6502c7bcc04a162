"""What the releases say of each other once all are read: where they differ, and what they share."""

from resources.sample.archivist import Archivist
from resources.sample.commission_session import CommissionSession
from resources.sample.six_documents import SixDocuments


def compare(archivist: Archivist, session: CommissionSession, six: SixDocuments) -> None:
    """Put the two counts of Russian regions beside each other; neither is corrected.

    That the roadmap on health is one of the six road maps under way is possible and not told, so
    that nothing links them.
    """
    regions = session.reading.stated("More than 70 regions of Russia do business with Azerbaijan")
    entities = six.reading.stated("Russian entities, more than 80 of them")
    archivist.claim(
        "figure",
        session.points.seventy_regions,
        entities.on("", value="80", as_stated="more than 80 Russian entities"),
        about=session.session,
    )
    archivist.claim(
        "figure",
        six.talks.eighty_entities,
        regions.on("", value="70", as_stated="More than 70 regions"),
        about=six.talks.meeting,
    )
