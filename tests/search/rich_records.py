"""Agreements, meetings and sources with doubtful and open dates, numbers and links on behalf of."""

from db.act import Act
from db.catalogue import Catalogue
from db.commands.content import FigureSpec, PointSpec, QuotationSpec, add_figure, add_quotation
from db.rows.faces import Target
from db.terms import AgreementType, LinkKind, ReadingState, StageKind, Standing
from tests.factories import (
    StageDetails,
    make_agreement,
    make_claim,
    make_country,
    make_figure,
    make_link,
    make_meeting,
    make_point,
    make_source,
    make_stage,
)

DOUBTFUL_DATES = ("2021?", "2019-05~", "XXXX-07-07", "2020/..", "../2018", "2022-11", "20XX", "")


def make_agreements(
    catalogue: Catalogue, people: list[int], bodies: list[int], places: list[int]
) -> list[int]:
    kinds = (StageKind.SIGNED, StageKind.INITIALLED, StageKind.RATIFIED, StageKind.PROPOSED)
    types = (AgreementType.MEMORANDUM, AgreementType.PROTOCOL, AgreementType.ROADMAP)
    numbers = ("21", "№ 7-МЗ/2021", "XXI", "0021 bis", "", "12a, 34", "99999999999999999999", "A")
    made: list[int] = []
    for at, date in enumerate(DOUBTFUL_DATES):
        title = ("Memorandum on vaccines", "Протокол о вакцинах и co-operation")[at % 2]
        agreement = make_agreement(
            catalogue,
            f"{title} {at}",
            agreement_type=types[at % 3],
            number=numbers[at],
            covers=("2021/2024", "2023/..", "../2019", "")[at % 4],
            authentic_languages=("en ru", "az", "")[at % 3],
        )
        plain = StageDetails(date=date)
        placed = StageDetails(date=date, place_id=places[at % 2])
        details = (plain, placed, StageDetails(date=date, party_id=bodies[0]))[at % 3]
        make_stage(catalogue, agreement, kinds[at % 4], **details)
        made.append(agreement)
    make_stage(catalogue, made[0], StageKind.IN_FORCE, date="2022-01-01")
    signatory = LinkKind.SIGNATORY
    make_link(catalogue, signatory, made[0], people[0], on_behalf_of_id=bodies[0], post_as="Chief")
    make_link(catalogue, LinkKind.PARTY, made[1], make_country(catalogue, "AZ"))
    make_link(catalogue, LinkKind.PARTY, made[2], places[2])
    make_link(catalogue, LinkKind.IMPLEMENTS, made[1], made[0])
    make_link(catalogue, LinkKind.PARTY, made[3], named_as="a ministry", object_kind="organisation")
    point = make_point(catalogue, made[0], PointSpec(wording="Supply of 40 ambulances to Ganja"))
    spec = FigureSpec(number="40", unit="ambulances")
    catalogue.write(Act(key="figure.add", run=lambda s: add_figure(s, spec=spec, point_id=point)))
    make_figure(catalogue, made[4], "3", unit="вакцины")
    return made


def make_meetings(
    catalogue: Catalogue,
    people: list[int],
    bodies: list[int],
    places: list[int],
    agreements: list[int],
) -> list[int]:
    days = (("2024-06-01", "2024-06-03"), ("2023-05", ""), ("", "2022"), ("XXXX-07-07", ""),
            ("2021/..", ""), ("2020-12-31", "XXXX-01-02"))  # fmt: skip
    made = [
        make_meeting(
            catalogue,
            f"{('XXI session on health', 'Заседание совета')[at % 2]} {at}",
            start=start,
            end=end,
            ordinal=("21", "", "7")[at % 3],
            standing=(Standing.HELD, Standing.PLANNED, Standing.PROPOSED)[at % 3],
            place=str(places[at % 2]) if at % 3 else "",
        )
        for at, (start, end) in enumerate(days)
    ]
    chair = LinkKind.CHAIR
    make_link(catalogue, chair, made[0], people[1], on_behalf_of_id=make_country(catalogue, "AZ"))
    make_link(catalogue, LinkKind.SPEAKER, made[1], people[2], post_as="Ректор университета")
    make_link(catalogue, LinkKind.HOST, made[2], bodies[1])
    make_link(catalogue, LinkKind.SESSION_OF, made[3], bodies[0])
    make_link(catalogue, LinkKind.DISCUSSED_AT, agreements[1], made[0])
    quotation = QuotationSpec(words="We shall vaccinate everybody", speaker_id=people[1])
    catalogue.write(
        Act(
            key="quotation.add",
            run=lambda s: add_quotation(s, entry_id=made[0], spec=quotation),
        )
    )
    return made


def make_sources(catalogue: Catalogue, agreements: list[int], meetings: list[int]) -> list[int]:
    texts = (
        "The parties signed a memorandum on vaccines. Mr O'Brien spoke of health-care in Ganja.",
        "Стороны подписали протокол о вакцинах. Ректор Сеченова выступил на XXXVII заседании.",
        "Vaccination began in 2021; the 21st session of the Council was held in Kazan.",
    )
    made = [
        make_source(
            catalogue,
            text,
            title=("Vaccines agreed", "Подписан протокол", "Session held")[at],
            publisher=("Ministry of Health", "Минздрав России", "TASS, the agency")[at],
            published=("2021-05-20", "2021?", "../2024")[at],
            received=("2021-06", "", "2024")[at],
            languages=("en", "ru", "en ru")[at],
            reading_state=(ReadingState.READ, ReadingState.INBOX, ReadingState.CHECKED)[at],
        )
        for at, text in enumerate(texts)
    ]
    make_claim(
        catalogue, Target("entry", agreements[0], "title"), made[0], "memorandum on vaccines"
    )
    make_claim(catalogue, Target("entry", meetings[0], "ordinal"), made[2], "21st session")
    make_link(catalogue, LinkKind.ABOUT, made[1], agreements[1])
    return made
