"""Halls, fairs and what bears somebody's name are told from people."""

import pytest

from desktop.reading.release import read_release


def names(text: str) -> list[str]:
    """Return the names of the people a text names."""
    return [person.name for person in read_release(text).people]


@pytest.mark.parametrize(
    "text",
    [
        "They met in Carter Hall and toured Rosa Museum.",
        'The Diplomatic School "Pedro Vargas" sent its pupils.',
        "The fair Golden Autumn opened its gates.",
    ],
)
def test_halls_fairs_and_what_bears_a_name_are_nobody(text: str) -> None:
    assert names(text) == []


def test_malay_forms_of_address_are_no_part_of_a_name() -> None:
    (one,) = names("The session was opened by YB Dato' Farid Iskandar.")
    assert one.endswith("Farid Iskandar")
    assert not one.startswith("YB")
