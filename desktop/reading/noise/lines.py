"""Rules that know noise by its one line: picture names, hashtags, credits, notices of law."""

import re
from dataclasses import dataclass
from functools import lru_cache

from db.text.folding import fold
from desktop.reading.noise.furniture import furniture_reason

_LONGEST = 1200
_MONTHS = (
    "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|"
    "янв|фев|мар|апр|мая|май|июн|июл|авг|сен|окт|ноя|дек"
)
_DATED = re.compile(
    rf"\b\d{{1,4}}[./-]\d{{1,2}}[./-]\d{{2,4}}\b"
    rf"|\b(?:{_MONTHS})[^\W\d_]*\.?,?\s*\d|\d(?:st|nd|rd|th)?[\s-]*(?:of\s)?(?:{_MONTHS})"
)


@dataclass(frozen=True, slots=True)
class _Rule:
    reason: str
    pattern: re.Pattern[str]
    longest: int = 60
    """In words: a longer line is prose that only looks like it."""
    dated: bool = False
    """Whether the rule also holds for a line that gives a day."""


def _rule(reason: str, pattern: str, longest: int = 60, *, dated: bool = False) -> _Rule:
    return _Rule(reason, re.compile(pattern), longest, dated)


_NETWORKS = (
    r"(?:telegram|facebook|twitter|instagram|youtube|whatsapp|viber|vk|max|rutube|дзен\w*|"
    r"телеграм\w*|ватсап\w*|вконтакте|соцсет\w+|социальн\w+ сет\w+|мессенджер\w*|канал\w*|"
    r"social media|channel|newsletter|рассылк\w+|rss|google news|linkedin)"
)
_PHONE = r"(?:\+?\d[\d\s()-]{5,}\d)"
_ADDRESS = r"(?:[\w.+-]+@[\w-]+\.[\w.-]+|(?:https?://|www\.)\S+)"

# Tried in order on the folded line, without signs before its first letter
_RULES = (
    _rule(
        "picture name",
        r"(?:(?:img|dsc[nf]?|pict?|pic|photo|image|screenshot|whatsapp image|фото|изображение)"
        r"[\s_-]*\d[\d\s_()x.-]*(?:wa\d+)?(?:at [\d.]+(?: [ap]m)?)?[\s()\d]*"
        r"(?:\.?(?:jpe?g|png|gif|webp))?"
        r"|[^\s/]+(?: [^\s/]+){0,5}\.(?:jpe?g|png|gif|webp|svg|bmp|tiff?|heic|mp4|mov))",
        8,
        dated=True,
    ),
    _rule("picture name", r"(?:image|photo|picture|logo|banner|icon|изображение|логотип)", 2),
    _rule("heading mark", r"h[1-6]", 1),
    _rule("hashtags", r"(?:[#@][\w.-]+[\s,;|·•]*)+", 40, dated=True),
    _rule(
        "subscribe line",
        r"(?:подпи(?:сывайтесь|шитесь)|subscribe (?:to|for|on|via|now)|sign up (?:for|to)|"
        r"follow us|присоединяйтесь к (?:нам|наше)|join (?:us on|our (?:telegram|whatsapp|channel))"
        r"|читайте нас|следите за (?:нашими )?(?:новостями|обновлениями)|"
        r"stay (?:tuned|updated|in touch)"
        rf"|get (?:our|the latest)\b.*(?:newsletter|inbox|updates)|больше новостей (?:в|на).*"
        rf"{_NETWORKS}).*",
        30,
    ),
    _rule("subscribe line", rf"(?:подписаться|подписка) (?:на|в) .*{_NETWORKS}.*", 8),
    _rule("subscribe line", rf"(?:мы|наш\w*) (?:(?:в|на|официальн\w+) )?{_NETWORKS}.*", 7),
    _rule("subscribe line", rf".*\bподпи(?:сывайтесь|шитесь) на .*{_NETWORKS}.*", 25),
    _rule(
        "copyright", r"(?:[©®]|\(c\) ?\d{4}|copyright\b ?(?:©|\(c\)|\d{4}|by)).*", 25, dated=True
    ),
    _rule(
        "copyright",
        r"(?:.*\ball rights reserved\b|.*все права защищены|"
        r".*при (?:полном |частичном |любом )?(?:или частичном )?"
        r"(?:использовании|цитировании|перепечатке|копировании) (?:любых )?материалов|"
        r"перепечатка материалов|.*(?:активная|обязательна)\W+(?:гипер)?ссылка|"
        r".*ссылка на .{2,60} обязательна).*",
        60,
        dated=True,
    ),
    _rule(
        "picture credit",
        r"(?:(?:\(?(?:photos?|pictures?|images?|pics?|фото(?:граф(?:ия|ии))?|снимок|иллюстрация)"
        r"(?: (?:by|credits?|courtesy(?: of)?|source|from|предоставлено|автора|с сайта|из архива))?"
        r"\s*[:©/]|(?:photo|image|picture) (?:by|credit|courtesy)\b|credit:|фото (?:с сайта|автора|"
        r"из (?:открытых|архива)|пресс-службы|предоставлено)).{1,80})",
        7,
    ),
    _rule("picture credit", r".*\b(?:getty images|shutterstock|istock|depositphotos)\b.*", 12),
    _rule(
        "cookie notice",
        r".*(?:\b(?:we|you|site|website|page|platform|portal)\b.{0,30}\b(?:uses?|using|accept|stores?)"
        r"\b.{0,40}\bcookies?\b|\bcookies?\b.{0,60}\b(?:consent|accept|agree|browser|settings|"
        r"experience)|(?:использу(?:ет|ем|ют|я)\w*|соглас\w+) .{0,40}(?:cookies?|куки)|"
        r"(?:cookies?|куки)\b.{0,60}(?:сайт|браузер|соглас)).*",
        120,
    ),
    _rule(
        "law footer",
        r"(?:.*(?:свидетельство о регистрации (?:сми|средства)|зарегистрирован\w* .{0,60}"
        r"(?:роскомнадзор|федеральной службой по надзору в сфере связи)|эл ?(?:№|no) ?фс|"
        r"признан\w* .{0,40}(?:иностранным агентом|экстремистск)|"
        r"(?:информационное агентство|сетевое издание).{0,60}(?:зарегистрирован|учредител))|"
        r"(?:учредител[ьи]|главный редактор|огрн|инн|issn)\s*[:\d].*|"
        r".*\bviews expressed\b.{0,80}\b(?:author|necessarily)|.*\bissuer is solely responsible).*",
        80,
        dated=True,
    ),
    _rule("distribution line", r"distributed by .{2,60} on behalf of .*", 25),
    _rule(
        "distribution line", r"(?:© .{0,40})?provided by syndigate.*|.*\(syndigate\.info\)\.?", 15
    ),
    _rule(
        "contact",
        rf"(?:(?:tel|phone|telephone|fax|mob|e-?mail|web ?site|тел|телефон|факс|эл\.? почта|"
        rf"электронная почта|сайт|горячая линия)\b[.:\s/№]*.{{0,30}}(?:{_PHONE}|{_ADDRESS}).*|"
        rf"(?:tel|phone|fax|тел|телефон|факс)[.:\s№]*[+(\d].*|"
        rf"(?:for (?:more|further|any|media|press|additional) (?:information|details|enquir\w+|"
        rf"inquir\w+|queries)|(?:media|press) (?:contacts?|enquir\w+|inquir\w+|relations|office)"
        rf"\s*:|контакты? (?:для|пресс)|контактн\w+ (?:лиц|телефон|данн)\w*\s*:|"
        rf"(?:за )?дополнительн\w+ информаци\w+ (?:можно|обращ)).*|"
        rf"{_PHONE}|{_ADDRESS}[.,;\s]*(?:{_ADDRESS})?)",
        40,
        dated=True,
    ),
    _rule(
        "address",
        r"(?:(?:postal |legal |our )?address\s*:.*|(?:почтовый |юридический |фактический )?"
        r"адрес\s*:.*|p\.? ?o\.? box.*|"
        r"(?:индекс )?\d{6},? (?:россия|рф|г\.|город|москва|республика|казахстан|ул\.).*)",
        25,
    ),
    _rule(
        "counter",
        r"(?:(?:number of |total |visitor )?(?:views?|hits|visits|reads?|counter|likes|visitors?|"
        r"shares|downloads|просмотр\w*|прочит\w+|количество просмотров|посещени\w+)[\s:=-]*"
        r"[\d\s.,]+[kmк]?(?: раза?| times?)?|[\d\s.,]+[kmк]? (?:views?|hits|reads|visits|likes|"
        r"shares|просмотр\w*|прочтени\w+|человек прочитал\w*))",
        6,
    ),
    _rule(
        "reading time",
        r"(?:(?:estimated )?(?:reading|read) time\W.*|"
        r"\d{1,2}[\s-]?min(?:ute)?s?[\s-]?(?:read|to read)|"
        r"(?:время (?:чтения|на чтение)|читать)\W*\d.*|"
        r"\d{1,2} мин(?:ут\w*|\.)? (?:чтения|на чтение))",
        8,
    ),
    _rule(
        "tags",
        r"(?:tags?|tagged(?: (?:with|in|as))?|keywords?|key words|categor(?:y|ies)|posted in|"
        r"filed under|published in|labels|теги?|тэги|метки|метка|ключевые слова|рубрик[аи]|"
        r"категори[яи]|опубликовано в (?:разделах?|рубрик\w+))\s*:.*",
        30,
    ),
    _rule("tags", r"(?:posted in|filed under|tagged) .*", 7),
    _rule(
        "release number",
        r"(?:\(?(?:release|press release|pib) (?:id|no\.?|number)\W*\d+\)?|ссылка на материал.*|"
        r"read this release in\W.*|[a-z]{2,4}(?:/[a-z]{2,4}){1,3}|(?:номер|идентификатор) "
        r"(?:новости|публикации|материала)\W*\d+)",
        14,
    ),
    _rule(
        "comments",
        r"(?:\d+ comments?|comments? ?[:(]?\d+\)?|комментари\w+ ?[:(]?\d+\)?|\d+ комментари\w+|"
        r"your email address will not be published.*|required fields are marked.*|"
        r"ваш (?:адрес )?e?-?mail .*не будет опубликован.*|обязательные поля помечены.*|"
        r"you must be logged in to.*|чтобы оставить комментарий.*|"
        r"(?:log|sign) in to (?:post|leave|write) .*)",
        20,
    ),
    _rule(
        "related news",
        r"(?:(?:read|explore|see|watch|discover) (?:also|more|next)|also read|"
        r"more (?:news|stories|on this)|"
        r"(?:recommended|latest|popular|trending|similar)(?: (?:news|articles?|stories|posts?))?|"
        r"related(?: (?:news|articles?|stories|posts?))?|"
        r"next (?:post|article|news|story)|previous (?:post|article|news|story)|"
        r"(?:читайте|смотрите|узнайте) (?:также|еще|больше)|читать (?:также|еще)|"
        r"(?:другие|последние|похожие|популярные) (?:новости|материалы|статьи|публикации)|"
        r"(?:следующая|предыдущая) (?:новость|статья|запись))\s*[:»>-].*|(?:ранее )?по теме:.*",
        30,
    ),
    _rule(
        "error notice",
        r"(?:.*(?:выделите (?:ее|его|текст|фрагмент)|нажмите) .{0,40}ctrl.*|"
        r"нашли (?:ошибку|опечатку).*|"
        r"(?:found|spotted) an? (?:error|mistake|typo).*|ошибка в тексте.*)",
        25,
    ),
    _rule(
        "video player",
        r"(?:.*your browser (?:does not|doesn't) support.*|.*(?:enable|turn on) javascript.*|"
        r".*ваш браузер .{0,30}не поддерживает.*|.*включите javascript.*|"
        r"(?:video|audio|видео|duration|длительность)?\s*\W*\d{1,2}:\d{2} ?/ ?\d{1,2}:\d{2})",
        30,
    ),
    _rule(
        "weather/currency rates",
        r"(?:(?:usd|eur|gbp|rub|kzt|cny|azn|byn|uzs|[$€₽])[\s:=+-]*[\d.,]+[\s|/;,+-]*){1,8}"
        r"|(?:[\w-]+,? ){0,2}[+-]\d{1,2} ?°[cс]?.{0,12}",
        16,
    ),
    _rule(
        "appeal to readers",
        r"(?:dear (?:readers?|visitors?|users?)[,!]?|(?:уважаемые|дорогие) (?:читатели|посетители|"
        r"пользователи)\b[^.]{0,40}[,!]?|.*\bsupport(?:ing)? (?:the free press|our journalism|"
        r"independent journalism).*|.*поддержите (?:нас|редакцию|проект)\b.*)",
        120,
    ),
    _rule(
        "form field",
        r"(?:(?:enter|type) your (?:e-?mail|name|search).*|введите (?:ваш|свой|адрес|запрос).*|"
        r"ваш(?:е имя| e-?mail).{0,20}|i'?m not a robot|я не робот|captcha.*)",
        12,
    ),
    _rule(
        "poll",
        r"(?:was this (?:page|article) (?:helpful|useful).*|is this page useful.*|"
        r"(?:была ли|полезна ли).{0,30}(?:страниц|информаци|полезн).*|"
        r"оцените (?:материал|статью).*)",
        14,
    ),
)

_DAYS_ALONE = re.compile(
    r"[(\[]?(?:\d{4}[-./]\d{1,2}[-./]\d{1,2}|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}"
    r"|(?:19|20)\d\d\s?[-–—/]\s?(?:(?:19|20)?\d\d))"
    r"(?:[,|\s]+\d{1,2}:\d\d(?::\d\d)?)?[)\].]?"
)
"""A line that is a day or a span of years, not a telephone number."""
_SIGNS = re.compile(r"[^\w#@©®(+]+")
_SIZES = re.compile(r"(?:\+\s*a|a\s*[+-])(?:\s*(?:\+\s*a|a\s*[+-]|a))*")
_FLAG = re.compile("[\U0001f1e6-\U0001f1ff]|[\U0001f3f4]")
_TOKEN = re.compile(r"[A-Za-z0-9_-]{8,60}")
_TURN = re.compile(r"(?<=[a-z])(?=[A-Z0-9])|(?<=[0-9])(?=[A-Za-z])|(?<=[A-Z])(?=[0-9])")
_YEAR = re.compile(r"(?:19|20)\d\d")
_NUMBER = re.compile(r"[\d\s.,]+[kmкм]?")
_CRUMBS = re.compile(r"(?:home|главная|main|start|начало)\s*(?:[>/»›|→\"-]+)\s*(\S.*)")
_CRUMB = re.compile(r"\s*[>/»›|→\"]+\s*|\s-\s")


@lru_cache(maxsize=1024)
def line_reason(line: str) -> str:
    """Return why a line is noise by itself, or empty."""
    if len(line) > _LONGEST:
        return ""
    folded = fold(line)
    if _DAYS_ALONE.fullmatch(folded):
        return ""
    if not any(letter.isalnum() for letter in folded):
        return "" if _FLAG.search(line) or not folded else "ornament"
    if _SIZES.fullmatch(folded):
        return "text size"
    if _machine_made(line):
        return "picture name"
    dated = bool(_DATED.search(folded))
    return _by_rule(folded, dated=dated) or ("" if dated else _undated(folded))


def _by_rule(folded: str, *, dated: bool) -> str:
    words = len(folded.split())
    start = _SIGNS.match(folded)
    bare = folded[start.end() :] if start else folded
    for rule in _RULES:
        if words <= rule.longest and (rule.dated or not dated) and rule.pattern.fullmatch(bare):
            return rule.reason
    return ""


def _undated(folded: str) -> str:
    if _NUMBER.fullmatch(folded):
        return "" if _YEAR.fullmatch(folded.strip(" .,")) else "counter"
    crumbs = _CRUMBS.fullmatch(folded)
    # a headline at the end of the trail may be the only copy of it
    if crumbs and all(len(crumb.split()) <= 4 for crumb in _CRUMB.split(crumbs[1])):
        return "navigation"
    return furniture_reason(folded)


def _machine_made(line: str) -> bool:
    """Tell whether each word looks as cameras and stores of pictures name their files."""
    words = line.split()
    return 0 < len(words) <= 6 and all(
        _TOKEN.fullmatch(word) and len(_TURN.findall(word)) >= 3 for word in words
    )
