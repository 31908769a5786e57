"""Words with which a sentence leans on the one before it, by language, folded."""

from __future__ import annotations

_FIRST_PERSON = {
    "en": (
        "i we my our you your us i'm i've i'd i'll we're we've we'd we'll you're you've you'd "
        "you'll let's"
    ),
    "es": "yo nosotros mi nuestro nuestra usted",
    "fr": "je nous mon notre nos vous votre",
}

_CONNECTIVES = {
    "ar": "لكن كما ثم أيضا بينما لذلك وأضاف وقال",
    "de": "aber und doch denn also außerdem dabei damit dann deshalb zudem jedoch sondern so auch",
    "en": (
        "but and or so yet nor also however meanwhile moreover furthermore besides instead then "
        "thus therefore still though otherwise nevertheless nonetheless likewise similarly both "
        "another others such because indeed overall again too plus here elsewhere"
    ),
    "es": (
        "pero y o así además también sin entonces luego mientras sino pues aunque ambos "
        "asimismo allí aquí tampoco"
    ),
    "fr": (
        "mais et ou donc or car ainsi aussi puis ensuite alors cependant toutefois pourtant enfin "
        "d'ailleurs néanmoins là ici parallèlement également"
    ),
    "hi": "लेकिन और इसलिए तो फिर हालांकि",
    "pt": "mas e ou então também além porém contudo assim depois enquanto ambos",
    "ur": "لیکن اور پھر تو تاہم اس",
    "vi": "nhưng và tuy ngoài do đồng trong khi vì",
    "zh": "但是 不过 而且 因此 然而 此外 同时 另外",
}

_PRONOUNS = {
    "ar": "هو هي هم هذا هذه ذلك تلك",
    "de": "er sie es dies diese dieser dieses das ihr ihre sein seine",
    "en": (
        "he she it they this that these those his her hers its their theirs him them who which "
    ),
    "es": "él ella ellos ellas esto eso este esta estos estas ese esa su sus ello lo",
    "fr": "il elle ils elles ce cela ceci cette ces cet son sa ses leur leurs celui celle on",
    "hi": "वह वे यह ये उसने उन्होंने इसने इस उस उनके उनका",
    "pt": "ele ela eles elas isto isso este esta esse essa seu sua seus suas",
    "ur": "وہ یہ انہوں اس ان",
    "vi": "ông bà anh cô họ nó đây đó",
    "zh": "他说 她说 他们 她们 这是 这一 这些 那是 他还 她还 他在 她在 他的 她的",
}

# Of whom a sentence speaks that names nobody before.
_PERSONS = {"en": "he she him", "es": "él ella", "fr": "il elle"}

# "..., he said" names nobody.
_REPORTED = {
    "en": "said says told added wrote asked tweeted continued explained noted",
    "es": "dijo añadió afirmó agregó",
    "fr": "dit déclaré ajouté affirmé",
}

# "The decision follows ...": a noun that stands for what the sentence before it told.
_ANAPHORS = {
    "en": (
        "the decision|the move|the announcement|the statement|the latter|the former|the pair|"
        "the two|the trio|the incident|the news|the comments|the remarks|the advice|the measure|"
        "the change|the changes|the result|the reason|the idea|the answer"
    ),
    "es": "la decisión|la medida|el anuncio|los dos|las dos|la noticia|el incidente",
    "fr": "la décision|la mesure|l'annonce|les deux|la nouvelle|l'incident",
}

CONNECTIVES = {language: frozenset(words.split()) for language, words in _CONNECTIVES.items()}
PRONOUNS = {language: frozenset(words.split()) for language, words in _PRONOUNS.items()}
PERSONS = {language: frozenset(words.split()) for language, words in _PERSONS.items()}
REPORTED = {language: frozenset(words.split()) for language, words in _REPORTED.items()}
FIRST_PERSON = {language: frozenset(words.split()) for language, words in _FIRST_PERSON.items()}
ANAPHORS = {language: frozenset(words.split("|")) for language, words in _ANAPHORS.items()}
