"""How languages write numbers: number words, magnitudes, and the marks between digits."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class NumberWords:
    """The number words of one language, folded, with their values.

    `ones` may follow one of `tens`; `hundred` multiplies what stands before it, a word of
    `hundreds` adds; `scales` multiply all before them. `bare` may open a number by themselves.
    """

    ones: dict[str, int]
    tens: dict[str, int]
    scales: dict[str, float]
    hundred: tuple[str, ...] = ()
    hundreds: dict[str, int] = field(default_factory=dict)
    bare: tuple[str, ...] = ()
    joiner: str = "and"  # between hundred and the rest
    tens_joiner: str = r"[-‑\s]"  # between tens and ones


def _counted(words: str, first: int = 0, step: int = 1) -> dict[str, int]:
    numbered = enumerate(words.split())
    return {word: first + step * place for place, words in numbered for word in words.split("|")}


WORDS = {
    "en": NumberWords(
        ones=_counted(
            "one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
            "fifteen sixteen seventeen eighteen nineteen",
            1,
        ),
        tens=_counted("twenty thirty forty fifty sixty seventy eighty ninety", 20, 10),
        scales={"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12},
        hundred=("hundred",),
        bare=("a hundred", "a thousand", "a million", "a billion", "a trillion"),
    ),
    "fr": NumberWords(
        ones={
            **_counted(
                "un|une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze "
                "quinze seize dix-sept dix-huit dix-neuf",
                1,
            ),
        },
        tens={
            **_counted("vingt trente quarante cinquante soixante", 20, 10),
            "quatre-vingts": 80, "quatre-vingt": 80, "septante": 70, "nonante": 90,
        },
        scales={
            "mille": 1e3, "million": 1e6, "millions": 1e6, "milliard": 1e9, "milliards": 1e9,
        },
        hundred=("cents", "cent"),
        bare=("cent", "mille"),
        joiner="(?!)",
        tens_joiner=r"(?:[-‑\s]et[-‑\s]|[-‑\s])",
    ),
    "es": NumberWords(
        ones=_counted(
            "uno|un|una dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce "
            "quince dieciséis diecisiete dieciocho diecinueve veinte veintiuno|veintiún|veintiuna "
            "veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete veintiocho "
            "veintinueve",
            1,
        ),
        tens=_counted("treinta cuarenta cincuenta sesenta setenta ochenta noventa", 30, 10),
        scales={
            "mil": 1e3, "millón": 1e6, "millones": 1e6, "billón": 1e12, "billones": 1e12,
        },
        hundreds=_counted(
            "cien|ciento doscientos|doscientas trescientos|trescientas "
            "cuatrocientos|cuatrocientas quinientos|quinientas seiscientos|seiscientas "
            "setecientos|setecientas ochocientos|ochocientas novecientos|novecientas",
            100,
            100,
        ),
        bare=("mil",),
        joiner="(?!)",
        tens_joiner=r"\sy\s",
    ),
}  # fmt: skip

# What may stand between digits and a noun; longer words first where one begins another.
MAGNITUDES: dict[str, dict[str, float]] = {
    "en": {
        "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12,
        "mln": 1e6, "mil": 1e6, "bn": 1e9, "tn": 1e12, "lakh": 1e5, "crore": 1e7,
    },
    "fr": {
        "mille": 1e3, "million": 1e6, "millions": 1e6, "milliard": 1e9, "milliards": 1e9,
        "mds": 1e9, "md": 1e9,
    },
    "es": {
        "mil millones": 1e9, "mil": 1e3, "millón": 1e6, "millones": 1e6, "billón": 1e12,
        "billones": 1e12,
    },
    "pt": {
        "mil milhões": 1e9, "mil": 1e3, "milhão": 1e6, "milhões": 1e6, "bilhão": 1e9,
        "bilhões": 1e9, "trilhão": 1e12, "trilhões": 1e12, "mi": 1e6, "bi": 1e9,
    },
    "de": {
        "tausend": 1e3, "millionen": 1e6, "million": 1e6, "mio.": 1e6, "mio": 1e6,
        "milliarden": 1e9, "milliarde": 1e9, "mrd.": 1e9, "mrd": 1e9, "billionen": 1e12,
    },
    "it": {
        "mila": 1e3, "milioni": 1e6, "milione": 1e6, "miliardi": 1e9, "miliardo": 1e9,
    },
    "vi": {"nghìn": 1e3, "ngàn": 1e3, "triệu": 1e6, "tỷ": 1e9, "tỉ": 1e9},
    "ru": {
        "тысячи": 1e3, "тысяча": 1e3, "тысяч": 1e3, "тыс.": 1e3, "миллиона": 1e6,
        "миллионов": 1e6, "миллион": 1e6, "млн": 1e6, "миллиарда": 1e9, "миллиардов": 1e9,
        "миллиард": 1e9, "млрд": 1e9,
    },
    "zh": {
        "万亿": 1e12, "萬億": 1e12, "百万": 1e6, "千万": 1e7, "万": 1e4, "萬": 1e4, "亿": 1e8,
        "億": 1e8,
    },
    "ja": {"兆": 1e12, "億": 1e8, "万": 1e4},
    "hi": {
        "हज़ार": 1e3, "हजार": 1e3, "लाख": 1e5, "करोड़": 1e7, "अरब": 1e9, "मिलियन": 1e6,
        "बिलियन": 1e9, "खरब": 1e11,
    },
    "ur": {
        "ہزار": 1e3, "لاکھ": 1e5, "کروڑ": 1e7, "ارب": 1e9, "ملین": 1e6, "بلین": 1e9, "کھرب": 1e11,
    },
    "ar": {
        "ألف": 1e3, "ألفا": 1e3, "آلاف": 1e3, "مليون": 1e6, "ملايين": 1e6, "مليونا": 1e6,
        "مليار": 1e9, "مليارات": 1e9, "تريليون": 1e12,
    },
}  # fmt: skip

# Languages that write 1.250,5 and those that write 1 250,5; all others write 1,250.5.
_POINT_GROUPS = "ca da de el es gl hr id it nl pt ro sl sr tr vi"
POINT_GROUPS = frozenset(_POINT_GROUPS.split())
_SPACE_GROUPS = "bg cs et fi fr hu lt lv nb no pl ru sk sv uk"
SPACE_GROUPS = frozenset(_SPACE_GROUPS.split())
# Here half of the readers write 1,250 as in English (Mexico): three digits are a group.
MIXED_GROUPS = frozenset({"es"})
