"""Russian word forms for the finders: parses, nominatives of phrases and of people's names.

A thin layer over pymorphy3, whose dictionary loads on first use (0.1 s). Where it cannot be
loaded every function gives its input back and `is_ready` says so.

- `parses(word)`: what a word may be, the likeliest first; `normal_form(word)`
- `inflect(word, case=…)`: one word in another case
- `nominative(phrase)`: a noun phrase, its head and the words that agree with it
- `nominative_person(name)`, `person_gender(name)`: names of people, also foreign ones
- `declined(name)`: all case forms of a place name, by rules, without the dictionary
"""

from desktop.reading.morphology.persons import nominative_person, person_gender
from desktop.reading.morphology.phrases import nominative
from desktop.reading.morphology.places import adjective_forms, declined
from desktop.reading.morphology.words import (
    Parse,
    can_be,
    inflect,
    is_ready,
    normal_form,
    parses,
)

__all__ = [
    "Parse",
    "adjective_forms",
    "can_be",
    "declined",
    "inflect",
    "is_ready",
    "nominative",
    "nominative_person",
    "normal_form",
    "parses",
    "person_gender",
]
