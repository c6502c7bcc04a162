"""The words of English bodies' names: nouns that rule them, what may and may not stand beside."""

import re
from functools import cache

from desktop.reading.bodies.english_words import word_set
from desktop.reading.gazetteers import words_of

_KINDS = {
    "ministry": "ministry department ministerio ministère ministério",
    "government": "government cabinet",
    "parliament": "parliament duma assembly senate congress majlis rada khural knesset seimas "
    "saeima riksdag storting folketing cortes sejm shura",
    "commission": "commission committee council board subcommittee subcommission panel",
    "agency": "agency office bureau authority service administration inspectorate inspection "
    "directorate secretariat embassy consulate mission treasury registry chancellery chancery "
    "court tribunal ombudsman prosecutor police army navy guard gendarmerie division section unit "
    "servicio serviço consejo conselho dirección direção secretaría oficina "
    "agence agencia agência agenzia autorité autoridad "
    "delegation branch services survey headquarters taskforce observatory depository corps "
    "brigade forces "
    "force directorate-general consulate-general",
    "university": "university academy college school institute faculty polytechnic conservatory "
    "conservatoire lyceum gymnasium universiti "
    "universidad université universidade universität università instituto institut universitas",
    "hospital": "hospital clinic polyclinic dispensary sanatorium infirmary maternity",
    "company": "company corporation llc jsc ojsc cjsc pjsc llp ltd limited inc corp plc gmbh ag "
    "sa spa nv bv ab oy asa as co bhd berhad pvt pty pte sarl sas se bank holding holdings "
    "group concern enterprise enterprises airlines airways railways railway telecom "
    "banco banque banca empresa compañía sociedad société companhia compagnie cassa gruppe "
    "gesellschaft "
    "pharma pharmaceuticals motors shipyard refinery industries exchange insurance "
    "laboratories consortium ventures",
    "association": "asociación associação cámara câmara association union federation "
    "confederation league society chamber alliance "
    "syndicate guild network foundation charity trust crescent cross club party",
    "other": "fondo fundo caisse caja centro fundación fondation fundação fondazione stiftung "
    "fonden stiftelsen "
    "centre center fund museum library theatre theater orchestra gallery archive archives "
    "organisation organization institution laboratory observatory complex "
    "community commonwealth facility charity endowment waqf",
}
KIND_OF_HEAD = {head: kind for kind, heads in _KINDS.items() for head in heads.split()}
KIND_OF_HEAD["charity"] = "association"

PLURALS = {
    "ministries": "ministry",
    "departments": "department",
    "agencies": "agency",
    "committees": "committee",
    "commissions": "commission",
    "universities": "university",
    "academies": "academy",
    "institutes": "institute",
    "chambers": "chamber",
    "governments": "government",
    "parliaments": "parliament",
    "embassies": "embassy",
    "centres": "centre",
    "centers": "center",
    "councils": "council",
    "banks": "bank",
}
LEGAL_FORMS = word_set(
    "llc jsc ojsc cjsc pjsc llp ltd ltd. limited inc inc. corp corp. plc gmbh ag sa spa nv bv "
    "ab oy asa as co co. bhd berhad pvt pvt. pty pty. pte pte. sarl sas se sdn"
)
ONLY_CAPITALS = word_set("sa as ag se co ab nv bv oy asa sas spa")
"""Legal forms that are words of other languages too when not in capitals."""

# Heads that are also the last word of what a ministry or committee is of
_WEAK = word_set(
    "service services party media insurance industries railways railway community network "
    "exchange conference enterprises enterprise archives group archive trust guard branch "
    "section unit complex institution forces mission cross concern club prosecutor "
    "facility school schools maternity union pharmaceuticals pharma congress telecom treasury "
    "court police administration cabinet"
)
# Heads that need a name before them: alone or with "of" they are common words
NEEDS_NAME = word_set(
    "group party survey services media insurance industries railways railway network exchange "
    "enterprise enterprises trust branch section unit complex cross club concern facility "
    "community guard conference limited co as company corporation crescent police motors "
    "archives archive forces congress maternity school guild panel library gallery mission "
    "presidency ventures alliance pharma telecom prosecutor force charity laboratory bank holding "
    "holdings delegation museum theatre theater orchestra pharmaceuticals"
)
ROMANCE = word_set(
    "ministerio ministère ministério agence agencia agência agenzia autorité autoridad universidad "
    "université universidade università universiti instituto institut banco banque banca "
    "centro fundación fondation fundação fondazione empresa compañía sociedad société companhia "
    "compagnie cassa servicio serviço consejo conselho dirección direção secretaría oficina fondo "
    "fundo caisse caja asociación associação cámara câmara"
)
"""Heads of names in other languages, which go on behind them: "Agence Nationale des Ports"."""
PEOPLES = word_set(
    "producers exporters growers children women men people peoples workers veterans farmers "
    "writers journalists teachers "
    "employers patients lawyers mothers bar king queen prince"
)
OWNED_BY_POST = word_set(
    "office administration department chancellery chancery court cabinet fund foundation cup "
    "council"
)
PREPOSITIONS = word_set("of for on against to with under at in from")
ABROAD = frozenset(
    ["delegation", "embassy", "consulate", "mission", "brigade", "office", "representation"]
)
BETWEEN = frozenset(["commission", "committee", "council", "forum", "group", "board", "chamber"])
POST_NOUNS = word_set(
    "minister ministers president presidents chairman chairwoman chairperson chair secretary "
    "director directors governor mayor ambassador ambassadors head heads chief ceo rector "
    "deputy speaker representative representatives officer officers commissioner premier vice "
    "king queen prince princess emir sultan manager counselor counsellor advisor adviser "
    "envoy spokesman spokesperson spokeswoman prosecutor attorney coordinator professor dean "
    "mr mrs ms dr prof sheikh sheikha sir lady lord h.e he his her undersecretary "
    "under-secretary members member chancellor vice-chairman vice-president vice-minister "
    "founder leader cfo coo cto consul specialist specialists delegation mp mps senator"
)
# Written with a capital at the start of sentences and in headlines, never within a body's name
_STOPS = word_set(
    "the a an this that these those its his her their our my in on at by from with during "
    "after before since while when where as and or but if also moreover furthermore "
    "additionally meanwhile however likewise according earlier today yesterday later "
    "currently thus both all some many several each every any other another he she it we they "
    "who which such between among through under over about against for to of into upon within "
    "without via per than then there here what how why not no yes is are was were be been has "
    "have had will would shall should can could may must said says noted told added stressed "
    "new his signs signed sign signing meets met meet meeting opens opened holds held visits "
    "visited visit hosts hosted receives received discusses discussed discuss inks inked join "
    "joins joined welcomes attends attended addresses launches launched launch announces "
    "announced agree agrees agreed approves approved ratifies ratified ratify discussions "
    "talks seeks strengthens strengthen boosts boost cooperate explores explore expands "
    "reaffirm review reviews agreement agreements memorandum mou mous protocol convention "
    "treaty declaration statement participants participant parties sides thanking welcoming "
    "visiting addressing following representatives including include includes photo source "
    "caption copyright credit january february march april june july august september october "
    "november december monday tuesday wednesday thursday friday saturday sunday minister's "
    "implementation based concerning regarding established"
)


_ABSTRACT = re.compile(
    r"[a-z]{3,}(?:[^i][st]ions?|itions?|[a-z]{2}ments|[^e]ment|ili?ty|iv?ities|ships|nesses)"
)
_SYLLABLE = (
    "(?:kk|tt|pp|ss|jj|ch|sh|[bcdghjkmnprstwy])?"
    "(?:yeo|yae|wae|[aeo]e|eo|eu|[uw][aeio]|y[aeou]|oo|ou|[aeiou])(?:ng|[nmlkptbhr])?"
)
_OF_SYLLABLES = re.compile(f"{_SYLLABLE}-{_SYLLABLE}")
_PREFIXES = frozenset(("anti", "non", "inter", "counter", "multi", "cross"))


def head_of(word: str) -> str:
    """Return the head a word is, in the singular, or empty."""
    return PLURALS.get(word, word if word in KIND_OF_HEAD else "")


def is_strong(word: str) -> bool:
    """Tell whether a word can only be the head of a body, not what a body is of."""
    return bool(head_of(word)) and word not in _WEAK


def is_abstract(word: str) -> bool:
    """Tell whether a word ends as nouns of action and state do, and no name: not "Clement"."""
    return bool(_ABSTRACT.fullmatch(word))


def is_topic(word: str) -> bool:
    """Tell whether a word says what a ministry, agency or committee is of ("health")."""
    first, hyphen, last = word.partition("-")
    if not hyphen or word in topics():
        return word in topics()
    return first in _PREFIXES or (last in topics() and not is_two_syllables(word))


def is_two_syllables(word: str) -> bool:
    """Tell whether a word is built as Korean given names are: "do-hyeon", not "two-way"."""
    if not sounds_korean(word):
        return False
    return not all(part in words_of("plain_words") for part in word.split("-"))


@cache
def topics() -> frozenset[str]:
    """Return the words that say what a body is of."""
    return words_of("body_topics")


def sounds_korean(word: str) -> bool:
    """Tell whether a word is two syllables with a hyphen, English ones though they may be."""
    return bool(_OF_SYLLABLES.fullmatch(word))


def is_stop(word: str) -> bool:
    """Tell whether a word, though with a capital, cannot be within a body's name."""
    return word in _STOPS
