"""The third release: the draft agreement that was initialled at the talks."""

from db.commands.content import PointSpec
from db.commands.stages import StageSpec
from db.terms import AgreementType, EntryKind, LinkKind, NameKind, PointKind, Presence, StageKind
from resources.sample.actors import Actors
from resources.sample.archivist import Archivist
from resources.sample.ground import Ground
from resources.sample.reading import Reading

_INITIALLED = "заместители министров двух стран парафировали проект соглашения"
_SUBSTANCE = (
    "Сирия станет проще признавать регистрационные документы России на лекарства и медизделия"
)


def read_draft(
    archivist: Archivist,
    ground: Ground,
    reading: Reading,
    *,
    actors: Actors,
    talks: int,
    plutnitsky: int,
) -> int:
    """Make the draft: its two stages, those who initialled it, and what it obliges whom to."""
    draft = _draft(archivist, reading)
    drafted = StageSpec(kind=StageKind.DRAFTED)
    archivist.stage(draft, drafted, reading.stated("проект соглашения"), reading.not_stated("date"))
    stage = archivist.stage(
        draft,
        StageSpec(kind=StageKind.INITIALLED, meeting_id=talks),
        reading.stated(_INITIALLED),
        reading.not_stated("date"),
        reading.not_stated("place"),
    )
    for code in ("RU", "SY"):
        archivist.link(
            LinkKind.PARTY,
            draft,
            ground.countries[code],
            reading.stated("министров двух стран"),
            presence=Presence.BODY,
        )
    _initiallers(archivist, ground, reading, (draft, stage), (plutnitsky, actors.health_ru))
    _points(archivist, ground, reading, draft, actors.health_ru)
    return draft


def _draft(archivist: Archivist, reading: Reading) -> int:
    draft = archivist.entry(
        EntryKind.AGREEMENT,
        "[Draft agreement on simpler recognition by Syria of Russian registration documents "
        "for medicines and medical devices]",
        reading.stated(_INITIALLED),
        agreement_type=AgreementType.AGREEMENT,
    )
    archivist.name(
        draft,
        "проект соглашения об упрощённом признании Сирией регистрационных документов России",
        NameKind.ORIGINAL,
        reading.stated("проект соглашения", _SUBSTANCE),
        language="ru",
    )
    return draft


def _initiallers(
    archivist: Archivist,
    ground: Ground,
    reading: Reading,
    act: tuple[int, int],
    russian: tuple[int, int],
) -> None:
    """Let one deputy minister initial by inference, the other without a name."""
    draft, stage = act
    plutnitsky, ministry = russian
    post_as, post = "заместители министров", ground.posts["Deputy Minister of Health"]
    archivist.link(
        LinkKind.INITIALLED_BY,
        draft,
        plutnitsky,
        reading.inferred(
            "Он единственный названный в тексте заместитель министра от России.", _INITIALLED
        ),
        on_behalf_of_id=ministry,
        stage_id=stage,
        post_as=post_as,
        post_id=post,
    )
    archivist.link(
        LinkKind.INITIALLED_BY,
        draft,
        ground.countries["SY"],
        reading.stated(_INITIALLED),
        reading.not_stated("named_as", "Имя сирийского заместителя министра не названо."),
        stage_id=stage,
        post_as=post_as,
        post_id=post,
        presence=Presence.UNNAMED,
    )


def _points(
    archivist: Archivist, ground: Ground, reading: Reading, draft: int, issuer: int
) -> None:
    archivist.point(
        draft,
        PointSpec(
            kind=PointKind.PROVISION,
            wording="Сирия упрощает признание российских регистрационных документов",
            owed_by_id=ground.countries["SY"],
            owed_to_id=ground.countries["RU"],
        ),
        reading.stated(_SUBSTANCE),
    )
    archivist.point(
        draft,
        PointSpec(
            kind=PointKind.SUBJECT,
            wording="Цель, по словам издателя: место российской техники и лекарств в мире, "
            "здравоохранение Сирии, спокойствие на Ближнем Востоке",
        ),
        reading.stated("Цель документа — дать российской технике и лекарствам место в мире").by(
            issuer
        ),
    )
