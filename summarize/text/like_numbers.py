"""Words that say a number without being one, by language: dozen, third, half."""

from __future__ import annotations

# Words that stand for a number without being one. A claim need not be held to them.
LIKE_NUMBERS: dict[str, dict[str, float]] = {
    "en": {
        "dozen": 12, "couple": 2, "pair": 2, "both": 2, "twice": 2, "double": 2, "doubled": 2,
        "twin": 2, "twins": 2, "duo": 2, "brace": 2, "trio": 3, "triple": 3, "tripled": 3,
        "thrice": 3, "treble": 3, "triplets": 3, "quartet": 4, "quadruple": 4, "decade": 10,
        "decades": 10, "fortnight": 2, "century": 100, "single": 1, "once": 1, "sole": 1,
        "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
        "eighth": 8, "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13,
        "fourteenth": 14, "fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18,
        "nineteenth": 19, "twentieth": 20, "one": 1, "nil": 0, "zero": 0, "nobody": 0, "none": 0,
        "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60,
        "seventies": 70, "eighties": 80, "nineties": 90,
    },
    "fr": {
        "douzaine": 12, "dizaine": 10, "quinzaine": 15, "vingtaine": 20, "trentaine": 30,
        "quarantaine": 40, "cinquantaine": 50, "soixantaine": 60, "centaine": 100, "millier": 1000,
        "un": 1, "une": 1, "premier": 1, "première": 1, "deuxième": 2, "second": 2, "seconde": 2,
        "troisième": 3, "quatrième": 4, "cinquième": 5, "sixième": 6, "septième": 7, "huitième": 8,
        "neuvième": 9, "dixième": 10, "double": 2, "triple": 3, "couple": 2, "zéro": 0,
        "décennie": 10, "siècle": 100,
    },
    "es": {
        "docena": 12, "decena": 10, "quincena": 15, "veintena": 20, "treintena": 30,
        "centenar": 100, "millar": 1000, "un": 1, "una": 1, "uno": 1, "primer": 1, "primero": 1,
        "primera": 1, "segundo": 2, "segunda": 2, "tercer": 3, "tercero": 3, "tercera": 3,
        "cuarto": 4, "cuarta": 4, "quinto": 5, "quinta": 5, "sexto": 6, "sexta": 6, "séptimo": 7,
        "octavo": 8, "noveno": 9, "décimo": 10, "doble": 2, "triple": 3, "par": 2, "pareja": 2,
        "ambos": 2, "ambas": 2, "cero": 0, "década": 10, "siglo": 100,
    },
    "de": {
        "dutzend": 12, "paar": 2, "beide": 2, "beiden": 2, "doppelt": 2, "erste": 1, "ersten": 1,
        "zweite": 2, "zweiten": 2, "dritte": 3, "dritten": 3, "vierte": 4, "vierten": 4,
        "fünfte": 5, "fünften": 5, "null": 0, "jahrzehnt": 10,
        "jahrhundert": 100, "jahrhunderts": 100,
    },
    "pt": {
        "dúzia": 12, "dezena": 10, "quinzena": 15, "centena": 100, "milhar": 1000, "ambos": 2,
        "ambas": 2, "dobro": 2, "par": 2, "primeiro": 1, "primeira": 1, "segundo": 2,
        "segunda": 2, "terceiro": 3, "terceira": 3, "quarto": 4, "quarta": 4, "zero": 0,
        "década": 10, "século": 100,
    },
    "ar": {"قرن": 100, "القرن": 100, "عقد": 10, "زوجان": 2, "ضعف": 2},
    "hi": {"सदी": 100, "दशक": 10, "दर्जन": 12, "दोगुना": 2},
    "ur": {"صدی": 100, "عشرے": 10, "دہائی": 10, "درجن": 12, "دگنا": 2},
    "vi": {"kỷ": 100, "đôi": 2, "chục": 10},
    "ru": {"век": 100, "века": 100, "столетия": 100, "десятилетие": 10, "вдвое": 2, "оба": 2},
}  # fmt: skip

# Parts of a whole, in per cent, as regular expressions of lower-case text.
PARTS: dict[str, tuple[tuple[str, float], ...]] = {
    "en": (
        (r"(?:two|2)[- ]thirds?", 200 / 3), (r"(?:three|3)[- ]quarters?", 75),
        (r"(?:three|3)[- ]fourths?", 75), (r"(?:two|2)[- ]fifths?", 40),
        (r"(?:three|3)[- ]fifths?", 60), (r"(?:four|4)[- ]fifths?", 80),
        (r"half|halves|(?:one|1) in (?:two|2)", 50),
        (r"(?:a|one)[- ]third|(?:one|1) in (?:three|3)", 100 / 3),
        (r"(?:a|one)[- ]quarter|(?:one|1) in (?:four|4)", 25),
        (r"(?:a|one)[- ]fifth|(?:one|1) in (?:five|5)", 20),
        (r"(?:a|one)[- ]tenth|(?:one|1) in (?:ten|10)", 10),
    ),
    "fr": (
        (r"deux[- ]tiers", 200 / 3), (r"trois[- ]quarts", 75), (r"moitié|demi", 50),
        (r"un tiers|une? (?:\p{L}+ )?sur trois", 100 / 3),
        (r"un quart|une? (?:\p{L}+ )?sur quatre", 25),
        (r"un cinquième|une? (?:\p{L}+ )?sur cinq", 20),
    ),
    "es": (
        (r"dos tercios", 200 / 3), (r"tres cuartas? partes|tres cuartos", 75), (r"mitad|medio", 50),
        (r"un tercio|tercera parte|un[oa]? de cada tres", 100 / 3),
        (r"un cuarto|cuarta parte|un[oa]? de cada cuatro", 25),
        (r"un quinto|quinta parte|un[oa]? de cada cinco", 20),
    ),
    "de": (
        (r"zwei drittel", 200 / 3), (r"drei viertel", 75), (r"hälfte|halb\w*", 50),
        (r"ein(?:es)? drittels?|jede[rs]? dritte", 100 / 3),
        (r"ein(?:es)? viertels?|jede[rs]? vierte", 25), (r"ein fünftel|jede[rs]? fünfte", 20),
    ),
    "pt": (
        (r"dois terços", 200 / 3), (r"três quartos", 75), (r"metade", 50),
        (r"um terço|uma? em cada três", 100 / 3), (r"um quarto|uma? em cada quatro", 25),
        (r"um quinto|uma? em cada cinco", 20),
    ),
    "ar": ((r"نصف", 50), (r"ثلثي|ثلثا", 200 / 3), (r"ثلث", 100 / 3), (r"ربع", 25)),
    "hi": ((r"आधे|आधा|आधी", 50), (r"एक तिहाई", 100 / 3), (r"दो तिहाई", 200 / 3)),
    "ur": ((r"آدھے|آدھا|آدھی|نصف", 50), (r"ایک تہائی", 100 / 3), (r"دو تہائی", 200 / 3)),
    "zh": ((r"一半|半数", 50), (r"三分之一", 100 / 3), (r"三分之二", 200 / 3), (r"四分之三", 75)),
    "vi": ((r"một nửa", 50), (r"một phần ba", 100 / 3), (r"một phần tư", 25)),
}  # fmt: skip
