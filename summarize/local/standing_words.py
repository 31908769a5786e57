"""Words with which a sentence points at the ones before it, by language, folded."""

from __future__ import annotations


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


# One person, who must be named or described before.
ONE = {
    "de": _set("er ihn ihm"),
    "en": _set("he him his himself she her hers herself"),
    "es": _set("él ella"),
    "fr": _set("il elle"),
    "pt": _set("ele ela dele dela"),
}
# Several persons or things.
SEVERAL = {
    "en": _set("they them their theirs themselves"),
    "es": _set("ellos ellas"),
    "fr": _set("ils elles"),
    "pt": _set("eles elas deles delas"),
}
# One thing. What is not named may have an article: "the dam lost its gates".
THING = {"en": _set("it its itself")}
THINGS = {"en": _set("the a an this that each every no my one another our his her")}
# "He" may be one of these: "the woman said that she ...".
PERSONS = {
    "de": _set("mann frau vater mutter sohn tochter junge mädchen"),
    "en": _set(
        """
        man woman boy girl father mother son daughter brother sister husband wife child baby
        teen toddler infant king queen prince princess pope judge chief nurse guard pilot coach
        star guy widow bride groom cop student spokesman spokeswoman spokesperson chairman
        chairwoman attorney sergeant lieutenant captain colonel general sheriff marshal veteran
        resident president victim suspect patient witness guest immigrant candidate defendant
        official aide actress someone somebody anyone anybody nobody everyone everybody person"""
    ),
    "es": _set("hombre mujer niño niña padre madre hijo hija juez jueza presidente presidenta"),
    "fr": _set("homme femme garçon fille père mère fils juge président présidente ministre"),
    "pt": _set("homem mulher menino menina pai mãe filho filha juiz juíza presidente ministro"),
}
# English nouns for who does something ("a baker", "the author") end so; these end so and are none.
DOER = ("er", "or", "ist", "ian")
NO_DOER = _set(
    """
    after over under other another whether never ever however number water order power paper
    letter later september october november december summer winter matter center rather together
    either neither weather computer chapter cover border shoulder for or nor color floor door
    error labor minor major poor river offer list exist november"""
)
# "They" may be one of these, though they do not end in -s.
PEOPLE = _set("people police men women children family couple team crowd crew public staff who")

# Who writes or is spoken to, where nobody is quoted: in a brief nobody knows who that is. "US" is a
# country too.
WRITER = {
    "de": _set("ich wir mein meine unser unsere uns"),
    "en": _set(
        "i we me my our ours i'm i've i'd i'll we're we've we'd we'll let's you'll you've you're "
        "you'd"
    ),
    "es": _set("yo nosotros nosotras nuestro nuestra nuestros nuestras"),
    "fr": _set("je nous notre nos"),
    "pt": _set("eu nós nosso nossa nossos nossas"),
}

# What opens a sentence that goes on from the one before; single words stand in
# `summarize.text.openers`.
PHRASES = {
    "ar": "(?:كما|لكن|ولكن|وقال|وأضاف|وأشار|وتابع|وأوضح|وأكد|هذا|وهذا|وهو|وهي|أما|فيما)",
    "de": (
        "(?:hierzu|hierbei|daher|darüber|daraufhin|danach|dagegen|dennoch|trotzdem|allerdings|"
        "ferner|inzwischen|mittlerweile|schließlich|beide|zuvor|dazu|davon|anschließend|ebenso|"
        "ebenfalls|dort|hier|(?:aus|in|zu|bei|nach|mit|vor) (?:diese[mrsn]?|ihm|ihr|ihnen))"
    ),
    "en": r"""(?x:
        (?:in|for|to|by|of|from|on|at|with|under|after|before|since|until|despite|among|during|
          because\ of|along\ with|as\ part\ of|according\ to|due\ to|thanks\ to|like|amid|
          without|if|when|while|as|that|unlike)\ (?:that|this|these|those|both|then|them|it|
          him|he|she|they|the\ (?:latter|former|same|other|meantime|process|end))
        | (?:in|as)\ (?:addition|response|return|turn|contrast|comparison|particular|fact|
          short|conclusion|other\ words|a\ (?:result|consequence|separate|second))
          (?!\ (?:to|for|of|with)\b)
        | at\ (?:the|this|that)\ (?:time|same\ time|point|moment)(?!\ of\b)
        | (?:first|second|third|next|yes|no|well|sure|overall|because),
        | next\ (?:he|she|they|it|came|comes)
        | [^.]+?\ (?:go|gone|went|been|come|came|arrived|live|lived|stayed|got|get|moved)\ there\b
        | (?:one|another|each)\ \p{L}+ed | [^.]+?\ (?:those|these)\ \p{L}+s(?=[\ ,.;])
        | (?:\p{L}+\ ){1,5}(?:of|in|at|for|to|from|with|on|by|about|under|during)\ (?:that|those|
          these|this\ (?!year|month|week|spring|summer|autumn|fall|winter|morning|afternoon|
          evening|season|time|country|century|decade|point|story))\ \p{L}+
        | on\ the\ (?:other|one)\ hand | even\ (?:so|then|that)
        | for\ (?:example|instance|one|his|her|their|its) | one\ (?:such|reason|example)
        | (?:one|two|three|some|many|most|several|few|all|both|none|half|each)\ of\ (?:them|
          these|those|his|her|their|its|the\ (?:two|three|men|women))
        | (?:some|many|others|several|most)\ (?:are|were|have|had|say|said|also)
        | the\ (?:second|third|fourth|other|same|remaining|rest)
        | (?:finally|afterwards?|eventually|additionally|consequently|hence|maybe|perhaps|
          later(?!\ (?:this|in|on)\b)|not|rather(?!\ than\b)|conversely|meantime|ultimately|
          secondly|thirdly|lastly|accordingly|none|neither|either|subsequently|specifically|
          that's|it's|there's|he's|she's|they're|what|why|how)
        )""",
    "es": (
        "(?:(?:en|por|con|para|de|tras|según|ante) (?:ese|esa|eso|esto|ello|él|ella|ellos)"
        "|por (?:otra parte|otro lado|su parte|lo tanto)|en cambio|al mismo tiempo|sin embargo"
        "|no obstante|mientras tanto|finalmente|posteriormente|después|ambas|allá)"
    ),
    "fr": (
        "(?:(?:pour|par|avec|dans|de|à|après|depuis|selon|malgré|en) (?:cela|lui|elle|eux|celui"
        "|celle|revanche|effet|outre|conséquence)|de (?:son|leur) côté|pour sa part|d'autre part"
        "|dans le même temps|au même moment|par ailleurs|ceux-ci|celles?-ci|celui-ci|finalement)"
    ),
    "hi": "(?:इसके|उसके|इसमें|उनके|इनमें|दोनों|वहीं|जबकि|इससे|इससे पहले|उन्होंने)",
    "ja": (
        "(?:しかし|また|さらに|一方|そのため|これ|この|その|そして|だが|ただ|同氏|同社|同日|彼|"
        "それ|なお|このため|こうした)"
    ),
    "pt": (
        "(?:(?:em|por|com|para|de|após|segundo) (?:isso|isto|ele|ela|esse|essa)|por (?:outro lado"
        "|sua vez|isso)|no entanto|ao mesmo tempo|além disso|ambas|finalmente|posteriormente)"
    ),
    "ur": "(?:انہوں نے|اس کے|ان کے|اس سے|ان کا|اس موقع|اس دوران|جبکہ|دونوں|یہ|وہ)",
    "vi": (
        "(?:nhiều khả năng là|"
        "trong khi đó|bên cạnh đó|ngoài ra|tuy nhiên|theo đó|như vậy|tương tự|do đó|vì vậy|"
        "vì thế|đồng thời|sau đó|khi đó|hai người|cả hai|mặt khác|tuy vậy|dù vậy|"
        "(?:ông|bà|anh|chị|cô) (?:này|ấy|ta|cũng|còn|nói|cho biết)|tại đây|ở đây|cũng theo)"
    ),
    "zh": (
        "(?:但|不过|而且|因此|然而|此外|同时|另外|随后|他|她|它|这|那|其中|对此|该|此|为此|据此|"
        "与此同时|另一方面)"
    ),
}
# Languages in which a function word has no capital inside a sentence, and those that may be names.
RUN_ON = _set("en es fr pt vi")
NAMES = _set("may will us an do so la le los las el de du da von van anh bà ông cô chính đồng song")
# No space stands between words: a phrase ends wherever it ends.
UNSPACED = _set("ja zh")
