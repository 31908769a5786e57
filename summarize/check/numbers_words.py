"""Words that bound a number, count without a figure, or say which one: the tables of `numbers_*`.

All are regular expressions of lower-case text, by language where a word has another meaning in
another one.
"""

from __future__ import annotations

# Right before a number, in any language: which way its true value may lie.
BEFORE: tuple[tuple[str, str], ...] = (
    (
        "more",
        r"more than|over|above|exceeding|in excess of|upwards of|plus de|plus d['’]|más de|mais de"
        r"|mehr als|über|أكثر من|ما يزيد على|超过|逾|多于|hơn|trên",
    ),
    (
        "less",
        r"(?:fewer|less) than|under|below|moins de|moins d['’]|menos de|weniger als|unter|أقل من"
        r"|不到|少于|不足|dưới|chưa đến|chưa tới",
    ),
    (
        "least",
        r"at least|no(?:t)? (?:fewer|less) than|a minimum of|au moins|pas moins de|al menos"
        r"|por lo menos|no menos de|mindestens|nicht weniger als|pelo menos|不少于|至少|ít nhất"
        r"|ما لا يقل عن|कम से कम|کم از کم",
    ),
    (
        "most",
        r"(?<!\b(?:rise|rises|rose|risen|rising|go|goes|went|gone|going|is|was|are|were)\s)up to"
        r"|at most|no(?:t)? more than|a maximum of|jusqu['’]à|au plus|pas plus de"
        r"|hasta|como máximo|no más de|bis zu|höchstens|nicht mehr als|até|no máximo"
        r"|最多|tối đa|ما يصل إلى|अधिकतम|زیادہ سے زیادہ",
    ),
)
# Right behind it and its unit.
AFTER: tuple[tuple[str, str], ...] = (
    ("least", r"\s?\+|[ -]or more\b|\sou plus\b|\so más\b|\soder mehr\b|\sou mais\b"),
    ("most", r"[ -]or (?:fewer|less)\b|\sou moins\b|\so menos\b|\soder weniger\b|\sou menos\b"),
    ("more", r"(?:\s\p{L}+)?\s(?:से (?:अधिक|ज्यादा|ज़्यादा)|سے (?:زائد|زیادہ))"),
    ("less", r"(?:\s\p{L}+)?\s(?:से कम|سے کم)"),
)
MINUS_BEFORE = r"(?:(?:^|[\s(])[-−–]|(?<!\p{L})(?:minus|moins|menos|negative|âm)\s|零下)$"
MINUS_AFTER = (
    r"\s?(?:below zero|below freezing|unter null|au-dessous de zéro|sous zéro|bajo cero"
    r"|abaixo de zero|تحت الصفر|dưới không|शून्य से नीचे|صفر سے نیچے)"
)

# How many times as much.
MULTIPLES: dict[str, tuple[tuple[str, float], ...]] = {
    "en": (
        (r"doubl(?:e|ed|es|ing)|two-?fold|twice", 2),
        (r"tripl(?:e|ed|es|ing)|trebl(?:e|ed|es|ing)|three-?fold", 3),
        (r"quadrupl(?:e|ed|es|ing)|four-?fold", 4),
        (r"quintupl(?:e|ed|es|ing)|five-?fold", 5),
        (r"six-?fold", 6), (r"seven-?fold", 7), (r"eight-?fold", 8), (r"nine-?fold", 9),
        (r"ten-?fold", 10), (r"halv(?:e|ed|es|ing)", 0.5),
    ),
    "fr": ((r"doubl\w+", 2), (r"tripl\w+", 3), (r"quadrupl\w+", 4), (r"quintupl\w+", 5)),
    "es": (
        (r"duplic\w+|doble", 2), (r"triplic\w+|triple", 3), (r"cuadruplic\w+|cuádruple", 4),
        (r"quintuplic\w+", 5),
    ),
    "pt": (
        (r"duplic\w+|dobr(?:o|ou|aram|ar|ado)", 2), (r"triplic\w+|triplo", 3),
        (r"quadruplic\w+|quádruplo", 4), (r"quintuplic\w+", 5),
    ),
    "de": (
        (r"verdoppel\w+|doppelt\w*", 2), (r"verdreifach\w+|dreifach\w*", 3),
        (r"vervierfach\w+|vierfach\w*", 4), (r"verfünffach\w+|fünffach\w*", 5),
        (r"halbier\w+", 0.5),
    ),
    "vi": ((r"gấp đôi", 2), (r"gấp ba", 3), (r"gấp bốn", 4), (r"gấp năm", 5)),
    "zh": ((r"翻番|翻了一番|翻倍|两倍", 2), (r"三倍", 3), (r"四倍", 4), (r"五倍", 5)),
    "hi": ((r"दोगुन[ाीे]|दुगुन[ाीे]", 2), (r"तिगुन[ाीे]|तीन गुना", 3), (r"चौगुन[ाीे]|चार गुना", 4)),
    "ur": ((r"دگن[اےی]|دوگن[اےی]", 2), (r"تگن[اےی]|تین گنا", 3), (r"چار گنا", 4)),
}  # fmt: skip

# Which one of a row, right before what is counted off.
ORDINALS: dict[str, tuple[tuple[str, float], ...]] = {
    "en": tuple(
        (word, number)
        for number, word in enumerate(
            (
                "first|1st", "second|2nd", "third|3rd", "fourth|4th", "fifth|5th", "sixth|6th",
                "seventh|7th", "eighth|8th", "ninth|9th", "tenth|10th",
            ),
            1,
        )
    ),
    "fr": (
        (r"premi(?:er|ère)s?|1ere?|1er", 1), (r"deuxièmes?|seconde?s?|2e|2ème", 2),
        (r"troisièmes?|3e|3ème", 3), (r"quatrièmes?|4e|4ème", 4), (r"cinquièmes?|5e|5ème", 5),
        (r"sixièmes?|6e", 6), (r"septièmes?|7e", 7), (r"huitièmes?|8e", 8),
    ),
    "es": (
        (r"primer[oa]?s?", 1), (r"segund[oa]s?", 2), (r"tercer[oa]?s?", 3), (r"cuart[oa]s?", 4),
        (r"quint[oa]s?", 5), (r"sext[oa]s?", 6), (r"séptim[oa]s?", 7), (r"octav[oa]s?", 8),
    ),
    "pt": (
        (r"primeir[oa]s?", 1), (r"segund[oa]s?", 2), (r"terceir[oa]s?", 3), (r"quart[oa]s?", 4),
        (r"quint[oa]s?", 5), (r"sext[oa]s?", 6), (r"sétim[oa]s?", 7), (r"oitav[oa]s?", 8),
    ),
    "de": tuple(
        (rf"{word}e[nrms]?", number)
        for number, word in enumerate(
            ("erst", "zweit", "dritt", "viert", "fünft", "sechst", "siebt", "acht", "neunt"), 1
        )
    ),
    "hi": ((r"पहल[ाीे]", 1), (r"दूसर[ाीे]", 2), (r"तीसर[ाीे]", 3), (r"चौथ[ाीे]", 4)),
    "ur": ((r"پہل[اےی]", 1), (r"دوسر[اےی]", 2), (r"تیسر[اےی]", 3), (r"چوتھ[اےی]", 4)),
    "zh": tuple((rf"第{word}", number) for number, word in enumerate("一二三四五六七八九", 1)),
}  # fmt: skip
