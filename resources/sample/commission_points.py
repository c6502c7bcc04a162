"""The fourth release: what the session looked at, and the figures it gave."""

from dataclasses import dataclass

from db.commands.content import FigureSpec, PointSpec
from db.terms import Bound, LinkKind, NameKind, OrganisationKind, PointKind
from resources.sample.actors import make_body
from resources.sample.archivist import Archivist
from resources.sample.ground import Ground
from resources.sample.reading import Reading

_FIELDS = (
    ("Industry and energy", "industry and energy"),
    ("Trade and the economy", "trade and the economy, farming"),
    ("Agriculture", "farming, transport, finance"),
    ("Transport", "transport, finance"),
    ("Finance", "finance, health"),
    ("Healthcare", "health, culture"),
    ("Culture", "culture, science, the"),
    ("Science", "science, the regions"),
    ("Interregional cooperation", "the regions, education and tourism"),
    ("Education", "education and tourism"),
    ("Tourism", "tourism."),
)
_RESULTS = (
    ("Support of small and medium-sized firms", "Small and medium-sized firms are to be helped"),
    ("Industrial cooperation goes well", "Joint work in industry goes well"),
    ("Progress of crossing points on the border", "new crossing points on the border have come"),
    ("Faster customs clearance by joint work", "working together so that goods clear faster"),
    ("Joint protection from epidemics", "Epidemics, too, are kept at bay by joint effort"),
    ("Close ties in culture", "Ties in culture were called close"),
    (
        "Growth of higher education and youth policy",
        "Higher education and youth policy are growing",
    ),
)
_WORKING_GROUP = "The two sides have set up a working group of several departments on food safety"


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionDesk:
    """What lies on the desk while the fourth release is read."""

    archivist: Archivist
    ground: Ground
    reading: Reading
    session: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionPoints:
    """Ids of the figures that others disagree with or may fill."""

    seventy_regions: int
    twelve_regions: int


def read_points(desk: SessionDesk, commission: int) -> SessionPoints:
    """Make the points of the session in order, with their figures and bodies."""
    said = desk.reading.stated
    desk.archivist.points(
        desk.session, PointKind.AGENDA_ITEM, ((topic, said(quote)) for topic, quote in _FIELDS)
    )
    figures = _regions(desk)
    desk.archivist.points(
        desk.session, PointKind.RESULT, ((result, said(quote)) for result, quote in _RESULTS)
    )
    _business_council(desk)
    _working_group(desk, commission)
    return figures


def _regions(desk: SessionDesk) -> SessionPoints:
    archivist, reading = desk.archivist, desk.reading
    closer = archivist.point(
        desk.session,
        PointSpec(kind=PointKind.RESULT, wording="Ties between regions grow stronger"),
        reading.stated("The regions draw closer"),
    )
    seventy = archivist.figure(
        desk.session,
        FigureSpec(
            number="70", unit="Russian regions that trade with Azerbaijan", bound=Bound.MORE_THAN
        ),
        reading.stated("More than 70 regions of Russia do business with Azerbaijan").on(
            "", value="70", as_stated="More than 70 regions"
        ),
        point_id=closer,
    )
    twelve = archivist.figure(
        desk.session,
        FigureSpec(
            number="12",
            unit="agreements of Russian regions with the Government of Azerbaijan",
            is_count=True,
        ),
        reading.stated("twelve Russian regions have agreements with the Azerbaijani Government"),
        point_id=closer,
    )
    return SessionPoints(seventy_regions=seventy, twelve_regions=twelve)


def _business_council(desk: SessionDesk) -> None:
    archivist, reading = desk.archivist, desk.reading
    events = (
        "Between January and June 2023 the Russian-Azerbaijani Business Council had a part in "
        "more than ten events"
    )
    council = make_body(
        archivist,
        "Russian-Azerbaijani Business Council",
        OrganisationKind.ASSOCIATION,
        reading.stated("the Russian-Azerbaijani Business Council"),
        country=desk.ground.countries["RU"],
        names={"Российско-Азербайджанский деловой совет": (NameKind.ORIGINAL, "ru")},
    )
    archivist.link(
        LinkKind.OF_COUNTRY,
        council,
        desk.ground.countries["AZ"],
        reading.stated("the Russian-Azerbaijani Business Council"),
    )
    point = archivist.point(
        desk.session,
        PointSpec(kind=PointKind.RESULT, wording="Contacts of firms through the Business Council"),
        reading.stated("Firms meet more often"),
    )
    archivist.figure(
        desk.session,
        FigureSpec(
            number="10",
            unit="events of the Russian-Azerbaijani Business Council",
            bound=Bound.MORE_THAN,
            period="2023-40",
        ),
        reading.stated(events),
        reading.stated("Between January and June 2023").on("period", value="2023-40"),
        point_id=point,
    )


def _working_group(desk: SessionDesk, commission: int) -> None:
    archivist, reading = desk.archivist, desk.reading
    set_up = reading.stated(_WORKING_GROUP)
    group = make_body(
        archivist,
        "Interdepartmental Russian-Azerbaijani working group on food safety",
        OrganisationKind.COMMISSION,
        set_up,
        country=desk.ground.countries["RU"],
    )
    archivist.link(LinkKind.OF_COUNTRY, group, desk.ground.countries["AZ"], set_up)
    archivist.link(
        LinkKind.PART_OF,
        group,
        commission,
        reading.inferred("The parties report it to the commission.", _WORKING_GROUP),
    )
    archivist.point(
        desk.session,
        PointSpec(kind=PointKind.RESULT, wording="A working group on food safety is set up"),
        set_up,
        reading.not_stated("date", "Since when it exists is not told."),
    )
    archivist.tagged(desk.ground.tags["Food safety"], group)
