"""The way of a text through the finders: each gets what those before it found and adds its own."""

from collections.abc import Sequence
from dataclasses import replace

from db.rows.suggestions import KnownName
from desktop.reading.agreements import find_agreements
from desktop.reading.bodies import find_bodies
from desktop.reading.dates import find_dates
from desktop.reading.figures import find_figures
from desktop.reading.findings import Findings
from desktop.reading.known_names import known_bodies, known_people
from desktop.reading.meetings import find_meetings
from desktop.reading.page import Page
from desktop.reading.people import find_people
from desktop.reading.places import find_cities, find_countries
from desktop.reading.points import find_points
from desktop.reading.quotations import find_quotations
from desktop.reading.relations import find_relations
from desktop.reading.topics import TagName, find_topics


def find_all(page: Page, known: Sequence[KnownName] = (), tags: Sequence[TagName] = ()) -> Findings:
    """Return all that is found on a page, in the order of its text, before anything is merged."""
    found = Findings(
        dates=find_dates(page), countries=find_countries(page), cities=find_cities(page)
    )
    found = replace(found, bodies=known_bodies(page, find_bodies(page, found), known))
    people = find_people(page, found)
    found = replace(found, people=known_people(page, people, known, found.bodies))
    found = replace(found, meetings=find_meetings(page, found))
    found = replace(found, agreements=find_agreements(page, found))
    found = replace(found, relations=find_relations(page, found))
    found = replace(found, quotations=find_quotations(page, found))
    found = replace(found, figures=find_figures(page, found))
    found = replace(found, points=find_points(page, found))
    return replace(found, topics=find_topics(page, tags))
