"""Number words of languages that join them by other rules than en, fr and es do.

Words are lower case and NFC. In a string of words in the order of counting the ways to write one
number are divided by "|".
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class SpelledWords:
    """The number words of one language.

    `words` are added up (100 multiplies a smaller one before it), `scales` multiply what stands
    before them, `shifts` are added to what stands behind them ("ساڑھے سات" is 7.5), `joiners` may
    stand between two. `prefixes` are letters written onto a word. `unsure` means something else
    as often as a number when it stands alone.
    """

    words: dict[str, float]
    scales: dict[str, float]
    shifts: dict[str, float] = field(default_factory=dict)
    joiners: frozenset[str] = frozenset()
    prefixes: tuple[str, ...] = ()
    unsure: frozenset[str] = frozenset()
    ones_first: bool = False  # five and twenty
    lone_scales: bool = False  # "mil" is a thousand, "Millionen" is no number


def _counted(words: str, first: int = 1, step: int = 1) -> dict[str, float]:
    numbered = enumerate(words.split())
    return {word: first + step * place for place, each in numbered for word in each.split("|")}


def _german() -> dict[str, float]:
    """All up to 99,999 that are written as one word."""
    ones = {
        "ein": 1.0,
        **_counted(
            "zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn "
            "sechzehn siebzehn achtzehn neunzehn",
            2,
        ),
    }
    small = dict(ones)
    tens = "zwanzig dreißig|dreissig vierzig fünfzig sechzig siebzig achtzig neunzig"
    for ten, value in _counted(tens, 20, 10).items():
        small[ten] = value
        small |= {f"{one}und{ten}": value + ones[one] for one in [*ones][:9]}
    hundreds = {f"{one}hundert": 100 * ones[one] for one in [*ones][:9]} | {"hundert": 100.0}
    rests = small.items()
    whole = small | hundreds
    whole |= {head + rest: value + more for head, value in hundreds.items() for rest, more in rests}
    # "dreieinhalb", "zweieinhalbtausend"
    halves = {f"{one}einhalb": value + 0.5 for one, value in ones.items()} | {
        "anderthalb": 1.5,
        "eineinhalb": 1.5,
    }
    small |= halves
    whole |= halves
    thousands = {f"{some}tausend": 1e3 * value for some, value in small.items()}
    # "eine" and "einen" are articles, and numbers before a scale.
    return whole | thousands | {"eine": 1.0, "einen": 1.0, "eins": 1.0, "einundzwanzig": 21.0}


_HINDI = (
    "एक दो तीन चार पांच|पाँच छह|छः|छे|छ सात आठ नौ दस ग्यारह बारह तेरह चौदह पंद्रह|पन्द्रह "
    "सोलह सत्रह अठारह उन्नीस बीस इक्कीस बाईस|बाइस तेईस|तेइस चौबीस पच्चीस छब्बीस "
    "सत्ताईस|सत्ताइस अट्ठाईस|अट्ठाइस|अठाईस उनतीस|उन्तीस तीस इकतीस|इकत्तीस बत्तीस "
    "तैंतीस|तेंतीस चौंतीस पैंतीस छत्तीस सैंतीस अड़तीस उनतालीस|उन्तालीस चालीस इकतालीस बयालीस "
    "तैंतालीस चौवालीस|चवालीस पैंतालीस छियालीस सैंतालीस अड़तालीस उनचास पचास इक्यावन बावन "
    "तिरपन|तिरेपन चौवन पचपन छप्पन सत्तावन अट्ठावन|अठावन उनसठ साठ इकसठ बासठ तिरसठ चौंसठ पैंसठ "
    "छियासठ सड़सठ अड़सठ उनहत्तर सत्तर इकहत्तर बहत्तर तिहत्तर चौहत्तर पचहत्तर छिहत्तर सतहत्तर "
    "अठहत्तर उन्यासी|उनासी अस्सी इक्यासी बयासी तिरासी चौरासी पचासी छियासी सत्तासी "
    "अट्ठासी|अठासी नवासी नब्बे इक्यानवे|इक्यानबे बानवे|बानबे तिरानवे|तिरानबे चौरानवे|चौरानबे "
    "पंचानवे|पचानवे|पंचानबे छियानवे|छियानबे सत्तानवे|सत्तानबे अट्ठानवे|अट्ठानबे "
    "निन्यानवे|निन्यानबे सौ"
)
_URDU = (
    "ایک دو تین چار پانچ چھ|چھے|چھہ سات آٹھ نو دس گیارہ بارہ تیرہ چودہ پندرہ سولہ سترہ اٹھارہ "
    "انیس بیس اکیس بائیس تئیس|تیئیس چوبیس پچیس چھبیس ستائیس اٹھائیس انتیس تیس اکتیس|اکتیس "
    "بتیس تینتیس چونتیس پینتیس چھتیس سینتیس اڑتیس انتالیس چالیس اکتالیس بیالیس تینتالیس "
    "چوالیس پینتالیس چھیالیس سینتالیس اڑتالیس انچاس پچاس اکاون باون ترپن|تریپن چون پچپن چھپن "
    "ستاون اٹھاون انسٹھ ساٹھ اکسٹھ باسٹھ تریسٹھ چونسٹھ پینسٹھ چھیاسٹھ سڑسٹھ اڑسٹھ انہتر ستر "
    "اکہتر بہتر تہتر چوہتر پچہتر چھہتر ستتر اٹھہتر اناسی اسی اکیاسی بیاسی تراسی چوراسی پچاسی "
    "چھیاسی ستاسی اٹھاسی نواسی نوے اکیانوے بانوے ترانوے چورانوے پچانوے چھیانوے ستانوے اٹھانوے "
    "ننانوے سو"
)
_VIETNAMESE = {
    **_counted("một|mốt hai ba bốn|tư năm|lăm sáu bảy|bẩy tám chín mười"),
    "trăm": 100.0,
}
_ARABIC = {
    **_counted(
        "واحد|واحدة|أحد|إحدى اثنان|اثنين|اثنتان|اثنتين|اثنا|اثني|اثنتا|اثنتي ثلاث|ثلاثة "
        "أربع|أربعة خمس|خمسة ست|ستة سبع|سبعة ثمان|ثماني|ثمانية تسع|تسعة عشر|عشرة"
    ),
    **_counted(
        "عشرون|عشرين ثلاثون|ثلاثين أربعون|أربعين خمسون|خمسين ستون|ستين سبعون|سبعين "
        "ثمانون|ثمانين تسعون|تسعين",
        20,
        10,
    ),
    **_counted(
        "مئة|مائة مئتان|مئتين|مئتا|مئتي|مائتان|مائتين|مائتي ثلاثمئة|ثلاثمائة أربعمئة|أربعمائة "
        "خمسمئة|خمسمائة ستمئة|ستمائة سبعمئة|سبعمائة ثمانمئة|ثمانمائة|ثمانيمئة تسعمئة|تسعمائة",
        100,
        100,
    ),
    "ألفان": 2e3, "ألفين": 2e3, "ألفي": 2e3, "مليونان": 2e6, "مليونين": 2e6, "مليوني": 2e6,
    "ملياران": 2e9, "مليارين": 2e9, "ملياري": 2e9,
}  # fmt: skip
_PORTUGUESE = {
    **_counted(
        "um|uma dois|duas três quatro cinco seis sete oito nove dez onze doze treze "
        "quatorze|catorze quinze dezesseis|dezasseis dezessete|dezassete dezoito "
        "dezenove|dezanove"
    ),
    **_counted("vinte trinta quarenta cinquenta sessenta setenta oitenta noventa", 20, 10),
    **_counted(
        "cem|cento duzentos|duzentas trezentos|trezentas quatrocentos|quatrocentas "
        "quinhentos|quinhentas seiscentos|seiscentas setecentos|setecentas "
        "oitocentos|oitocentas"
        "novecentos|novecentas",
        100,
        100,
    ),
}
_RUSSIAN = {
    **_counted(
        "один|одна|одного|одной два|две|двух|двум|двумя|двое|двоих "
        "три|трех|трёх|трем|трём|трое|троих четыре|четырех|четырёх|четверо|четверых "
        "пять|пяти|пятью|пятеро|пятерых шесть|шести|шестеро|шестерых семь|семи|семеро|семерых "
        "восемь|восьми|восьмерых девять|девяти десять|десяти одиннадцать|одиннадцати "
        "двенадцать|двенадцати тринадцать|тринадцати четырнадцать|четырнадцати "
        "пятнадцать|пятнадцати шестнадцать|шестнадцати семнадцать|семнадцати "
        "восемнадцать|восемнадцати девятнадцать|девятнадцати"
    ),
    **_counted(
        "двадцать|двадцати тридцать|тридцати сорок|сорока пятьдесят|пятидесяти "
        "шестьдесят|шестидесяти семьдесят|семидесяти восемьдесят|восьмидесяти девяносто|девяноста",
        20,
        10,
    ),
    **_counted(
        "сто|ста двести|двухсот триста|трехсот|трёхсот четыреста|четырехсот|четырёхсот "
        "пятьсот|пятисот шестьсот|шестисот семьсот|семисот восемьсот|восьмисот девятьсот|девятисот",
        100,
        100,
    ),
}
_INDIAN = {"लाख": 1e5, "करोड़": 1e7, "अरब": 1e9, "हजार": 1e3, "हज़ार": 1e3}

SPELLED = {
    "ar": SpelledWords(
        _ARABIC,
        {
            "ألف": 1e3, "ألفا": 1e3, "آلاف": 1e3, "مليون": 1e6, "مليونا": 1e6, "ملايين": 1e6,
            "مليار": 1e9, "مليارا": 1e9, "مليارات": 1e9,
        },
        prefixes=("ال", "وال", "و", "ل", "ب", "ك", "ف"),
        unsure=frozenset({"أحد", "إحدى", "واحد", "واحدة", "ست", "آلاف", "ملايين", "مليارات"}),
        ones_first=True,
        lone_scales=True,
    ),
    "de": SpelledWords(
        _german(),
        {"tausend": 1e3, "million": 1e6, "millionen": 1e6, "milliarde": 1e9, "milliarden": 1e9},
        unsure=frozenset({"ein", "eine", "einen", "eins", "acht"}),
    ),
    "hi": SpelledWords(
        _counted(_HINDI),
        _INDIAN,
        {"साढ़े": 0.5, "सवा": 0.25, "पौने": -0.25},
        unsure=frozenset({"एक", "दो", "सौ"}),
    ),
    "pt": SpelledWords(
        _PORTUGUESE,
        {
            "mil": 1e3, "milhão": 1e6, "milhões": 1e6, "bilhão": 1e9, "bilhões": 1e9,
            "trilhão": 1e12, "trilhões": 1e12,
        },
        joiners=frozenset({"e"}),
        unsure=frozenset({"um", "uma", "mil", "cem"}),
        lone_scales=True,
    ),
    "ru": SpelledWords(
        _RUSSIAN,
        {
            "тысяча": 1e3, "тысячи": 1e3, "тысяч": 1e3, "тысячу": 1e3, "миллион": 1e6,
            "миллиона": 1e6, "миллионов": 1e6, "миллиард": 1e9, "миллиарда": 1e9,
            "миллиардов": 1e9,
        },
        lone_scales=True,
    ),
    "ur": SpelledWords(
        _counted(_URDU),
        {"ہزار": 1e3, "لاکھ": 1e5, "کروڑ": 1e7, "ارب": 1e9, "کھرب": 1e11, "ملین": 1e6},
        {"ساڑھے": 0.5, "سوا": 0.25, "پونے": -0.25},
        unsure=frozenset({"ایک", "دو", "نو", "سو", "اسی", "بہتر", "چون", "ستر"}),
    ),
    "vi": SpelledWords(
        _VIETNAMESE,
        {"nghìn": 1e3, "ngàn": 1e3, "triệu": 1e6, "tỷ": 1e9, "tỉ": 1e9},
        joiners=frozenset({"linh", "lẻ"}),
        unsure=frozenset(_VIETNAMESE) - {"mười"},
    ),
}  # fmt: skip

# Quantities with a half in one word, in front of a scale or alone.
ODD_WORDS = {
    "hi": {"डेढ़": 1.5, "ढाई": 2.5},
    "ur": {"ڈیڑھ": 1.5, "ڈھائی": 2.5},
}
VIETNAMESE_TENS = "mươi"

# The numerals of Chinese: digits, what multiplies one digit, and what multiplies all before it.
HAN_DIGITS = {
    **{digit: value for value, digit in enumerate("零一二三四五六七八九")},
    "〇": 0,
    "两": 2,
}
HAN_TENS = {"十": 10.0, "百": 100.0, "千": 1000.0}
HAN_SCALES = {"万": 1e4, "亿": 1e8}
# What stands behind a number that counts; in front of other words it may be part of a name.
HAN_COUNTED = frozenset(
    "人名个位例起次天周倍岁元件艘架辆座支场家国票条处所栋只头吨里米平公小美欧英日多余%"
)
