"""The columns of tables of entries and links: what they are called, going out and coming in.

Coming in, a heading is known in English and in Russian, and by words other programs use for it.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from db.rows.fields import FIELDS
from db.terms import EntryKind


@dataclass(frozen=True, slots=True, kw_only=True)
class TableColumn:
    """A column of a table of entries: the field it holds, and its names."""

    key: str
    """A field's name, or ``kind``, ``reference``, ``uid``, ``tags``, ``names``, ``trashed``."""
    english: str
    russian: str
    also: tuple[str, ...] = ()
    width: int = 14


def _column(key: str, english: str, russian: str, *also: str, width: int = 14) -> TableColumn:
    return TableColumn(key=key, english=english, russian=russian, also=also, width=width)


ENTRY_COLUMNS: tuple[TableColumn, ...] = (
    _column("reference", "Reference", "Шифр", "ref", "id", "код записи", width=10),
    _column("kind", "Kind of entry", "Вид записи", "entry", "запись", "record type"),
    _column(
        "title", "Title", "Заголовок", "name", "название", "наименование", "имя", "фио", width=60
    ),
    _column("agreement_type", "Type of agreement", "Тип соглашения", "type", "тип", "вид"),
    _column("number", "Number", "Номер", "no", "№", "number of agreement"),
    _column("covers", "Covers", "Период действия", "period", "срок", "действует"),
    _column("authentic_languages", "Authentic languages", "Языки подлинников", "authentic in"),
    _column("meeting_kind", "Kind of meeting", "Вид встречи", "type", "kind", "тип", "вид"),
    _column("standing", "Status", "Состояние", "standing", "held", "статус"),
    _column("ordinal", "Ordinal", "Порядковый номер", "session", "номер заседания", "number"),
    _column("ordinal_as_written", "Ordinal as written", "Номер, как в источнике"),
    _column("start", "Start", "Начало", "date", "from", "дата", "дата начала", "start date"),
    _column("end", "End", "Окончание", "to", "дата окончания", "конец", "end date"),
    _column("place", "Place", "Место", "venue", "city", "город", "место проведения", width=24),
    _column("place_as_stated", "Place as stated", "Место, как в источнике", width=24),
    _column("format", "Format", "Формат"),
    _column("family_name", "Family name", "Фамилия", "surname", "last name", width=20),
    _column("given_names", "Given names", "Имя и отчество", "first name", "given name", "имена"),
    _column("born", "Born", "Дата рождения", "birth", "date of birth", "родился", "год рождения"),
    _column("died", "Died", "Дата смерти", "death", "date of death", "умер"),
    _column("organisation_kind", "Kind of body", "Вид организации", "type", "kind", "тип", "вид"),
    _column("place_kind", "Kind of place", "Вид места", "type", "kind", "тип", "вид"),
    _column("parent", "Lies in", "Находится в", "country", "страна", width=24),
    _column("code", "ISO code", "Код ISO", "code", "код", "iso"),
    _column("source_kind", "Kind of source", "Вид источника", "type", "kind", "тип", "вид"),
    _column("reading_state", "Reading", "Прочтение", "read"),
    _column("publisher", "Publisher", "Издатель", "media", "сми", "источник", width=24),
    _column("byline", "Byline", "Автор", "author", "authors", width=24),
    _column("published", "Published", "Опубликовано", "date", "дата", "дата публикации"),
    _column("received", "Received", "Получено", "дата получения"),
    _column("languages", "Languages", "Языки", "language", "язык"),
    _column("address", "Address", "Адрес", "url", "link", "ссылка", "адрес в сети", width=30),
    _column("summary", "Summary", "Краткое содержание", "abstract", "аннотация", width=40),
    _column(
        "note", "Note", "Примечание", "notes", "comment", "примечания", "комментарий", width=40
    ),
    _column("review", "Review", "Проверка", "проверено"),
    _column("names", "Other names", "Другие названия", width=40),
    _column("tags", "Tags", "Метки", "subjects", "рубрики", "темы", width=24),
    _column("trashed", "In trash", "В корзине"),
    _column("uid", "UID", "UID", "uuid", width=38),
)
"""All columns of a table of entries of all kinds, in their order."""

LINK_COLUMNS: tuple[tuple[str, int], ...] = (
    ("Subject", 10), ("Subject title", 40), ("Link", 16), ("Object", 10), ("Object title", 40),
    ("Object kind", 14), ("Named as", 24), ("On behalf of", 12), ("On behalf of, title", 30),
    ("Post as stated", 30), ("Post", 24), ("Acting", 8), ("Presence", 12), ("How many", 8),
    ("Took part", 12), ("Stage", 12), ("Stage date", 12), ("From", 12), ("Until", 12),
    ("Order", 8), ("Note", 40), ("Evidence", 10),
)  # fmt: skip
"""The headings of a table of links, and their widths in characters."""


def columns_of(kind: EntryKind | None) -> tuple[TableColumn, ...]:
    """Return the columns a kind of entry may be given from a table; all kinds' for None."""
    kinds = EntryKind if kind is None else (kind,)
    names = {field.name for one in kinds for field in FIELDS[one]}
    names |= {"reference", "uid"} if kind else {"reference", "uid", "kind"}
    return tuple(column for column in ENTRY_COLUMNS if column.key in names)


BY_KEY: Mapping[str, TableColumn] = {column.key: column for column in ENTRY_COLUMNS}
