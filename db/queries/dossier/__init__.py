"""A country's dossier: which entries belong to it and why, and what the catalogue knows of them.

``choosing`` says which entries; ``material`` reads all facts about them in a fixed number of
statements; the other modules write the sections of the dossier from that.
"""

from db.queries.dossier.belonging import belonging
from db.queries.dossier.country import country_dossier, references_held
from db.queries.dossier.overview import country_overview

__all__ = ["belonging", "country_dossier", "country_overview", "references_held"]
