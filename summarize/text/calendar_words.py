"""The words and shapes of dates, by language, as tables for `dates`.

A shape is a regular expression in which a space stands for one or two white-space characters and
`<D>`, `<M>`, `<Y>`, `<W>`, `<T>` … for the parts that `dates` fills in: day, month, year, weekday,
turn ("last", "next"). Words are lower case, the ways to write one thing divided by "|".
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Unit = Literal["day", "week", "month", "year"]

# Shapes of languages that write the day first; `<OF>` and `<TO>` come from the language.
DAY_FIRST = (
    ("range", "<D><OF><M><TO><D2><OF><M2><YEAR>?"),
    ("range", "<D><TO><D2><OF><M><YEAR>?"),
    ("day", "(?:<W>,? (?:<THE> )?)?<D><OF><M><YEAR>?"),
)
MONTH_FIRST = (
    ("range", "<M> <D><TO>(?:<M2> )?<D2><YEAR>?"),
    ("day", "(?:(?:<T> )?<W>,? )?<M> <D><YEAR>?"),
)
UNSPACED = (
    ("range", "(?:<Y>年)?<M>月<D>[日号號]?(?:至|到|から|[-–—~～])(?:<M2>月)?<D2>[日号號]"),
    ("day", "(?:<Y>年)?<M>月<D>[日号號]"),
    ("month", "<Y>年<M>月"),
    ("bare", "<M>月"),
    ("year", "<Y>年"),
)


@dataclass(frozen=True, slots=True)
class Calendar:
    """The dates of one language; `turns` and `periods` count from now (-1 is the last one)."""

    months: tuple[str, ...] = ()  # twelve, January first
    weekdays: tuple[str, ...] = ()  # seven, Monday first
    shapes: tuple[tuple[str, str], ...] = ()
    of: str = " "  # between day and month
    to: str = r"\s?[-–—]\s?"  # between the ends of a range
    the: str = "(?!)"  # between weekday and day
    before_year: str = " "
    in_month: str = "(?!)"  # what stands before a month that has neither day nor year
    in_year: str = "(?!)"  # what always makes a number after it a year
    near_year: str = "(?!)"  # what does so unless a counted noun follows
    after_year: str = "(?!)"  # what stands after a year
    days: dict[str, int] = field(default_factory=dict)
    turns: dict[str, int] = field(default_factory=dict)
    periods: dict[str, tuple[Unit, int]] = field(default_factory=dict)
    units: dict[str, Unit] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)
    ago: str = "(?!)"
    turn_follows: bool = True  # "mardi dernier", not "Tuesday last"
    holidays: str = "(?!)"  # a weekday after these is a feast
    papers: str = "(?!)"  # a weekday before these is a newspaper or a show
    future: str = "(?!)"  # in the clause of a weekday: it is the next one
    past: str = "(?!)"
    day_first: bool = True  # 10/3/2026 is in March
    cased: bool = False  # months and weekdays have a capital
    spaced: bool = True  # words have borders
    prefix: str = ""  # letters that are written together with the word after them
    # weekdays by themselves, where `weekdays` has the words beside them that tell them apart
    loose_weekdays: tuple[str, ...] = ()


ENGLISH = Calendar(
    months=(
        "january|jan", "february|feb", "march|mar", "april|apr", "may", "june|jun", "july|jul",
        "august|aug", "september|sept|sep", "october|oct", "november|nov", "december|dec",
    ),
    weekdays=(
        "monday|mon", "tuesday|tues|tue", "wednesday|wed", "thursday|thurs|thu", "friday|fri",
        "saturday|sat", "sunday|sun",
    ),
    shapes=(*MONTH_FIRST, *DAY_FIRST),
    of="(?: of)? ",
    to=r"(?:\s?[-–—]\s?| (?:to|through|until|till) )",
    the="the",
    before_year="(?:,? (?:of )?)",
    in_month="in|since|during|by|until|of|from|late|early|mid|after|before|through|this|mid-",
    in_year="in|since|during|early|late|mid|year",
    near_year="by|of|from|until|till|after|before|to|for|between|through",
    days={
        "the day before yesterday": -2, "yesterday": -1, "today": 0, "tonight": 0,
        "the day after tomorrow": 2, "tomorrow": 1,
    },
    turns={"this past": -1, "last": -1, "this coming": 1, "coming": 1, "next": 1, "this": 0},
    periods={
        "last week": ("week", -1), "this week": ("week", 0), "next week": ("week", 1),
        "last month": ("month", -1), "this month": ("month", 0), "next month": ("month", 1),
        "last year": ("year", -1), "this year": ("year", 0), "next year": ("year", 1),
    },
    units={
        "day|days": "day", "week|weeks": "week", "month|months": "month", "year|years": "year",
    },
    counts={
        "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6,
        "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
    },
    ago="<N> <U> ago",
    turn_follows=False,
    holidays="Black|Good|Bloody|Super|Palm|Cyber|Easter|Ash|Fat|Holy|Maundy|Shrove|Giving",
    papers="Times|Telegraph|Mirror|Mail|Express|Herald|Post|Night Live|Night Football",
    future=(
        r"(?:will|['’]ll|shall|due|set|scheduled|expected|planned|slated|going to|plans? to"
        r"|(?:is|are|was|were) to|hopes? to|wants? to|aims? to|expects?|agreed to|until|till"
        r"|meets? again"
        r"|(?:is|are) \w+ing|(?:re)?opens|begins|starts|resumes|reconvenes|expires|takes effect)"
        r"(?: to| for)?(?: not)?(?: be| have)?(?: \w+)?"
    ),
    past=r"said|says|told|was|were|had|has|did|\w{2,}ed",
    day_first=False,
    cased=True,
)  # fmt: skip

FRENCH = Calendar(
    months=(
        "janvier|janv", "février|févr", "mars", "avril|avr", "mai", "juin", "juillet|juil",
        "août", "septembre|sept", "octobre|oct", "novembre|nov", "décembre|déc",
    ),
    weekdays=("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
    shapes=DAY_FIRST,
    to=r"(?:\s?[-–—]\s?| (?:au|à|jusqu['’]au) )",
    the="le",
    in_month=(
        "en|depuis|dès|début|fin|mi|courant|avant|après|mi-|mois de|mois d['’]|jusqu['’]en"
        "|jusqu['’]à"
    ),
    in_year="en|depuis|dès|début|fin|mi-|année|l['’]an",
    near_year="de|avant|après|jusqu['’]en|jusqu['’]à",
    days={
        "avant-hier": -2, "hier": -1, "aujourd'hui": 0, "aujourd’hui": 0, "après-demain": 2,
        "demain": 1,
    },
    turns={"dernier": -1, "passé": -1, "prochain": 1, "ce": 0},
    periods={
        "la semaine dernière": ("week", -1), "la semaine passée": ("week", -1),
        "cette semaine": ("week", 0), "la semaine prochaine": ("week", 1),
        "le mois dernier": ("month", -1), "le mois passé": ("month", -1),
        "ce mois-ci": ("month", 0), "le mois prochain": ("month", 1),
        "l'an dernier": ("year", -1), "l’an dernier": ("year", -1),
        "l'année dernière": ("year", -1), "l’année dernière": ("year", -1),
        "cette année": ("year", 0), "l'an prochain": ("year", 1), "l’an prochain": ("year", 1),
        "l'année prochaine": ("year", 1), "l’année prochaine": ("year", 1),
    },
    units={
        "jour|jours": "day", "semaine|semaines": "week", "mois": "month",
        "an|ans|année|années": "year",
    },
    counts={
        "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7,
        "huit": 8, "neuf": 9, "dix": 10, "onze": 11, "douze": 12,
    },
    ago="il y a <N> <U>",
    future=r"\w{2,}(?:era|ira|dra|vra|eront|iront|dront|vront)|aura|sera|va|vont|prévue?s?",
    past=r"a|ont|avait|avaient|était|étaient|fut|dit|\w{2,}é",
)  # fmt: skip

SPANISH = Calendar(
    months=(
        "enero|ene", "febrero|feb", "marzo|mar", "abril|abr", "mayo", "junio|jun", "julio|jul",
        "agosto|ago", "septiembre|setiembre|sept", "octubre|oct", "noviembre|nov",
        "diciembre|dic",
    ),
    weekdays=("lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"),
    shapes=DAY_FIRST,
    of=" (?:de )?",
    to=r"(?:\s?[-–—]\s?| (?:al|a|hasta el|y el) )",
    the="el",
    before_year="(?:,? (?:de |del )?)",
    in_month="en|desde|hasta|durante|mes de|principios de|finales de|mediados de",
    in_year="en|desde|año|durante",
    near_year="de|del|hasta|tras",
    days={
        "anteayer": -2, "antier": -2, "ayer": -1, "hoy": 0, "pasado mañana": 2,
    },
    turns={"pasado": -1, "último": -1, "próximo": 1, "que viene": 1, "este": 0},
    periods={
        "la semana pasada": ("week", -1), "esta semana": ("week", 0),
        "la próxima semana": ("week", 1), "la semana próxima": ("week", 1),
        "la semana que viene": ("week", 1), "el mes pasado": ("month", -1),
        "este mes": ("month", 0), "el próximo mes": ("month", 1), "el mes próximo": ("month", 1),
        "el año pasado": ("year", -1), "este año": ("year", 0), "el próximo año": ("year", 1),
        "el año próximo": ("year", 1), "el año que viene": ("year", 1),
    },
    units={
        "día|días": "day", "semana|semanas": "week", "mes|meses": "month", "año|años": "year",
    },
    counts={
        "un": 1, "una": 1, "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "seis": 6, "siete": 7,
        "ocho": 8, "nueve": 9, "diez": 10, "once": 11, "doce": 12,
    },
    ago="hace <N> <U>",
    future=r"\w{2,}(?:rá|rán)|va a|van a|prevista|previsto",
    past=r"ha|han|había|habían|dijo|fue|fueron|\w{2,}(?:ó|aron|ieron)",
)  # fmt: skip

# "Dienstagabend" is one word.
GERMAN_PARTS = ("", "morgen", "vormittag", "mittag", "nachmittag", "abend", "nacht")

GERMAN = Calendar(
    months=(
        "januar|jänner|jan", "februar|feb", "märz", "april|apr", "mai", "juni", "juli",
        "august|aug", "september|sept", "oktober|okt", "november|nov", "dezember|dez",
    ),
    weekdays=tuple(
        "|".join(f"{day}{part}" for day in days.split("|") for part in GERMAN_PARTS)
        for days in (
            "montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag|sonnabend",
            "sonntag",
        )
    ),
    shapes=(
        ("range", r"<D>\.?<OF>?<M><TO><D2>\.<OF><M2><YEAR>?"),
        ("range", r"<D>\.?<TO><D2>\.<OF><M><YEAR>?"),
        ("day", r"(?:<W>,? (?:<THE> )?)?<D>\.<OF><M><YEAR>?"),
        (  # "am 3.4."
            "day",
            r"(?<=\b(?i:am|vom|zum|bis|ab|seit|dem|den|der|und|montag|dienstag|mittwoch|donnerstag"
            r"|freitag|samstag|sonntag),? )"
            r"(?P<day>\d{1,2})\.\s?(?P<month>0?[1-9]|1[0-2])\.(?!\s?\d)",
        ),
    ),
    of=r"\s{0,2}",
    to=r"(?:\s?[-–—]\s?| bis (?:zum )?)",
    the="dem|den|der",
    in_month="im|seit|ab|bis|anfang|ende|mitte",
    in_year="im jahr|jahr|seit|anfang|ende|mitte",
    near_year="bis|von|vor|nach|ab",
    days={"vorgestern": -2, "gestern": -1, "heute": 0, "übermorgen": 2},
    turns={"vergangenen": -1, "letzten": -1, "nächsten": 1, "kommenden": 1, "diesen": 0},
    periods={
        "letzte woche": ("week", -1), "vergangene woche": ("week", -1), "diese woche": ("week", 0),
        "nächste woche": ("week", 1), "letztes jahr": ("year", -1), "dieses jahr": ("year", 0),
        "letzten monat": ("month", -1), "nächsten monat": ("month", 1),
        "nächstes jahr": ("year", 1), "letzter woche": ("week", -1),
        "vergangener woche": ("week", -1), "vergangenen woche": ("week", -1),
        "dieser woche": ("week", 0), "nächster woche": ("week", 1), "kommende woche": ("week", 1),
        "vergangenen monat": ("month", -1), "diesem monat": ("month", 0),
        "vergangenen jahr": ("year", -1), "vergangenes jahr": ("year", -1),
        "letzten jahr": ("year", -1), "diesem jahr": ("year", 0), "nächsten jahr": ("year", 1),
    },
    units={
        "tag|tagen": "day", "woche|wochen": "week", "monat|monaten": "month",
        "jahr|jahren": "year",
    },
    counts={
        "einem": 1, "einer": 1, "zwei": 2, "drei": 3, "vier": 4, "fünf": 5, "sechs": 6,
        "sieben": 7, "acht": 8, "neun": 9, "zehn": 10, "elf": 11, "zwölf": 12,
    },
    ago="vor <N> <U>",
    future="wird|werden|soll|sollen",
    past=r"hat|haben|war|waren|wurde|wurden|sagte",
    cased=True,
)  # fmt: skip

PORTUGUESE = Calendar(
    months=(
        "janeiro|jan", "fevereiro|fev", "março", "abril|abr", "maio", "junho|jun", "julho|jul",
        "agosto|ago", "setembro|set", "outubro|out", "novembro|nov", "dezembro|dez",
    ),
    weekdays=(
        "segunda-feira", "terça-feira", "quarta-feira", "quinta-feira", "sexta-feira", "sábado",
        "domingo",
    ),
    shapes=DAY_FIRST,
    of=" (?:de )?",
    to=r"(?:\s?[-–—]\s?| (?:a|até|e) )",
    before_year="(?:,? (?:de )?)",
    in_month="em|desde|até|mês de|início de|fim de",
    in_year="em|desde|ano de",
    near_year="de|até",
    days={"anteontem": -2, "ontem": -1, "hoje": 0, "amanhã": 1},
    turns={"passado": -1, "passada": -1, "próximo": 1, "próxima": 1, "última": -1, "último": -1},
    periods={
        "na semana passada": ("week", -1), "a semana passada": ("week", -1),
        "esta semana": ("week", 0), "na próxima semana": ("week", 1),
        "no mês passado": ("month", -1), "o mês passado": ("month", -1),
        "no ano passado": ("year", -1), "o ano passado": ("year", -1), "este ano": ("year", 0),
        "nesta semana": ("week", 0), "na semana que vem": ("week", 1), "neste mês": ("month", 0),
        "este mês": ("month", 0), "no próximo mês": ("month", 1), "neste ano": ("year", 0),
        "no próximo ano": ("year", 1),
    },
    units={
        "dia|dias": "day", "semana|semanas": "week", "mês|meses": "month", "ano|anos": "year",
    },
    counts={
        "um": 1, "uma": 1, "dois": 2, "duas": 2, "três": 3, "quatro": 4, "cinco": 5, "seis": 6,
        "sete": 7, "oito": 8, "nove": 9, "dez": 10, "onze": 11, "doze": 12,
    },
    ago="há <N> <U>",
    # "na segunda" is Monday, or the second one
    loose_weekdays=(
        "segunda-feira|segunda", "terça-feira|terça", "quarta-feira|quarta", "quinta-feira|quinta",
        "sexta-feira|sexta", "sábado", "domingo",
    ),
    future=r"\w{2,}(?:rá|rão)|vai|vão|previst[ao]",
    past=r"disse|foi|foram|\w{2,}(?:ou|aram|eram|iram)",
)  # fmt: skip

ITALIAN = Calendar(
    months=(
        "gennaio|gen", "febbraio|feb", "marzo|mar", "aprile|apr", "maggio", "giugno", "luglio",
        "agosto|ago", "settembre|sett", "ottobre|ott", "novembre|nov", "dicembre|dic",
    ),
    weekdays=(
        "lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "sabato", "domenica",
    ),
    shapes=DAY_FIRST,
    to=r"(?:\s?[-–—]\s?| al |\sall['’])",
    in_month="a|in|da|dal|fino a|a fine|inizio|metà|mese di",
    in_year="nel|dal|del|anno",
    near_year="al|fino al",
    days={"l'altro ieri": -2, "ieri": -1, "oggi": 0, "dopodomani": 2, "domani": 1},
    turns={"scorso": -1, "scorsa": -1, "prossimo": 1, "prossima": 1},
    periods={
        "la scorsa settimana": ("week", -1), "la settimana scorsa": ("week", -1),
        "questa settimana": ("week", 0), "la prossima settimana": ("week", 1),
        "il mese scorso": ("month", -1), "lo scorso mese": ("month", -1),
        "l'anno scorso": ("year", -1), "l’anno scorso": ("year", -1),
        "lo scorso anno": ("year", -1), "quest'anno": ("year", 0), "quest’anno": ("year", 0),
    },
    future=r"\w{2,}(?:rà|ranno)",
    past=r"ha|hanno|era|erano|\w{2,}ato",
)  # fmt: skip

CHINESE = Calendar(
    weekdays=tuple(
        "|".join(f"{week}{each}" for week in ("星期", "周", "週", "礼拜") for each in day)
        for day in ("一", "二", "三", "四", "五", "六", "日天")
    ),
    shapes=UNSPACED,
    days={"前天": -2, "昨天": -1, "昨日": -1, "今天": 0, "今日": 0, "后天": 2, "明天": 1},
    periods={
        "上周": ("week", -1), "本周": ("week", 0), "下周": ("week", 1), "上个月": ("month", -1),
        "本月": ("month", 0), "下个月": ("month", 1), "去年": ("year", -1), "今年": ("year", 0),
        "明年": ("year", 1),
    },
    spaced=False,
)  # fmt: skip

JAPANESE = Calendar(
    weekdays=tuple(f"{day}曜日" for day in ("月", "火", "水", "木", "金", "土", "日")),
    shapes=UNSPACED,
    days={"一昨日": -2, "昨日": -1, "今日": 0, "明日": 1},
    periods={
        "先週": ("week", -1), "今週": ("week", 0), "来週": ("week", 1), "先月": ("month", -1),
        "今月": ("month", 0), "来月": ("month", 1), "昨年": ("year", -1), "去年": ("year", -1),
        "今年": ("year", 0), "来年": ("year", 1),
    },
    spaced=False,
)  # fmt: skip

ARABIC = Calendar(
    months=(
        "يناير|كانون الثاني|جانفي", "فبراير|شباط|فيفري", "مارس|آذار|اذار",
        "أبريل|ابريل|إبريل|نيسان|أفريل",
        "مايو|أيار|ايار|ماي", "يونيو|حزيران|جوان", "يوليو|تموز|جويلية", "أغسطس|اغسطس|آب|أوت",
        "سبتمبر|أيلول|ايلول", "أكتوبر|اكتوبر|تشرين الأول|تشرين الاول", "نوفمبر|تشرين الثاني",
        "ديسمبر|كانون الأول|كانون الاول",
    ),
    weekdays=(
        "الاثنين|الإثنين", "الثلاثاء", "الأربعاء|الاربعاء", "الخميس", "الجمعة",
        "السبت", "الأحد|الاحد",
    ),
    shapes=DAY_FIRST,
    of=" (?:من )?(?:شهر )?",
    to=r"(?:\s?[-–—]\s?| (?:إلى|الى|حتى) )",
    before_year="(?:،? (?:من )?(?:عام |سنة )?)",
    in_month="في|منذ|شهر|حتى|خلال",
    in_year="عام|سنة|العام|منذ|عامي",
    near_year="في",
    days={"أول من أمس": -2, "أمس": -1, "غدا": 1, "غداً": 1},
    turns={"الماضي": -1, "الماضية": -1, "المقبل": 1, "المقبلة": 1, "القادم": 1, "القادمة": 1},
    periods={
        "الأسبوع الماضي": ("week", -1), "هذا الأسبوع": ("week", 0), "الأسبوع المقبل": ("week", 1),
        "الشهر الماضي": ("month", -1), "هذا الشهر": ("month", 0), "الشهر المقبل": ("month", 1),
        "العام الماضي": ("year", -1), "هذا العام": ("year", 0), "العام المقبل": ("year", 1),
    },
    prefix="وبلف",
)  # fmt: skip

URDU = Calendar(
    months=(
        "جنوری", "فروری", "مارچ", "اپریل", "مئی", "جون", "جولائی", "اگست", "ستمبر", "اکتوبر",
        "نومبر", "دسمبر",
    ),
    # "pir" is also a saint, "hafta" a week: a day has "day" or a case after it.
    weekdays=tuple(
        "|".join(f"{day} {after}" for day in days.split("|") for after in ("کے روز", "کے دن", "کو"))
        for days in ("پیر", "منگل", "بدھ", "جمعرات", "جمعہ|جمعے", "ہفتہ|ہفتے", "اتوار")
    ),
    shapes=DAY_FIRST,
    to=r"(?:\s?[-–—]\s?| سے )",
    before_year="(?:،? )",
    in_month="ماہ",
    in_year="سال|سنہ|سن",
    after_year="میں|کے دوران|سے",
    loose_weekdays=(
        "پیر", "منگل", "بدھ", "جمعرات", "جمعہ|جمعے", "ہفتہ|ہفتے", "اتوار"
    ),
    days={"آج": 0, "گزشتہ روز": -1},
    periods={
        "گزشتہ ہفتے": ("week", -1), "اگلے ہفتے": ("week", 1), "گزشتہ ماہ": ("month", -1),
        "گزشتہ سال": ("year", -1), "رواں سال": ("year", 0), "رواں ماہ": ("month", 0),
    },
)  # fmt: skip

HINDI = Calendar(
    months=(
        "जनवरी", "फरवरी|फ़रवरी", "मार्च", "अप्रैल", "मई", "जून", "जुलाई", "अगस्त", "सितंबर|सितम्बर",
        "अक्टूबर|अक्तूबर", "नवंबर|नवम्बर", "दिसंबर|दिसम्बर",
    ),
    weekdays=(
        "सोमवार", "मंगलवार", "बुधवार", "गुरुवार|बृहस्पतिवार", "शुक्रवार", "शनिवार", "रविवार",
    ),
    shapes=DAY_FIRST,
    to=r"(?:\s?[-–—]\s?| से )",
    before_year="(?:,? )",
    in_year="साल|वर्ष|सन",
    after_year="में|से|तक|के दौरान",
    days={"आज": 0},
    turns={"पिछले": -1, "बीते": -1, "अगले": 1, "आगामी": 1, "इस": 0},
    periods={
        "पिछले हफ्ते": ("week", -1), "पिछले सप्ताह": ("week", -1), "इस सप्ताह": ("week", 0),
        "अगले सप्ताह": ("week", 1), "पिछले महीने": ("month", -1), "इस महीने": ("month", 0),
        "पिछले साल": ("year", -1), "इस साल": ("year", 0), "अगले साल": ("year", 1),
    },
)  # fmt: skip

# "Thứ ba" is Tuesday, or the third one.
VIETNAMESE_DAYS = (
    "thứ hai|thứ 2", "thứ ba|thứ 3", "thứ tư|thứ 4", "thứ năm|thứ 5", "thứ sáu|thứ 6",
    "thứ bảy|thứ 7", "chủ nhật",
)  # fmt: skip
VIETNAMESE_BEFORE = ("hôm", "ngày", "sáng", "trưa", "chiều", "tối", "đêm", "vào")

VIETNAMESE = Calendar(
    weekdays=tuple(
        "|".join(f"{before} {day}" for day in days.split("|") for before in VIETNAMESE_BEFORE)
        for days in VIETNAMESE_DAYS
    ),
    loose_weekdays=VIETNAMESE_DAYS,
    shapes=(
        ("day", "<D> tháng <M>(?:(?:,? năm |/)<Y>)?"),
        ("range", r"<D>\s?[-–—]\s?<D2>/<M>(?:/<Y>)?"),
        ("day", r"(?<=ngày )<D>/<M>(?:/<Y>)?"),
        ("month", "(?<=tháng )<M>(?: năm |/)<Y>"),
        ("bare", "(?<=tháng )<M>"),
    ),
    in_year="năm",
    days={"hôm kia": -2, "hôm qua": -1, "hôm nay": 0, "ngày mai": 1},
    periods={
        "tuần trước": ("week", -1), "tuần này": ("week", 0), "tuần tới": ("week", 1),
        "tháng trước": ("month", -1), "tháng này": ("month", 0), "tháng tới": ("month", 1),
        "năm ngoái": ("year", -1), "năm nay": ("year", 0), "năm tới": ("year", 1),
    },
)  # fmt: skip

RUSSIAN = Calendar(
    months=(
        "января|январе|январь", "февраля|феврале|февраль", "марта|марте|март",
        "апреля|апреле|апрель", "мая|мае|май", "июня|июне|июнь", "июля|июле|июль",
        "августа|августе|август", "сентября|сентябре|сентябрь", "октября|октябре|октябрь",
        "ноября|ноябре|ноябрь", "декабря|декабре|декабрь",
    ),
    weekdays=(
        "понедельник|понедельника", "вторник|вторника", "среду", "четверг|четверга",
        "пятницу|пятницы|пятница", "субботу|субботы|суббота", "воскресенье|воскресенья",
    ),
    # "sreda" is the environment too
    loose_weekdays=(
        "понедельник|понедельника", "вторник|вторника", "среду|среды|среда",
        "четверг|четверга", "пятницу|пятницы|пятница", "субботу|субботы|суббота",
        "воскресенье|воскресенья",
    ),
    shapes=DAY_FIRST,
    to=r"(?:\s?[-–—]\s?| (?:по|до) )",
    in_month="в|с|до|к|на|начале|конце|середине|начала|конца",
    in_year="в|с|до|к",
    after_year=r"году|года|год|г\.",
    days={"позавчера": -2, "вчера": -1, "сегодня": 0, "завтра": 1, "послезавтра": 2},
    turns={"прошлый": -1, "прошлую": -1, "прошлого": -1, "следующий": 1, "следующую": 1},
    periods={
        "на прошлой неделе": ("week", -1), "на этой неделе": ("week", 0),
        "на следующей неделе": ("week", 1), "в прошлом месяце": ("month", -1),
        "в этом месяце": ("month", 0), "в следующем месяце": ("month", 1),
        "в прошлом году": ("year", -1), "в этом году": ("year", 0),
        "в следующем году": ("year", 1),
    },
    future="будет|будут",
    past=r"был|была|были|\w{2,}(?:ал|ил|ала|ила|али|или)",
    turn_follows=False,
)  # fmt: skip

CALENDARS: dict[str, Calendar] = {
    "en": ENGLISH, "fr": FRENCH, "es": SPANISH, "de": GERMAN, "pt": PORTUGUESE, "it": ITALIAN,
    "zh": CHINESE, "ja": JAPANESE, "ar": ARABIC, "ur": URDU, "hi": HINDI, "vi": VIETNAMESE,
    "ru": RUSSIAN,
}  # fmt: skip

# These have a point or not, and are too much like other words to stand without a day or a year.
SHORT = frozenset(
    """jan feb mar apr jun jul aug sept sep oct nov dec mon tues tue wed thurs thu fri sat sun janv
    févr avr juil déc ene abr ago dic okt dez fev set out gen sett ott""".split()  # noqa: SIM905
)

# Months that are names of persons or other words too: beside another name they are no month.
ALSO_NAMES = frozenset({"april", "may", "june", "august", "march", "mai", "juli"})

# Any other language: ISO dates, and numbers that can only be read in one way.
UNKNOWN = Calendar(day_first=False)
