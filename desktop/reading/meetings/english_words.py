"""The words of English meetings: nouns, what stands before them, and where a name of one ends."""

import re
from typing import Final

from db.terms import MeetingKind

_K = MeetingKind
HEADS: Final = {
    "meeting": _K.SESSION, "session": _K.SESSION, "sitting": _K.SESSION, "plenary": _K.SESSION,
    "assembly": _K.SESSION, "talks": _K.TALKS, "negotiations": _K.TALKS,
    "consultations": _K.TALKS, "consultation": _K.TALKS, "dialogue": _K.TALKS,
    "conversation": _K.TALKS, "call": _K.TALKS, "summit": _K.FORUM, "forum": _K.FORUM,
    "conference": _K.FORUM, "congress": _K.FORUM, "symposium": _K.FORUM, "seminar": _K.FORUM,
    "workshop": _K.FORUM, "roundtable": _K.FORUM, "exhibition": _K.FORUM, "expo": _K.FORUM,
    "fair": _K.FORUM, "festival": _K.FORUM, "ceremony": _K.CEREMONY, "visit": _K.VISIT,
    "videoconference": _K.TALKS, "retreat": _K.FORUM, "webinar": _K.FORUM,
    "teleconference": _K.TALKS, "olympiad": _K.FORUM, "hackathon": _K.FORUM,
}  # fmt: skip
"""Nouns a mention is built on, with the kind of meeting where nothing else tells it."""

HEAD = re.compile(
    r"\b(?:round[- ]tables?|" + "|".join(f"{h}s?" for h in HEADS if h != "ceremony")
    + r"|ceremony)(?![\w-]|['’]s?\b)",
    re.IGNORECASE,
)  # fmt: skip
PLURALS: Final = frozenset(
    (
        "talks", "negotiations", "consultations",
    )
)  # fmt: skip

COMPOUNDS: Final = frozenset(
    (
        "press", "news", "video", "room", "point", "table", "hall", "rooms", "minutes", "center",
        "centre", "agenda",
    )
)  # fmt: skip
"""Words that make another thing of the noun beside them: press conference, meeting room."""

DETERMINERS: Final = frozenset(
    (
        "the", "a", "an", "this", "that", "these", "those", "his", "her", "their", "its", "our",
        "each", "every", "any", "no", "some", "another",
    )
)  # fmt: skip
INDEFINITE: Final = frozenset(
    (
        "a", "an", "another",
    )
)  # fmt: skip

PLAIN: Final = frozenset(
    (
        "regular", "annual", "ordinary", "extraordinary", "plenary", "online", "virtual",
        "joint", "bilateral", "trilateral", "working", "official", "separate", "friendly",
        "brief", "closed", "opening", "closing", "final", "inaugural", "expanded",
        "narrow-format", "ministerial", "high-level", "top-level", "general", "special",
        "emergency", "next", "previous", "last", "upcoming", "forthcoming", "recent",
        "first-ever", "key", "important", "productive", "fruitful", "informal", "formal",
        "introductory", "farewell", "protocol", "political", "interministerial",
        "intergovernmental", "interagency", "telephone", "phone", "video", "one-on-one",
        "face-to-face", "tête-à-tête", "delegation-level", "business", "state", "current",
        "latest", "past", "subsequent", "earlier", "same", "said", "two-day", "three-day",
        "day-long", "constructive", "international", "regional", "national", "global",
        "sectoral", "jubilee", "anniversary", "consular", "diplomatic", "bi-annual", "biennial",
        "semi-annual", "quarterly", "periodic", "scheduled", "planned", "courtesy", "follow-up",
        "preparatory", "coordination", "coordinating", "review", "signing",
    )
)  # fmt: skip
"""Adjectives that may stand before the noun without making it a name."""

OTHER_TIME: Final = frozenset(
    (
        "next", "previous", "last", "upcoming", "forthcoming", "past", "earlier",
    )
)  # fmt: skip

BEFORE_STOPS: Final = frozenset(
    (
        "in", "on", "at", "of", "to", "for", "from", "by", "with", "during", "after", "before",
        "following", "as", "within", "under", "between", "was", "were", "is", "are", "be",
        "been", "being", "held", "hold", "holds", "holding", "hosted", "hosts", "host",
        "hosting", "attended", "attend", "attending", "chaired", "chairing", "opened",
        "opening-up", "convened", "had", "has", "have", "will", "would", "conducted",
        "conducting", "addressed", "concluded", "signed", "while", "when", "where", "that",
        "which", "who", "into", "about", "over", "since", "until", "also", "its", "then",
        "today", "not", "or", "but", "yesterday", "including", "via", "amid", "upon", "through",
        "recalled", "recall", "noted", "welcomed", "took", "participated", "organised",
        "organized", "another", "several", "many", "both", "two", "three", "all", "more", "most",
        "such", "only", "than", "further", "so", "co-chaired", "launched", "inaugurated",
        "announced",
    )
)  # fmt: skip

AFTER_STOPS: Final = frozenset(
    (
        "together", "jointly", "alongside", "led", "headed",
        "was", "were", "is", "are", "be", "been", "has", "have", "had", "will", "would", "shall",
        "can", "could", "may", "might", "must", "took", "takes", "take", "place", "began",
        "begins", "kicks", "kicked", "started", "starts", "ended", "ends", "which", "who",
        "that", "where", "when", "within", "while", "during", "via", "by", "as", "following",
        "after", "before", "amid", "and/or", "also", "here", "today", "yesterday", "tomorrow",
        "tonight", "this", "last", "next", "under", "including", "with", "in", "at", "into",
        "from", "to", "over", "through", "since", "until", "but", "because", "about",
        "regarding", "concerning", "despite", "without", "according", "towards", "aimed",
        "dedicated", "devoted", "discussed", "reviewed", "opens", "concludes", "convenes",
        "resumes", "closes",
    )
)  # fmt: skip

VIDEO: Final = re.compile(
    r"video[- ]?(?:conferenc\w+|link|call|format|teleconferenc\w+)|\bonline\b|\bvirtual(?:ly)?\b|"
    r"\bvia (?:video|zoom)\b|\b(?:tele)?phone\b|\bteleconference\b|\bvideo (?:meeting|talks)\b",
    re.IGNORECASE,
)
PLANNED: Final = re.compile(
    r"\b(?:(?:will|shall) (?:\w+ )?(?:be|take|host|hold|convene|meet|open|visit|chair|attend|"
    r"pay|make|start|begin|travel|run|gather)|to be held|"
    r"(?:is|are) (?:scheduled|planned|expected|set|due|slated)|scheduled (?:to|for)|planned for|"
    r"upcoming|forthcoming|agreed (?:to|on) (?:hold|convene|meet|organi[sz])\w*|"
    r"next (?:meeting|session|round|summit))",
    re.IGNORECASE,
)
PROPOSED: Final = re.compile(
    r"\b(?:propos(?:ed?|es|ing|al)|initiative to (?:hold|host|convene|organi[sz]e)|"
    r"suggest(?:ed|s|ing)?|offered to (?:host|hold)|invited \S+ to (?:host|hold)|possibility of "
    r"(?:holding|organi[sz]ing|convening))\b",
    re.IGNORECASE,
)
HELD: Final = re.compile(
    r"\b(?:was|were|been|being) held\b|\btook place\b|\b(?:hosted|held|met|convened)\b",
    re.IGNORECASE,
)
