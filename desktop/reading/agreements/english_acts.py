"""The words by which English releases tell acts, who did them and who only looked on."""

import re

from db.terms import StageKind as Stage
from desktop.reading.agreements.grammar import Cue

_I = re.IGNORECASE
_WHOM = (
    r"(?:also |further |recently |officially |formally |today |jointly |reportedly |already |"
    r"then |later |earlier |yesterday |just |successfully |solemnly |subsequently )*"
)
_SIGN = r"(?:sign|ink|conclude|adopt|approve|endorse|enter into|execute|finali[sz]e|seal|ratify)"
_SIGNED = (
    r"(?:signed|inked|concluded|adopted|endorsed|approved|sealed|penned|exchanged|executed|"
    r"issued|finali[sz]ed|reached|agreed)"
)
_GAP = (
    r"[\s,]*(?:\([^()]{0,80}\)[\s,]*)?(?:(?:worth|valued at|totalling) [^,;:]{1,40}?[\s,]+"
    r"(?=(?:was|were|is|has|have)\b))?"
)
_AHEAD = (
    r"(?:will|would|shall|should|may|could|can|must|(?:is|are|was|were) (?:expected|planned|"
    r"scheduled|due|set|"
    r"ready|supposed|going|about|likely|proposed|poised)|plans?|planned|planning|agreed|agrees?|"
    r"intends?|intended|expects?|"
    r"expected|hopes?|hoped|wants?|proposed|proposes?|ready|readiness|prepar(?:e|es|ing|ed)|"
    r"looking forward|"
    r"willingness|decided|decides?|intention|interest(?:ed)?|desire|necessary|need|due|set|"
    r"about|possible|scheduled)"
)
_WHO = (
    r"(?:which|that) (?:the |both |its |their |our |they |parliament |lawmakers |"
    r"(?-i:[A-Z]))(?:[\w’'.-]+ ){0,5}?"
)
AFTER_TITLE: tuple[Cue, ...] = (
    (Stage.DRAFTED, re.compile(_GAP + r"(?:(?:which|that) )?(?:(?:is|are|was|were|has been|"
    r"have been|remains?) )(?:\w+ )?(?:being )?(?:under (?:\w+ )?(?:negotiation|preparation|"
    r"elaboration|development|review)|in (?:preparation|the works|the pipeline)|negotiated|"
    r"going through|undergoing)\b", _I)),
    (Stage.RATIFIED, re.compile(r",? " + _WHO + r"(?:(?:has|have|had) )?(?:\w+ )?ratified\b", _I)),
    (Stage.PROPOSED, re.compile(_GAP + rf"(?:(?:which|that) )?(?:{_AHEAD} (?:\w+"
    rf" ){{0,3}}?)?(?:to )?be (?:\w+ )?{_SIGNED}\b", _I)),
    (Stage.PROPOSED, re.compile(_GAP + r"(?:(?:is|are|was|were) (?:\w+ )?(?:being )?(?:under"
    r" (?:discussion|negotiation|consideration|preparation)|in (?:preparation|the works)|"
    r"negotiated|expected|planned|discussed|proposed))\b", _I)),
    (Stage.PROPOSED, re.compile(_GAP + r"(?:which |that )?(?:is|are) to (?:follow|"
    r"be \w+ed)\b", _I)),
    (Stage.DRAFTED, re.compile(r"\s*\((?:the )?draft\)|[\s,]*(?:the|whose|a|its) (?:draft|text)"
    r"(?: (?:of|to) which)? (?:was|were|is|has been|have been|will be) (?!initial+ed)|"
    r"[\s,]*(?:the )?negotiations (?:on|for|over) which\b|[\s,]*(?:which )?(?:is|are) (?:now )?"
    r"at (?:the|its|an?) [\w -]{0,20}stage\b", _I)),
    (Stage.INITIALLED, re.compile(r"[\s,]*(?:whose|the|its) (?:draft|text)(?: of which)? (?:was|"
    r"were|has been) (?:\w+ )?initial+ed\b", _I)),
    (Stage.IN_FORCE, re.compile(_GAP + r"(?:(?:which|that) )?(?:(?:is|are|was|remains?|has been|"
    r"continues? to be|still) )*(?:in force\b|in effect\b|valid (?:until|till)|"
    r"forms? the (?:legal )?"
    r"basis|(?:provides|serves as|constitutes|lays|remains) the (?:\w+ )?(?:basis|foundation|"
    r"framework))", _I)),
    (Stage.REPLACED, re.compile(_GAP + r"(?:(?:which|that) )?(?:was|were|is|has been) (?:\w+ )?"
    r"(?:replaced|superseded) by\b", _I)),
    (Stage.DRAFTED, re.compile(_GAP + r"(?:(?:is|are) (?:being|in the process of being) (?:\w+"
    r" )?(?:prepared|drafted|finali[sz]ed|developed|worked|elaborated))\b", _I)),
    (Stage.INITIALLED, re.compile(_GAP + r"(?:(?:which|that) )?(?:(?:was|were|has been|"
    r"have been|had been) )?" + _WHOM + r"initial+ed\b", _I)),
    (Stage.RATIFIED, re.compile(_GAP + r"(?:(?:which|that) )?(?:(?:was|were|has been|have been|"
    r"had been) )?" + _WHOM + r"ratified\b", _I)),
    (Stage.IN_FORCE, re.compile(_GAP + r"(?:(?:which|that) )?(?:has |have |had )?"
     r"(?:entered|came|come|comes|enters|entering) into (?:force|effect)\b", _I)),
    (Stage.EXTENDED, re.compile(_GAP + r"(?:(?:which|that) )?(?:was|were|has been|"
     r"have been) " + _WHOM + r"(?:extended|prolonged|renewed)\b", _I)),
    (Stage.TERMINATED, re.compile(_GAP + r"(?:(?:which|that) )?(?:was|were|has been|"
     r"have been) " + _WHOM + r"(?:terminated|denounced|cancelled|annulled)\b", _I)),
    (Stage.SIGNED, re.compile(_GAP + r"(?:(?:which|that) )?(?:(?:was|were|has been|have been|"
    r"had been|is|are|being|having been) )?" + _WHOM + rf"{_SIGNED}\b", _I)),
    (Stage.SIGNED, re.compile(r",? " + _WHO + r"(?:(?:has|have|had) )?(?:\w+ )?(?:signed|inked|"
    r"concluded|initial+ed|adopted)\b", _I)),
    (Stage.DATED, re.compile(_GAP + r"dated\b", _I)),
)  # fmt: skip
_DID = (
    rf"\b(?:took the (?:chance|opportunity|occasion)|proceeded|met|gathered|managed|went on|sat"
    rf" down|came together|joined hands|used the (?:visit|occasion)) (?:\w+ ){{0,3}}?to {_SIGN}\b"
)
VERBS: tuple[Cue, ...] = (
    (Stage.SIGNED, re.compile(_DID, _I)),
    (Stage.PROPOSED, re.compile(rf"\b{_AHEAD} (?:\w+ ){{0,3}}?(?:to )?(?:\w+ )?(?:{_SIGN}|"
    rf"draw up|prepare|draft|develop|negotiate|work out|elaborate|begin work|start work|work)\b|"
    rf"(?<!state )(?<!country )(?<!nation )\bto (?:soon |jointly )?{_SIGN}\b|"
     rf"\b(?:for|prepar\w+|possibility of|prospects? of|importance of|need for|readiness for|"
     rf"proposal for|advisability of) (?:\w+ )?(?:the )?(?:signing|signature|conclusion|"
     rf"concluding|adoption|adopting)\b|"
     r"\b(?:approv(?:ed|es|al of|ing)|authori[sz](?:ed|es|ing)|backed|"
     r"cleared) (?:the )?(?:\w+ )?(?:signing|signature|conclusion|draft|proposal|proposed|"
     r"plan to)\b|"
     r"\b(?:negotiat(?:e|ed|ing|ions?)|talks) (?:on|for|over|of|towards?)\b|\bnegotiat(?:e|ing|"
     r"ed)\b|\bpropos(?:ed|es|al|ing)\b|\bdiscuss(?:ed|ing|es)? (?:\w+ ){0,3}?(?:signing|draft|"
     r"conclusion)\b|\bconsider(?:ed|ing)?\b|\bneed for\b|\bcalled for\b", _I)),
    (Stage.DRAFTED, re.compile(r"\bagreed (?:up)?on (?=(?:the|an?|their|its)\b)|"
    r"\bfinali[sz](?:e|es|ed|ing|ation of) (?:the )?(?:draft|texts?|"
    r"wording|negotiations|talks)\b(?: (?:of|on|for|over))?(?: the| an?)?|(?<!signed the )"
    r"(?<!initialled the )(?<!initialed the )\btexts? of\b|"
    r"\bwork(?:ing|ed|s)? (?:is under way |is underway |"
    r"continues )?(?:on|towards?)\b|\bdrafting\b|\bdrawing up\b|\bfinali[sz](?:ing|ation of|e)\b|"
    r"\bprepar(?:ing|ation of)\b|\belaborat(?:e|ing|ion of)\b|\bdevelop(?:ing|ment of)\b|"
    r"\bdraft\b", _I)),
    (Stage.INITIALLED, re.compile(r"\binitial+(?:ed|ing)\b", _I)),
    (Stage.RATIFIED, re.compile(r"\bratif(?:ied|ies|ying|ication of)\b|"
    r"\b(?:state|country|nation) to ratify\b", _I)),
    (Stage.ACCEDED, re.compile(r"\bacced(?:ed|es|ing) to\b|\baccession (?:of [\w ]{2,40}? |"
    r"\w+ )?to\b|"
     r"\bjoined\b", _I)),
    (Stage.IN_FORCE, re.compile(r"(?<!for the )(?<!upon )(?<!upon its )(?<!before )(?<!before its )"
    r"\b(?:entry|entered|coming|came) into force\b", _I)),
    (Stage.EXTENDED, re.compile(r"\b(?:(?<!\ba )(?<!\bthe )(?<!\ban )(?:extended|renewed)|"
    r"extending|"
    r"extension of|"
    r"prolonged|agreed to (?:extend|prolong|renew)|renewal of|renewing)\b", _I)),
    (Stage.AMENDED, re.compile(r"\bamend(?:ed|ing)\b", _I)),
    (Stage.REPLACED, re.compile(r"\b(?:replac(?:es|ed|ing)|supersed(?:es|ed|ing))\b", _I)),
    (Stage.SUSPENDED, re.compile(r"\bsuspend(?:ed|ing|s)\b", _I)),
    (Stage.WITHDRAWN, re.compile(r"\bwithdr(?:ew|awal|awn|awing)\b", _I)),
    (Stage.TERMINATED, re.compile(r"\b(?:terminated|denounced|terminating|denunciation of|"
    r"termination of)\b", _I)),
    (Stage.SIGNED, re.compile(r"\b(?:co-)?sign(?:ed|s|ing|ature of|atories to)?\b|\bink(?:ed|s|"
    r"ing)?\b|\bconclu(?:ded|des?|ding|sion of)\b|\bexchang(?:ed|ing)\b(?! (?:views|opinions|"
    r"information))|\badopt(?:ed|s|ing|ion of)\b|\bapprov(?:ed|es|al of|ing)\b|\bendors(?:ed|es|"
    r"ing)\b|\bsealed\b|\bpenned\b|\bissu(?:ed|ing)\b|\breleased\b|\bexecuted\b|\benter(?:ed|s|"
    r"ing)? into\b|\bstruck\b|\bclinch(?:ed|es)\b|\bput (?:their|his|her) (?:signatures?|"
    r"names?)\b|\baffixed\b|"
    r"\bput pen to paper\b|\bappended (?:their|his|her)\b|\bcountersigned\b|"
    r"\bsignatories\b|\bsigned document\b", _I)),
)  # fmt: skip
LATER: tuple[Cue, ...] = tuple(
    (stage, re.compile(words, _I))
    for stage, words in (
        (Stage.PROPOSED, rf"\b(?:will|would|shall|should|may|can|"
        rf"to) be (?:\w+ ){{0,2}}?{_SIGNED}\b"),
        (Stage.INITIALLED, r"\b(?:was|were|been) (?:\w+ ){0,2}?initial+ed\b"),
        (Stage.RATIFIED, r"\b(?:was|were|been) (?:\w+ ){0,2}?ratified\b"),
        (Stage.EXTENDED, r"\b(?:was|were|been) (?:\w+ ){0,2}?(?:extended|prolonged|renewed)\b"),
        (Stage.AMENDED, r"\b(?:was|were|been) (?:\w+ ){0,2}?amended\b"),
        (Stage.TERMINATED, r"\b(?:was|were|been) (?:\w+ ){0,2}?(?:terminated|denounced|"
        r"cancelled)\b"),
        (Stage.IN_FORCE, r"\b(?:entered|came|comes|enters) into force\b"),
        (Stage.SIGNED, rf"\b(?:was|were|been|being) (?:\w+ ){{0,3}}?{_SIGNED}\b"),
    )
)  # fmt: skip
CITED = re.compile(
    r"(?:\b(?:in accordance with|(?<!signatures )(?<!signature )(?<!initials )(?<!names )under|"
    r"pursuant to|within(?: the (?:framework|scope|frame|"
    r"context) of)?|"
    r"in line with|on the basis of|based on|in (?:full )?compliance with|according to|as per|"
    r"in conformity with|implement(?:ation of|(?<!\ban implement)(?<!\bthe implement)ing|ed|s)?|"
    r"provisions of|terms of|"
    r"provided for (?:by|in)|stipulated in|"
    r"bound by|part(?:y|ies) to|members? of|governed by|enshrined in|obligations under|"
    r"in the framework of|"
    r"regulated by|in keeping with|by virtue of|basis (?:is|for \w+ is)|commitments? to|"
    r"violat(?:ion|ions|es|ing) of|"
    r"(?:articles?|paragraphs?|sections?|clauses?|chapters?|items?) [\dIVXL.,() –-]{1,12} of|"
    r"rel(?:y|ies|ying) (?:up)?on|buil(?:ds?|t|ding) (?:up)?on|draw(?:s|ing)? on|"
    r"stem(?:s|med|ming)? from|"
    r"adherence to|set (?:out|forth) in|anniversary of|realization of|execution of|"
    r"fulfil+ment of|through|"
    r"signatory to|established (?:by|through)|progress (?:of|on|in)|regarding|preceded by|"
    r"consolidated by|succeeded by|outside|beyond|starting (?:from|with)|rest(?:s|ing)? on|"
    r"(?:framework|basis|base|foundation)\b[^.;:]{0,60}?(?:includes?|comprises|consists of)))\s+"
    r"(?:the |its |their |this |an? |both |all |two |three |previous |existing |current |"
    r"bilateral )*[“\"«]?$",
    _I,
)
BACK = re.compile(
    r"\b(?P<all>(?:the|these|all|both|all the|said|signed) (?:\w+ )?(?:documents|agreements|"
    r"memorand(?:a|ums)|mous|deals|instruments|accords|contracts|texts|papers))\b"
    r"|\b(?P<any>(?:the|this|the said) (?:(?:new|signed|same|joint|bilateral|aforesaid|latest|"
    r"final|inked|historic|landmark|important) )?(?:document|deal|instrument|text|paper|pact|"
    r"accord)|it(?= (?:(?:was|has been|is|were) (?:\w+ )?(?:signed|inked|initial+ed|ratified)|"
    r"(?:entered|came|has entered) into|(?:bears|bore|carries|carried) )))\b"
    r"|\b(?P<kind>(?:the|this|the said) (?:(?:new|signed|same|joint|bilateral|aforesaid|latest|"
    r"final|inked|historic|landmark|important|trilateral|tripartite|"
    r"above-mentioned) )?(?:(?P<mou>memorandum(?: of understanding| of cooperation)?|mou|moc|"
    r"memo)|(?P<agr>agreement|treaty|convention)|(?P<prot>protocol)|"
    r"(?P<rm>road ?map)|(?P<st>declaration|statement|communiqu[eé])|(?P<pr>programme|program|"
    r"plan)|(?P<con>contract)))\b",
    _I,
)
ACTIVE = re.compile(
    _DID
    + r"|(?<!be )(?<!was )(?<!were )(?<!been )(?<!being )(?<!also be )\b(?:co-)?(?:sign(?:ed|s|"
    r"ing)?|ink(?:ed|s|ing)?|initial+ed|conclud(?:ed|es?)|exchanged|"
    r"adopted|approved|sealed|penned|endorsed|enter(?:ed)? into|put (?:their|his|"
    r"her) (?:signatures?|"
    r"names?)|appended|countersigned|affixed|"
    r"issued|finali[sz]ed|agreed (?:to|on)|reached|struck|"
    r"(?<!\ba )(?<!\bthe )(?<!\ban )(?:renewed|extended))\b(?! (?:by|between|at|in|"
    r"on (?!behalf))\b)|\bput pen to paper\b",
    _I,
)
PASSIVE = re.compile(
    r"\b(?:signed|inked|initial+ed|concluded|sealed|penned|countersigned|signatures? of|"
    r"signing by|"
    r"executed|put|exchanged|adopted)\b[^.;]{0,120}?\b(?:by|were|are|of)\b(?! (?:the )?end)|"
    r"\bsigning [\w ]{0,60}?\b(?:were|was) (?=(?-i:[A-Z]))|"
    r"\b(?:bears?|bearing|bore|carries|carried) (?:the )?signatures? of\b|"
    r"\bsignatories(?: (?:of|to) [\w ]{3,60}?)?(?: (?:were|are)\b|:)",
    _I,
)
GAP_BREAK = re.compile(
    r"\b(?:(?-i:said)|says|told|added|recalled|remarked|explained|replied|reminded|quipped|reported|announced|noted|stressed|emphasi[sz]ed|highlighted|"
    r"met|visited|which|that|"
    r"during|following|after|before|in the presence|attended|witnessed|thanked|praised|received|"
    r"where|when|while|"
    r"led by|accompanied|hosted|chaired|welcomed|discussed|held|was|were|has been|"
    r"on the sidelines|according)\b|;(?!\s*(?:and |while )?(?:for|from|on)\b)|[:“”]",
    _I,
)
ZONE = re.compile(
    r"\b(?:in the presence of|in presence of|witnessed by|attended by|with the (?:participation|"
    r"attendance|presence) of|during|following|after|before|on the sidelines of|"
    r"on the margins of|as part of|within the framework of|under the (?:patronage|auspices|"
    r"chairmanship) of|at (?:the|a)|led by|accompanied by|"
    r"hosted by|chaired by|according to|(?-i:said)|says|told|invitation of|visit of|who (?:was|is)|"
    r"overseen by|in a (?:ceremony|meeting))\b",
    _I,
)
BEHALF = re.compile(r"(?:on behalf of|for|representing|from)\s+(?:the )?(?:side of )?(?:the )?", _I)
WITNESS = re.compile(
    r"\b(?:in (?:the )?presence of|witnessed by|was witnessed|"
    r"attended the signing|witnessed the signing|in the attendance of|with the attendance of)\b",
    _I,
)
REPRESENTED = re.compile(r"\b(?:represented by|whose signator(?:y|ies) (?:is|was|are|were))\b", _I)
THEY = re.compile(
    r"\b(?:the (?:two |three |foreign |health |\w+ )?(?:ministers|rectors|ambassadors)|"
    r"two ministers|"
    r"both ministers|they|(?P<chairs>(?:the )?(?:(?:two |both |session |commission )?co-?|"
    r"(?:two|both) )chair(?:s|"
    r"men|"
    r"persons|women)?|(?:the )?heads of (?:the )?(?:two |both )?delegations?)|"
    r"(?:the )?heads of (?:the )?(?:two |both )?"
    r"(?:ministries|agencies|departments|governments|states?)|"
    r"the (?:two )?(?:presidents|leaders|officials|sides))\b[\w ]{0,40}$",
    _I,
)
THEY_BY = re.compile(
    r"\bby (?:the |both )?(?:two )?(?:(?P<chairs>co-?chair(?:s|men|persons)|heads of (?:the )?"
    r"(?:two )?delegations?)|(?:\w+ )?ministers|presidents|leaders|rectors)\b(?! [A-Z])",
    _I,
)
CHAIRING = re.compile(
    r"\b(?:co-?chair(?:ed|s|men|persons|manship|ing)?|chaired|headed|led by|presided over|heads of "
    r"(?:the )?delegations?|chairmanship)\b",
    _I,
)
SIGNED_ON = re.compile(
    r"(?<!be )\b(?:signed|inked|concluded|initial+ed|issued|adopted|signing|"
    r"signature)\b",
    _I,
)
RECALLED = re.compile(
    r"\b(?:recall(?:ed|s|ing)?|previous(?:ly)?|earlier|formerly|had (?:been )?(?:\w+ )?signed|"
    r"years? ago|last (?:year|month|week)|back in|background|for reference|in the past)\b",
    _I,
)
TWINS = re.compile(
    r"\b(?:the|both|two)(?: two| partner)? (?:(?P<university>universities|institutes|"
    r"institutions|schools|academies)|(?P<company>companies|firms|enterprises|banks)|"
    r"(?P<agency>agencies|authorities|services))\b",
    _I,
)
