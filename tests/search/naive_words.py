"""The meaning of words: what of an entry's own texts they are found in, by stemming these."""

from collections import defaultdict
from collections.abc import Callable, Iterator

from db.search.tree import Words
from db.text.spellings import Sought, beginnings, spellings
from db.text.stems import stem
from db.text.tokens import Token, tokens_of
from tests.search.naive_tables import Row, Tables

Test = Callable[[str], bool]


class Texts:
    """The tokens of every text of every entry, by column, and all words but references."""

    def __init__(self, tables: Tables) -> None:
        self._read: defaultdict[tuple[int, str], list[list[Token]]] = defaultdict(list)
        self.words: set[str] = set()
        self.words_of_names: set[str] = set()
        for entry, column, text in _texts(tables):
            tokens = tokens_of(text)
            self._read[entry, column].append(tokens)
            met = {word for token in tokens for word, _, _ in token.words}
            met |= {token.joined for token in tokens if token.joined}
            self.words |= met
            self.words_of_names |= met if column != "text" else set()
        for row in tables["entry"]:
            self._read[row["id"], "title"].append(tokens_of(row["reference"]))

    def of(self, entry: int, *columns: str) -> list[list[Token]]:
        """Return the texts of an entry in some columns."""
        return [tokens for column in columns for tokens in self._read[entry, column]]


def _texts(tables: Tables) -> Iterator[tuple[int, str, str]]:
    """Yield every text that belongs to an entry."""
    by_sha = {row["sha256"]: row["text"] for row in tables["source_text"]}
    for row in tables["entry"]:
        yield row["id"], "title", row["title"]
        yield row["id"], "text", row["summary"]
        yield row["id"], "text", row["note"]
    for row in tables["name"]:
        yield row["entry_id"], "name", row["text"]
    for row in tables["source"]:
        yield row["id"], "text", by_sha.get(row["text_sha256"], "")
        yield row["id"], "text", row["publisher"]
        yield row["id"], "text", row["byline"]
    for row in tables["link"]:
        yield row["subject_id"], "text", row["named_as"]
        yield row["subject_id"], "text", row["post_as"]
    for table, column in (("point", "wording"), ("quotation", "words"), ("figure", "unit")):
        for row in tables[table]:
            if row["entry_id"] is not None:
                yield row["entry_id"], "text", row[column]


def asks_for_words(words: Words) -> bool:
    return any(token.words for token in tokens_of(words.text))


def worded(words: Words, texts: Texts) -> Callable[[Row], bool]:
    """Return the test whether an entry holds a word or phrase."""
    asked = [token for token in tokens_of(words.text) if token.words]
    columns = (words.column,) if words.column else ("title", "name", "text")
    if words.inside:
        columns = tuple(column for column in columns if column != "text")
        parts = _words(asked)
        return lambda entry: all(
            _is_inside(part, texts, texts.of(entry["id"], *columns)) for part in parts
        )
    if words.exact:
        wanted = _words(asked)
        tests = [_is(word) for word in wanted[:-1]]
        tests.append(_starts(wanted[-1]) if words.begins else _is(wanted[-1]))
        return lambda entry: any(
            _in_a_row(tests, _words(tokens)) for tokens in texts.of(entry["id"], *columns)
        )
    ways = list(_ways(asked, texts, begins=words.begins))
    return lambda entry: any(
        _finds(way, tokens) for way in ways for tokens in texts.of(entry["id"], *columns)
    )


def _is_inside(part: str, texts: Texts, held: list[list[Token]]) -> bool:
    """Tell whether letters stand in a word; a reference is looked for as a whole alone."""
    there = {word for tokens in held for word in _words(tokens)}
    return any(part in word for word in there & texts.words_of_names)


def _words(tokens: list[Token]) -> list[str]:
    return [word for token in tokens for word, _, _ in token.words]


def _ways(asked: list[Token], texts: Texts, *, begins: bool) -> Iterator[list[Test]]:
    """Yield each way the words may stand: a test for each stem in a row."""
    spelt = spellings(asked)
    for way in spelt:
        yield [_is(one.stem) for one in way]
    yield [_sounds(one) for one in spelt[0]]
    if begins:
        for way, beginning in beginnings(asked):
            going_on = {stem(word) for word in texts.words if word.startswith(beginning)}
            # three letters and fewer are looked for among the stems alone
            more = going_on if len(beginning) > 3 else set[str]()
            yield [*(_is(one.stem) for one in way), _starts(beginning, more)]


def _is(wanted: str) -> Test:
    return lambda word: word == wanted


def _starts(wanted: str, more: set[str] | None = None) -> Test:
    return lambda word: word.startswith(wanted) or word in (more or ())


def _sounds(one: Sought) -> Test:
    return lambda word: word == one.stem if one.stem.isdigit() else one.sounds_like(word)


def _finds(tests: list[Test], tokens: list[Token]) -> bool:
    in_order = [found for token in tokens for found, _, _ in token.stems]
    alone = [found for token in tokens for found, _, _ in token.further]
    return _in_a_row(tests, in_order) or (len(tests) == 1 and any(map(tests[0], alone)))


def _in_a_row(tests: list[Test], words: list[str]) -> bool:
    size = len(tests)
    return any(
        all(test(word) for test, word in zip(tests, words[at : at + size], strict=True))
        for at in range(len(words) - size + 1)
    )
