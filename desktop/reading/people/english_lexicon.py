"""The words of English posts and personal names."""

import re
from functools import cache

from desktop.reading.bodies.english_lexicon import is_abstract, is_topic, is_two_syllables
from desktop.reading.bodies.english_words import word_set
from desktop.reading.gazetteers import words_of

POST_HEADS = word_set(
    "minister ministers president presidents premier premiers chancellor chancellors chairman "
    "chairmen chairwoman chairperson chairpersons chair co-chair co-chairs co-chairman "
    "co-chairperson secretary secretaries director directors director-general "
    "secretary-general governor governors mayor mayors ambassador ambassadors head heads "
    "chief chiefs rector rectors deputy deputies vice-president vice-premier vice-minister "
    "vice-chairman vice-chair vice-governor vice-rector vice-chancellor vice-mayor speaker "
    "speakers representative representatives commissioner commissioners undersecretary "
    "under-secretary under-secretaries envoy envoys consul consuls counsellor counselor "
    "counsellors counselors advisor adviser advisors advisers officer manager managers "
    "coordinator spokesman spokesperson spokeswoman king queen prince princess emir amir "
    "sultan crown-prince ruler emperor empress pope patriarch ceo cfo coo cto chargé charge "
    "registrar dean provost principal superintendent inspector attaché attache "
    "plenipotentiary delegate leader leaders founder co-founder general admiral colonel major "
    "commander commander-in-chief prosecutor attorney attorney-general solicitor "
    "solicitor-general judge justice ombudsman ombudswoman "
    "akim khokim hokim senator senators mp mps parliamentarian member members "
    "administrator comptroller auditor treasurer editor editor-in-chief vice-speaker "
    "negotiator negotiators sherpa minister-counsellor minister-counselor owner "
    "president-elect counterpart counterparts colleague colleagues scientist economist "
    "resident specialist expert analyst curator conductor rapporteur"
)
POST_NOMINALS = word_set(
    "TD MP MLA MSP MEP OBE CBE MBE KC QC SC PhD PHD MD FRCP AM AO AC GCB KCB CMG KCMG JP PC SJ"
)
"""Letters behind a name: MP, QC."""
SHORT_POSTS = word_set("PM FM DPM EAM NSA VP SG DG CM")
"""Posts by their initials, before a name: "PM Kaja Kallas"."""
WEAK_HEADS = word_set(
    "deputy general major member members leader leaders justice principal resident owner "
    "chair head heads chief chiefs officer manager delegate specialist expert representative "
    "representatives doctor professor commander judge"
)
"""Heads that are common words too: only with an "of" or a word before them are they posts."""

PLURAL_POSTS = {
    "ministers": "minister",
    "presidents": "president",
    "premiers": "premier",
    "chancellors": "chancellor",
    "chairmen": "chairman",
    "chairpersons": "chairperson",
    "co-chairs": "co-chair",
    "secretaries": "secretary",
    "directors": "director",
    "governors": "governor",
    "mayors": "mayor",
    "ambassadors": "ambassador",
    "heads": "head",
    "chiefs": "chief",
    "rectors": "rector",
    "deputies": "deputy",
    "speakers": "speaker",
    "representatives": "representative",
    "commissioners": "commissioner",
    "envoys": "envoy",
    "under-secretaries": "under-secretary",
    "consuls": "consul",
    "counsellors": "counsellor",
    "counselors": "counselor",
    "advisors": "advisor",
    "advisers": "adviser",
    "managers": "manager",
    "leaders": "leader",
    "senators": "senator",
    "mps": "MP",
    "members": "member",
    "negotiators": "negotiator",
    "counterparts": "counterpart",
    "colleagues": "colleague",
}
POST_MODIFIERS = word_set(
    "acting first second third deputy vice prime foreign assistant associate senior chief "
    "permanent principal parliamentary federal executive managing regional special "
    "extraordinary honorary state union cabinet interim former outgoing then ex newly "
    "appointed lieutenant under general joint co chief-executive administrative private press "
    "commercial personal presidential supreme grand crown heir apparent major brigadier rear "
    "field sitting incoming resident country technical scientific medical chargé national "
    "central provincial political plenipotentiary main lead top high royal governing "
    "alternate additional non-resident accredited coordinating undersecretary secretary "
    "director"
)
AFTER_HEAD = word_set(
    "general extraordinary plenipotentiary executive counsellor counselor designate elect "
    "emeritus resident"
)
HONORIFICS = word_set(
    "mr mr. mrs mrs. ms ms. miss dr dr. drs drs. prof prof. professor h.e h.e. h. e. he "
    "h.e.mr sir dame lord lady madam madame mme mme. mlle shri sri smt smt. shrimati datuk "
    "dato' dato datin tan tun seri sri dr.dr hon hon. honourable honorable rt rt. right rev "
    "rev. fr fr. amb amb. eng eng. ing ing. lic lic. sheikh sheikha shaikh shaikha shaykh "
    "hajj haji hajjah maulana mufti ustad u daw ko lt lt. col col. gen gen. maj maj. capt "
    "capt. brig brig. adm adm. sgt sgt. sen sen. rep rep. gov gov. pres pres. min min. engr "
    "engr. arc dipl.-ing judge justice imam ayatollah khun nai sayyid sayed hrh hh hm messrs "
    "messrs. assoc assoc. asst asst. sra sra. dra dra. sh sh. ir ir. drg drg. ar ar. "
    "academician bishop archbishop cardinal comrade cde cde. rtd prof.dr senator congressman "
    "congresswoman commodore marshal brigadier lieutenant captain "
    "baroness baron count countess chief otunba alhaji alhaja hadj el-hadj "
    "yb yab yang berhormat amat "
    "excellency excellencies majesty highness honour holiness eminence dr.eng retired"
)
THINGS = word_set(
    "hall museum gallery library bibliotheca palace park square street avenue garden gardens "
    "bridge dam airport port stadium theatre theater opera cathedral mosque castle tower house "
    "festival prize award cup medal autumn spring summer winter investors programme program "
    "project fund initiative forum week year decade club hotel resort island river lake valley"
)
"""Words that end the names of buildings, places and events, which read like people's names."""
STYLES = word_set("his her their your the royal serene most imperial")
"""Words before Excellency, Majesty, Highness."""
ROYAL = word_set("king queen prince princess emir amir sultan pope emperor")
PARTICLES = word_set(
    "al el bin bint ibn ben binti van von der den de da do dos das del della di du la le ter "
    "ten oglu oğlu ogly oghlu kyzy qizi gizi qızı uulu ugli o'g'li zu af av y e wa ould mint "
    "abd abu st. binte ap anak a/l a/p dela delos san ould"
)
STATE_POSTS = word_set(
    "minister president premier chancellor ambassador governor mayor king queen emir amir "
    "sultan prince princess akim khokim speaker consul envoy prosecutor secretary "
    "vice-president vice-minister vice-premier undersecretary under-secretary prime crown "
    "ombudsman attorney vice-governor attaché chargé senator mp minister-counsellor "
    "president-elect"
)
"""Posts that are of a country, whether or not the words name it."""

SPEECH = word_set(
    "said says noted notes stressed stresses underlined underscored emphasized emphasised "
    "added adds told stated states highlighted thanked praised welcomed expressed explained "
    "recalled remarked pointed mentioned announced declared confirmed reaffirmed reiterated "
    "hailed signed sign co-chaired chaired led headed opened inaugurated addressed delivered "
    "attended met visited received congratulated commended affirmed informed invited urged "
    "called described hoped pledged assured briefed reviewed discussed presented arrived "
    "spoke who commented replied answered initialled initialed represented participated took "
    "held hosted handed conveyed accompanied introduced acknowledged appreciated"
)
NOT_AFTER_A_NAME = word_set(
    "airport street avenue square palace hall university prize award medal stadium center "
    "centre hotel hospital park mosque foundation institute road bridge port district "
    "province region city river lake island islands mountain desert museum library school "
    "college theatre theater order cup tower building house vaccine strategy vision "
    "declaration agreement protocol convention summit forum conference plan programme program "
    "initiative project route corridor gallery academy bank company group field fields "
    "station canal dam oblast county boulevard lecture scholarship scholarships fund trophy "
    "memorial complex cathedral church accord accords process consensus framework charter "
    "principles rules code act law report commission committee council ministry department "
    "agency news times post herald tribune today media network tv radio daily express gazette "
    "journal press online day book building arena stadium garden gardens pier cape hangar statue "
    "monument mausoleum masjid"
)
_PREFIXES = word_set("non pre post multi anti pro sub trans inter counter")
_OF_SEVERAL = re.compile(r"(?:bi|tri|quadri|multi|pluri)(?:national|lateral|regional)")
_NOT_NAMES = word_set(
    "silk belt sputnik covid almaty ramadan eid nowruz navruz novruz christmas easter islam "
    "islamic christian muslim buddhist jewish orthodox catholic facebook twitter telegram "
    "whatsapp linkedin youtube instagram google viber email pdf nagorno-karabakh karabakh "
    "euro dollar manat tenge rouble ruble rupee riyal dirham asean nato bc gmt utc gcc "
    "kurdistan maghreb levant sahel scandinavia balkans transcaucasia"
)


def is_given(word: str) -> bool:
    """Tell whether a word, lower case, is a given name known from the list."""
    names = words_of("given_names")
    return word in names or any(part in names for part in word.split("-") if len(part) > 2)


def is_plain(word: str) -> bool:
    """Tell whether a word is an English word and no name, though it be written with a capital."""
    if word in _plain_words() or word in _NOT_NAMES or is_topic(word):
        return True
    if _OF_SEVERAL.fullmatch(word) or (is_abstract(word) and not is_given(word)):
        return True
    first, hyphen, _rest = word.partition("-")
    if not hyphen or first in _PREFIXES:
        return bool(hyphen)
    return first in _plain_words() and not is_two_syllables(word)


@cache
def _plain_words() -> frozenset[str]:
    return words_of("plain_words")
