"""The third release: talks of Russia and Syria on health; a Russian messenger post, undated."""

from dataclasses import dataclass

from db.commands.content import PointSpec, QuotationSpec
from db.terms import (
    EntryKind,
    LinkKind,
    MeetingKind,
    NameKind,
    OrganisationKind,
    PassageKind,
    PointKind,
    Presence,
    QuotationMode,
    ReadingState,
    ReviewState,
    SourceKind,
)
from resources.sample.actors import Actors, install, make_body, make_person
from resources.sample.archivist import Archivist, accepted_whole
from resources.sample.ground import Ground
from resources.sample.health_roadmap import ABOUT
from resources.sample.reading import Reading
from resources.sample.syria_draft import read_draft

_TOPICS = (
    ("Учёба и практика сирийских врачей в клиниках России", "📍 учёба и практика сирийских врачей"),
    ("Связи больниц и институтов двух стран", "📍 связи больниц и институтов двух стран"),
    ("Допуск российских лекарств и медизделий на сирийский рынок", "📍 допуск российских лекарств"),
    ("Лечение сирийцев в России и медицинский туризм", "📍 лечение сирийцев в России"),
    ("Гуманитарная помощь лекарствами и техникой", "📍 гуманитарная помощь"),
    ("Обмен знаниями между врачами и учёными", "📍 обмен знаниями между врачами"),
)
_SITES = (
    ("Museum of the History of Medicine", "Музей истории медицины", "Музей истории медицины"),
    ("University Clinical Hospital", "Университетская клиническая больница",
     "Университетскую клиническую больницу"),
    ("Biomedicine Science and Technology Park", "Научно-технологический парк биомедицины",
     "Научно-технологический парк биомедицины"),
)  # fmt: skip
_GUESTS = "Приехав в Россию, сирийские гости побывали в Первом МГМУ"


@dataclass(frozen=True, slots=True, kw_only=True)
class SyriaTalks:
    """Ids of what the third release brought."""

    talks: int
    visit: int
    draft: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Desk:
    archivist: Archivist
    ground: Ground
    reading: Reading
    actors: Actors


def read_syria_talks(archivist: Archivist, ground: Ground, actors: Actors) -> SyriaTalks:
    """Read the post from its flags to its hashtag."""
    desk = _Desk(archivist=archivist, ground=ground, reading=_take_in(archivist), actors=actors)
    plutnitsky = _plutnitsky(desk)
    visit = _visit(desk)
    talks = _talks(desk, visit, plutnitsky)
    _tour(desk, visit)
    draft = read_draft(
        archivist, ground, desk.reading, actors=actors, talks=talks, plutnitsky=plutnitsky
    )
    _finish(desk, talks, visit, draft)
    return SyriaTalks(talks=talks, visit=visit, draft=draft)


def _take_in(archivist: Archivist) -> Reading:
    reading = archivist.source(
        "syria_talks.txt",
        kind=SourceKind.MESSENGER_POST,
        publisher="Минздрав России",
        received="2026-11-18",
        address="max.ru/minzdrav_ru",
        note=ABOUT,
    )
    channel = reading.stated("max.ru/minzdrav_ru (Минздрав России)")
    archivist.claim(
        "entry",
        reading.source_id,
        channel.on("publisher"),
        channel.on("address"),
        reading.not_stated("published"),
        about=reading.source_id,
    )
    archivist.mark(
        reading,
        PassageKind.HEADING,
        "↪ Наука, учёба, технологии",
        "↪ Лекарства и медизделия: оборот, выпуск, поставки",
    )
    archivist.mark(
        reading,
        PassageKind.NOISE,
        "💬 В МАХ нас можно читать: max.ru/minzdrav_ru (Минздрав России)",
        "#МеждународноеСотрудничество",
    )
    return reading


def _plutnitsky(desk: _Desk) -> int:
    named = desk.reading.stated("Андрей Плутницкий, заместитель министра здравоохранения РФ")
    plutnitsky = make_person(desk.archivist, "Andrei Plutnitsky", named)
    desk.archivist.name(plutnitsky, "Андрей Плутницкий", NameKind.ORIGINAL, named, language="ru")
    install(
        desk.archivist,
        plutnitsky,
        desk.actors.health_ru,
        named,
        post_as="заместитель министра здравоохранения РФ",
        post_id=desk.ground.posts["Deputy Minister of Health"],
    )
    return plutnitsky


@accepted_whole("[Visit of a Syrian delegation to Russia]")
def _visit(desk: _Desk) -> int:
    came = desk.reading.stated(_GUESTS)
    visit = desk.archivist.entry(
        EntryKind.MEETING,
        "[Visit of a Syrian delegation to Russia]",
        came,
        desk.reading.not_stated("start"),
        meeting_kind=MeetingKind.VISIT,
        place=str(desk.ground.countries["RU"]),
    )
    desk.archivist.link(
        LinkKind.ATTENDEE,
        visit,
        desk.ground.countries["SY"],
        came,
        named_as="сирийские гости",
        presence=Presence.DELEGATION,
    )
    return visit


@accepted_whole("[Talks of Russia and Syria on health]")
def _talks(desk: _Desk, visit: int, plutnitsky: int) -> int:
    archivist, reading = desk.archivist, desk.reading
    held = reading.stated("провёл переговоры")
    talks = archivist.entry(
        EntryKind.MEETING,
        "[Talks of Russia and Syria on health]",
        held,
        reading.not_stated("start"),
        reading.not_stated("place"),
        meeting_kind=MeetingKind.TALKS,
    )
    archivist.name(talks, "Переговоры России и Сирии о здравоохранении", NameKind.TRANSLATION)
    archivist.link(
        LinkKind.PART_OF, talks, visit, reading.inferred("Гости приехали в Россию.", _GUESTS)
    )
    archivist.link(
        LinkKind.ATTENDEE,
        talks,
        plutnitsky,
        reading.stated("Андрей Плутницкий, заместитель министра здравоохранения РФ, провёл"),
        on_behalf_of_id=desk.actors.health_ru,
        post_as="заместитель министра здравоохранения РФ",
        post_id=desk.ground.posts["Deputy Minister of Health"],
    )
    archivist.link(
        LinkKind.ATTENDEE,
        talks,
        desk.ground.countries["SY"],
        reading.stated("Сирийскую Арабскую Республику представляло её руководство"),
        named_as="руководство Сирийской Арабской Республики",
        presence=Presence.UNNAMED,
    )
    archivist.points(
        talks, PointKind.AGENDA_ITEM, ((topic, reading.stated(line)) for topic, line in _TOPICS)
    )
    _intention(desk, talks)
    return talks


def _intention(desk: _Desk, talks: int) -> None:
    syria, russia = desk.ground.countries["SY"], desk.ground.countries["RU"]
    desk.archivist.quotation(
        talks,
        QuotationSpec(
            words="Благодарность российской стороне.",
            speaker_id=syria,
            speaker_as="Гости",
            mode=QuotationMode.REPORTED,
        ),
        desk.reading.stated("🌐 Гости от души поблагодарили").by(syria),
    )
    desk.archivist.point(
        talks,
        PointSpec(
            kind=PointKind.UNDERTAKING,
            wording="Намерение сотрудничать ещё долго",
            owed_by_id=syria,
            owed_to_id=russia,
        ),
        desk.reading.stated("намерены сотрудничать ещё долго").by(syria),
    )


@accepted_whole("[Tour of Sechenov University]")
def _tour(desk: _Desk, visit: int) -> None:
    archivist, reading = desk.archivist, desk.reading
    shown = reading.stated("Им показали Музей истории медицины")
    tour = archivist.entry(
        EntryKind.MEETING,
        "[Tour of Sechenov University]",
        reading.stated(_GUESTS),
        reading.not_stated("start"),
        reading.inferred("Там находится университет.", "Первом МГМУ").on("place"),
        meeting_kind=MeetingKind.TOUR,
        place=str(desk.ground.places["Moscow"]),
    )
    archivist.link(LinkKind.PART_OF, tour, visit, reading.stated("Приехав в Россию"))
    archivist.link(
        LinkKind.ATTENDEE, tour, desk.ground.countries["SY"], shown,
        named_as="сирийские гости", presence=Presence.DELEGATION,
    )  # fmt: skip
    university = "Первом МГМУ им. И.М. Сеченова Минздрава России"
    archivist.link(
        LinkKind.VISITED, tour, desk.actors.sechenov, reading.stated(university),
        named_as=university, presence=Presence.BODY,
    )  # fmt: skip
    for english, russian, quote in _SITES:
        _site(desk, tour, english, russian, quote)
    _interest(desk, tour)
    archivist.tagged(desk.ground.tags["Science and education"], tour)


def _site(desk: _Desk, tour: int, english: str, russian: str, quote: str) -> None:
    claim = desk.reading.stated(quote)
    site = make_body(
        desk.archivist,
        english,
        OrganisationKind.OTHER,
        claim,
        names={russian: (NameKind.ORIGINAL, "ru")},
    )
    desk.archivist.link(
        LinkKind.PART_OF,
        site,
        desk.actors.sechenov,
        desk.reading.inferred("Показано при посещении университета.", quote),
    )
    desk.archivist.link(LinkKind.VISITED, tour, site, claim, named_as=quote, presence=Presence.BODY)


def _interest(desk: _Desk, tour: int) -> None:
    reading, syria = desk.reading, desk.ground.countries["SY"]
    asked = "Больше всего вопросов было"
    desk.archivist.quotation(
        tour,
        QuotationSpec(
            words="Увиденное поразило гостей.",
            speaker_id=syria,
            speaker_as="гости",
            mode=QuotationMode.REPORTED,
        ),
        reading.stated("Увиденное, по словам гостей, их поразило").by(syria),
    )
    desk.archivist.points(
        tour,
        PointKind.SUBJECT,
        (
            ("Новинки биомедицины", reading.stated(asked, "о новинках биомедицины").by(syria)),
            ("Лечение рака", reading.stated(asked, "о лечении рака").by(syria)),
            (
                "Операции с помощью роботов",
                reading.stated(asked, "об операциях с помощью роботов").by(syria),
            ),
        ),
    )


def _finish(desk: _Desk, talks: int, visit: int, draft: int) -> None:
    archivist, reading, tags = desk.archivist, desk.reading, desk.ground.tags
    source = reading.source_id
    archivist.about(
        reading,
        talks,
        visit,
        draft,
        RU=(desk.ground.countries["RU"], reading.stated("🇷🇺")),
        SY=(desk.ground.countries["SY"], reading.stated("🇸🇾")),
    )
    university = reading.stated("Первом МГМУ им. И.М. Сеченова Минздрава России")
    archivist.name(
        desk.actors.sechenov, "Первый МГМУ им. И.М. Сеченова", NameKind.ACRONYM, university
    )
    archivist.claim(
        "link", desk.actors.sechenov_of_ministry, university, about=desk.actors.sechenov
    )
    archivist.mention(university, of=(desk.actors.sechenov,))
    archivist.name(
        desk.actors.health_ru,
        "Минздрав России",
        NameKind.ACRONYM,
        reading.stated("(Минздрав России)"),
        language="ru",
    )
    archivist.tagged(tags["Health"], talks, visit, draft)
    archivist.tagged(tags["Medicines"], talks, draft)
    archivist.tagged(tags["Training of specialists"], talks)
    archivist.tagged(tags["Medical tourism"], talks)
    archivist.tagged(tags["International cooperation"], source)
    archivist.review(ReviewState.CHECKED, talks, draft)
    archivist.reading_state(reading, ReadingState.READ)
