"""The words of the query language's closed vocabularies, English and Russian.

Of each value: its English words, then its Russian ones, parted by ``;``. The first word of each
is what is printed and shown; blanks, hyphens and underscores are one when a word is looked up.
"""

from collections.abc import Mapping

from db.terms import (
    AgreementType,
    EntryKind,
    LinkKind,
    MeetingKind,
    OrganisationKind,
    PlaceKind,
    ReadingState,
    ReviewState,
    SourceKind,
    StageKind,
    Standing,
)

Words = Mapping[str, tuple[str, str]]

_KINDS: Words = {
    EntryKind.SOURCE: ("source; sources", "источник; источники"),
    EntryKind.AGREEMENT: ("agreement; agreements", "соглашение; соглашения"),
    EntryKind.MEETING: ("meeting; meetings", "встреча; встречи; мероприятие"),
    EntryKind.PERSON: ("person; people; persons", "лицо; лица; человек; люди; персона"),
    EntryKind.ORGANISATION: (
        "body; bodies; organisation; organisations; organization",
        "организация; организации; орган; органы",
    ),
    EntryKind.PLACE: ("place; places", "место; места"),
}

_TYPES: Words = {
    AgreementType.AGREEMENT: ("agreement", "соглашение"),
    AgreementType.TREATY: ("treaty", "договор"),
    AgreementType.MEMORANDUM: (
        "memorandum; mou; memorandum of understanding",
        "меморандум; меморандум о взаимопонимании",
    ),
    AgreementType.PROTOCOL: ("protocol", "протокол"),
    AgreementType.ROADMAP: ("roadmap; road map", "дорожная карта"),
    AgreementType.FINAL_RECORD: ("final record", "итоговый протокол"),
    AgreementType.JOINT_STATEMENT: ("joint statement", "совместное заявление"),
    AgreementType.CONTRACT: ("contract", "контракт"),
    AgreementType.PROGRAMME: ("programme; program", "программа"),
    AgreementType.CONVENTION: ("convention", "конвенция"),
    AgreementType.EXCHANGE_OF_NOTES: ("exchange of notes", "обмен нотами"),
    SourceKind.PRESS_RELEASE: ("press release; release", "пресс-релиз; релиз"),
    SourceKind.NEWS_REPORT: ("news report; news", "сообщение СМИ; новость"),
    SourceKind.MESSENGER_POST: ("messenger post", "публикация в мессенджере; мессенджер"),
    SourceKind.WEB_PAGE: ("web page", "веб-страница"),
    SourceKind.LETTER: ("letter", "письмо"),
    SourceKind.TREATY_TEXT: ("treaty text", "текст договора"),
    MeetingKind.SESSION: ("session", "заседание"),
    MeetingKind.TALKS: ("talks", "переговоры"),
    MeetingKind.VISIT: ("visit", "визит"),
    MeetingKind.FORUM: ("forum", "форум"),
    MeetingKind.CEREMONY: ("ceremony", "церемония"),
    MeetingKind.TOUR: ("tour", "осмотр"),
    OrganisationKind.MINISTRY: ("ministry", "министерство"),
    OrganisationKind.AGENCY: ("agency", "ведомство; агентство"),
    OrganisationKind.GOVERNMENT: ("government", "правительство"),
    OrganisationKind.PARLIAMENT: ("parliament", "парламент"),
    OrganisationKind.INTERGOVERNMENTAL: (
        "intergovernmental body; intergovernmental",
        "межгосударственный орган; межправительственный орган",
    ),
    OrganisationKind.COMMISSION: ("commission", "комиссия"),
    OrganisationKind.COMPANY: ("company", "компания; предприятие"),
    OrganisationKind.UNIVERSITY: ("university", "университет; вуз"),
    OrganisationKind.HOSPITAL: ("hospital", "лечебное учреждение; больница"),
    OrganisationKind.MEDIA: ("media", "средство массовой информации; сми"),
    OrganisationKind.ASSOCIATION: ("association; council", "объединение; ассоциация; совет"),
    PlaceKind.COUNTRY: ("country", "страна; государство"),
    PlaceKind.REGION: ("region", "регион; область"),
    PlaceKind.CITY: ("city", "город"),
    AgreementType.OTHER: ("other", "иное; другое"),
}

_STAGES: Words = {
    StageKind.PROPOSED: ("proposed", "предложено"),
    StageKind.DRAFTED: ("drafted; draft", "подготовлено; проект"),
    StageKind.INITIALLED: ("initialled; initialed", "парафировано"),
    StageKind.DATED: ("dated", "датировано"),
    StageKind.SIGNED: ("signed", "подписано"),
    StageKind.RATIFIED: ("ratified", "ратифицировано"),
    StageKind.ACCEDED: ("acceded; accession", "присоединение"),
    StageKind.IN_FORCE: ("in force; entered into force", "в силе; вступило в силу"),
    StageKind.EXTENDED: ("extended", "продлено"),
    StageKind.AMENDED: ("amended", "изменено; изменения"),
    StageKind.SUSPENDED: ("suspended", "приостановлено"),
    StageKind.WITHDRAWN: ("withdrawn", "выход; выход стороны"),
    StageKind.EXPIRED: ("expired", "истекло"),
    StageKind.TERMINATED: ("terminated", "прекращено"),
    StageKind.REPLACED: ("replaced", "заменено"),
}

_STATES: Words = {
    ReadingState.INBOX: ("inbox", "входящие; не прочитано"),
    ReadingState.READING: ("reading", "читается"),
    ReadingState.READ: ("read", "прочитано"),
    ReadingState.CHECKED: ("checked", "проверено"),
    Standing.HELD: ("held", "состоялось"),
    Standing.PLANNED: ("planned", "намечено; запланировано"),
    Standing.PROPOSED: ("proposed", "предложено"),
}

_REVIEWS: Words = {
    ReviewState.DRAFT: ("draft", "черновик"),
    ReviewState.CHECKED: ("checked", "проверено"),
    ReviewState.FINAL: ("final", "готово; окончательно"),
}

_ROLES: Words = {
    LinkKind.PARTY: ("party", "сторона"),
    LinkKind.SIGNATORY: ("signatory; signed by; signer", "подписавший; подписал; подписала"),
    LinkKind.INITIALLED_BY: ("initialled by", "парафировавший; парафировал; парафировала"),
    LinkKind.WITNESS: ("witness", "свидетель; в присутствии"),
    LinkKind.DRAFTED_BY: ("drafted by", "разработчик"),
    LinkKind.DEPOSITARY: ("depositary", "депозитарий"),
    LinkKind.BENEFICIARY: ("beneficiary", "бенефициар"),
    LinkKind.CHAIR: ("chair; chairman", "председатель"),
    LinkKind.CO_CHAIR: ("co-chair", "сопредседатель"),
    LinkKind.OPENED_BY: ("opened by", "открывший; открыл; открыла"),
    LinkKind.SPEAKER: ("speaker", "докладчик; выступил; выступила"),
    LinkKind.WELCOMED_BY: ("welcomed by", "приветствовавший; приветствовал; приветствовала"),
    LinkKind.ATTENDEE: ("attendee; participant", "участник"),
    LinkKind.GUEST: ("guest", "гость"),
    LinkKind.HOST: ("host", "принимающая сторона"),
    LinkKind.ORGANISER: ("organiser; organizer", "организатор"),
    LinkKind.VISITED: ("visited", "посещение"),
    LinkKind.SESSION_OF: ("session of", "заседание органа; заседание"),
    LinkKind.VENUE: ("venue", "место проведения; площадка"),
    LinkKind.HOLDS_POST: ("holds post", "занимает должность"),
    LinkKind.MEMBER_OF: ("member of; member", "член"),
    LinkKind.CHAIRS: ("chairs", "председательствует"),
    LinkKind.CO_CHAIRS: ("co-chairs", "сопредседательствует"),
    LinkKind.PART_OF: ("part of", "в составе; в рамках"),
    LinkKind.BRANCH_OF: ("branch of; branch", "филиал"),
    LinkKind.OF_COUNTRY: ("of country", "принадлежит стране"),
    LinkKind.SEATED_IN: ("seated in", "находится в"),
    LinkKind.IMPLEMENTS: ("implements", "реализует; во исполнение"),
    LinkKind.BASED_ON: ("based on", "на основании"),
    LinkKind.AMENDS: ("amends", "изменяет"),
    LinkKind.UPDATES: ("updates", "обновляет"),
    LinkKind.REPLACES: ("replaces", "заменяет"),
    LinkKind.ANNEX_OF: ("annex of; annex", "приложение"),
    LinkKind.MENTIONS: ("mentions", "упоминает"),
    LinkKind.RELATED_TO: ("related to; related", "связано"),
    LinkKind.DISCUSSED_AT: ("discussed at", "обсуждалось"),
    LinkKind.APPROVED_AT: ("approved at", "одобрено"),
    LinkKind.GOVERNED_BY: ("governed by", "по решениям"),
    LinkKind.ABOUT: ("about", "о ком или чём"),
    LinkKind.TEXT_OF: ("text of", "текст документа"),
}

_HAD: Mapping[str, tuple[str, str, str]] = {
    # words for having it, and the Russian ones for lacking it
    "evidence": ("evidence", "подтверждения; доказательства", "подтверждений; доказательств"),
    "gap": ("gap; gaps", "пробелы; пробел", "пробелов"),
    "conflict": ("conflict; conflicts", "расхождения; расхождение", "расхождений"),
    "date": ("date", "дата", "даты"),
    "country": ("country", "страна", "страны"),
    "tag": ("tag; tags", "теги; тег; рубрики", "тегов; рубрик"),
    "note": ("note; notes", "заметка; заметки", "заметки; заметок"),
    "text": ("text", "текст", "текста"),
    "link": ("link; links", "связи; связь", "связей"),
    "quotation": ("quotation; quotations; quote", "цитаты; цитата", "цитат"),
    "figure": ("figure; figures", "числа; число", "чисел"),
    "point": ("point; points", "пункты; пункт", "пунктов"),
    "name": ("name; names", "имена; имя", "имён"),
}


def _before(word: str, words: str) -> str:
    return "; ".join(f"{word} {each.strip()}" for each in words.split(";"))


_HAS: Words = {
    **{key: (english, russian) for key, (english, russian, _) in _HAD.items()},
    **{
        f"no-{key}": (_before("no", english), _before("нет", russian))
        for key, (english, _, russian) in _HAD.items()
    },
}

VOCABULARY: Mapping[str, Words] = {
    "kind": _KINDS,
    "type": _TYPES,
    "stage": _STAGES,
    "state": _STATES,
    "review": _REVIEWS,
    "role": _ROLES,
    "has": _HAS,
}
"""The words of each value, by field and by the value as it is stored."""
