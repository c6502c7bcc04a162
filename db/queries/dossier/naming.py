"""What entries are called in the language of the report, and what else they are called."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from operator import attrgetter
from typing import Literal, NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import Name, Post
from db.queries.among import among
from db.queries.dossier.facts import EntryFact, Facts
from db.queries.dossier.fetching import fetched
from db.queries.dossier.reading import grouped
from db.rows.dossier import Forms
from db.terms import EntryKind, NameKind
from db.text.countries import country_name
from db.text.folding import fold
from db.text.scripts import language_of

Language = Literal["en", "ru"]

_TITLES = (NameKind.TRANSLATION, NameKind.ORIGINAL)
_PROPER = frozenset({EntryKind.PERSON, EntryKind.PLACE})
"""A person or place may be called by a transliteration, where nothing better is there."""


class NameFact(NamedTuple):
    """A further form of a name."""

    entry_id: int
    text: str
    language: str
    kind: NameKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """Titles, other forms and posts in one language."""

    language: Language
    facts: Facts
    titles: dict[int, str]
    """Those asked for so far: of most entries that a hub's links name, none is."""
    forms: Mapping[int, tuple[NameFact, ...]]
    posts: Mapping[int, tuple[str, str]]
    """Labels of posts, English and Russian."""

    def title(self, entry_id: int | None) -> str:
        """Return the title of an entry in the report's language, else the one it has."""
        if entry_id is None or entry_id not in self.facts.entries:
            return ""
        title = self.titles.get(entry_id)
        if title is None:
            entry = self.facts.entries[entry_id]
            title = _title(entry, self.forms.get(entry_id, ()), self.language)
            self.titles[entry_id] = title
        return title

    def others(self, entry_id: int) -> Forms:
        """Return all other forms of an entry's name, the title it has in the catalogue first."""
        entry = self.facts.entries[entry_id]
        forms = [(language_of(entry.title), entry.title)]
        forms += [(form.language, form.text) for form in self.forms.get(entry_id, ())]
        title = self.title(entry_id)
        return tuple(dict.fromkeys(form for form in forms if form[1] != title))

    def post(self, post_id: int | None, post_as: str) -> str:
        """Return a post in the report's language, else as the source or the other one has it."""
        english, russian = self.posts.get(post_id or 0, ("", ""))
        first, second = (english, russian) if self.language == "en" else (russian, english)
        return first or post_as or second

    def says_country(self, name: str, code: str) -> bool:
        """Tell whether a name has its country in it, in English or Russian, inflected or not."""
        folded = fold(name)
        languages: tuple[Language, Language] = ("en", "ru")
        return any(fold(country_name(code, language))[:-1] in folded for language in languages)

    def of_country(self, country_ids: Iterable[int]) -> Forms:
        """Return the names of the country, the one in the report's language first."""
        code = self.facts.country
        other: Language = "en" if self.language == "ru" else "ru"
        names: dict[str, str] = {
            language: country_name(code, language) for language in (self.language, other)
        }
        for entry_id in country_ids:
            own = self.facts.entries[entry_id].title
            names.setdefault(language_of(own), own)
            for form in self.forms.get(entry_id, ()):
                if form.language and form.kind in _TITLES:
                    names.setdefault(form.language, form.text)
        return tuple(names.items())


def read_names(session: Session, facts: Facts, language: Language) -> Names:
    """Return the names of all entries that the facts speak of."""
    rows = fetched(
        session,
        select(Name.entry_id, Name.text, Name.language, Name.kind)
        .where(Name.entry_id.in_(among(facts.entries)))
        .order_by(Name.id),
    )
    posts = session.execute(select(Post.id, Post.label_en, Post.label_ru))
    forms = grouped((NameFact._make(row) for row in rows), attrgetter("entry_id"))
    return Names(
        language=language,
        facts=facts,
        titles={},
        forms=forms,
        posts={post: (english, russian) for post, english, russian in posts},
    )


def _title(entry: EntryFact, forms: Iterable[NameFact], language: Language) -> str:
    if language_of(entry.title) == language:
        return entry.title
    kinds = (*_TITLES, NameKind.TRANSLITERATION) if entry.kind in _PROPER else _TITLES
    named = [form for form in forms if form.language == language]
    fitting = (form.text for kind in kinds for form in named if form.kind == kind)
    return next(fitting, entry.title)
