"""The words around a figure by language: units, estimates, what happened to those counted."""

from __future__ import annotations

from dataclasses import dataclass

# Before the number; the sign of a currency that several countries share stands for the largest.
CURRENCY_BEFORE = {
    "US$": "USD", "A$": "AUD", "AU$": "AUD", "C$": "CAD", "CA$": "CAD", "NZ$": "NZD",
    "HK$": "HKD", "S$": "SGD", "R$": "BRL", "Mex$": "MXN", "$": "USD", "€": "EUR", "£": "GBP",
    "¥": "JPY", "₹": "INR", "₽": "RUB", "₩": "KRW", "₺": "TRY", "₪": "ILS", "₦": "NGN",
    "฿": "THB", "USD": "USD", "EUR": "EUR", "GBP": "GBP", "Rs.": "rupees", "Rs": "rupees",
}  # fmt: skip

# After the number, folded. Kept apart by spaces; a shape may hold "\s" and "[...]".
UNITS_AFTER: tuple[tuple[str, str], ...] = (
    (
        r"percentage points?|points? de pourcentage|puntos? porcentuale?s?|prozentpunkten?",
        "points",
    ),
    (r"basis points?|points? de base|puntos? básicos?", "basis points"),
    (
        r"%|per ?cent|pct|pour cent|por ciento|por cento|prozent|procent|per cento|процент\w*"
        r"|فیصد|प्रतिशत|फ़ीसदी|फीसदी|بالمئة|في المئة|بالمائة|في المائة|phần trăm",
        "%",
    ),
    (r"(?:u\.?s\.?|american) dollars?|dollars? américains?|dólares? estadounidenses?", "USD"),
    (r"australian dollars?|dollars? australiens?|dólares? australianos?", "AUD"),
    (r"canadian dollars?|dollars? canadiens?|dólares? canadienses?", "CAD"),
    (r"cents?|centimes?|céntimos?|centavos?", "cents"),
    (r"dollars?|dólar(?:es)?|usd|美元|دولار|डॉलर|ڈالر|долларов|доллара", "USD"),
    (r"euros?|eur|€|欧元|يورو|यूरो|یورو|евро", "EUR"),
    (r"pounds? sterling|livres? sterling|libras? esterlinas?|£|英镑", "GBP"),
    (r"yens?|日元|円", "JPY"),
    (r"yuans?|人民币|元", "CNY"),
    (r"rupees?|roupies?|rupias?|रुपये|روپے", "rupees"),
    (r"roubles?|rubles?|rublos?|рублей|рубля", "roubles"),
    (r"pesos?", "pesos"),
    (r"francs?|francos?", "francs"),
    (r"crowns?|kronor|kroner|couronnes?|coronas?", "crowns"),
    (r"riyals?|dirhams?|dinars?|shekels?|reais|rand|naira|shillings?|lira|won(?= |$)", ""),
    (r"cubic met(?:er|re)s?|mètres? cubes?|metros? cúbicos?", "cubic metres"),
    (r"square met(?:er|re)s?|mètres? carrés?|metros? cuadrados?", "square metres"),
    (
        r"(?:square|sq\.?) (?:kilomet(?:er|re)s?|km)|km²|kilomètres? carrés?"
        r"|kilómetros? cuadrados?",
        "square km",
    ),
    (r"square miles?", "square miles"),
    (r"square f(?:ee|oo)t", "square feet"),
    (
        r"km/h|kph|kilomet(?:er|re)s? (?:per|an) hour|kilomètres? à l'heure|kilómetros? por hora",
        "km/h",
    ),
    (r"mph|miles? (?:per|an) hour", "mph"),
    (r"kilomet(?:er|re)s?|kilomètres?|kilómetros?|km|公里|كيلومتر\w*|किलोमीटर", "km"),
    (r"centimet(?:er|re)s?|centimètres?|centímetros?|cm", "cm"),
    (r"millimet(?:er|re)s?|millimètres?|milímetros?|mm", "mm"),
    (r"met(?:er|re)s?|mètres?|metros?|米", "metres"),
    (r"miles?", "miles"),
    (r"f(?:ee|oo)t|ft", "feet"),
    (r"inch(?:es)?", "inches"),
    (r"yards?", "yards"),
    (r"acres?", "acres"),
    (r"hectares?|hectáreas?", "hectares"),
    (r"metric tons?|tonnes?|toneladas?|tonnen", "tonnes"),
    (r"tons?", "tons"),
    (r"kilograms?|kilos?|kilogrammes?|kg", "kg"),
    (r"pounds?|lbs?", "pounds"),
    (r"lit(?:er|re)s?|litros?", "litres"),
    (r"gallons?", "gallons"),
    (r"barrels?|barils?|barriles", "barrels"),
    (r"megawatts?|mw", "MW"),
    (r"gigawatts?|gw", "GW"),
    (r"°\s?[CF]?|degrees?(?: (?:celsius|fahrenheit))?|degrés?|grados?", "degrees"),
    (r"seconds?|secondes?|segundos?", "seconds"),
    (r"minutes?|minutos?", "minutes"),
    (r"hours?|heures?|horas?|小时", "hours"),
    (r"days?|jours?|días?", "days"),
    (r"weeks?|semaines?|semanas?", "weeks"),
    (r"months?|mois|mes(?:es)?", "months"),
    (r"years?|ans|années?|años?", "years"),
    (r"decades?", "decades"),
)
MONEY = frozenset(
    {*CURRENCY_BEFORE.values(), "CNY", "roubles", "pesos", "francs", "crowns", "cents"}
)

APPROXIMATE: dict[str, str] = {
    "at least": (
        "at least|more than|over|no fewer than|no less than|not less than|upwards of|in excess of"
        "|well over|above|exceeding|au moins|plus de|plus d'|al menos|por lo menos"
        "|más de|mindestens|mehr als|pelo menos|mais de"
    ),
    "at most": (
        "up to|at most|fewer than|less than|under|no more than|as many as|as much as|below"
        "|jusqu'à|moins de|moins d'|au plus|hasta|menos de|como máximo|bis zu|weniger als|até"
    ),
    "about": (
        "about|around|roughly|nearly|almost|approximately|some|close to|an estimated|estimated"
        "|circa|près de|environ|quelque|quelques|presque|autour de|cerca de|unos|unas"
        "|alrededor de|casi|aproximadamente|rund|etwa|fast|ungefähr"
    ),
}

# What a reader counts in a disaster or a raid, in whatever words: the words after the number,
# those right before it, the phrase before it that gives a total, and how a table names it.


@dataclass(frozen=True, slots=True)
class Fate:
    """One thing that happens to people, in one language; the shapes are of folded words."""

    key: str
    after: str
    before: str
    total: str
    label: str
    done: str


FATES: dict[str, tuple[Fate, ...]] = {
    "en": (
        Fate(
            "dead",
            r"killed|dead|died|deaths?|fatalities|lives lost|lost their lives|slain|perished",
            r"killed|kills|killing|killings|claimed|claiming",
            r"death toll|toll|number of (?:dead|deaths|people killed|victims|fatalities)",
            "people killed",
            "killed",
        ),
        Fate(
            "injured",
            r"injured|wounded|hurt|injuries",
            r"injured|injures|injuring|wounded|wounding|wounds|hurt|hurting",
            r"number of (?:injured|wounded|injuries|people injured)",
            "people injured",
            "injured",
        ),
        Fate(
            "missing",
            r"missing|unaccounted for",
            r"(?!)",
            r"number of (?:missing|people missing|people unaccounted for)",
            "people missing",
            "missing",
        ),
        Fate(
            "arrested",
            r"arrested|detained|arrests|taken into custody",
            r"arrested|arresting|arrests|detained|detaining",
            r"number of (?:arrests|detainees|people arrested|people detained)",
            "people arrested",
            "arrested",
        ),
        Fate(
            "displaced",
            r"displaced|evacuated|evacuees|forced from their homes|forced to leave their homes"
            r"|forced to evacuate|left homeless",
            r"displaced|displacing|displaces|evacuated|evacuating",
            r"number of (?:displaced|evacuees|people displaced|people evacuated)",
            "people displaced",
            "displaced",
        ),
    ),
    "fr": (
        Fate(
            "dead",
            r"mort(?:e?s)?|tuée?s?|décès|décédée?s?|péri|perdu la vie|trouvé la mort",
            r"tué|tuant|tue|tuent|coûté la vie à",
            r"bilan|nombre de (?:morts|victimes|décès)",
            "personnes tuées",
            "morts",
        ),
        Fate(
            "injured",
            r"blessée?s?",
            r"blessé|blessant|blesse",
            r"nombre de blessés",
            "personnes blessées",
            "blessés",
        ),
        Fate(
            "missing",
            r"disparue?s?",
            r"(?!)",
            r"nombre de disparus",
            "personnes disparues",
            "disparus",
        ),
        Fate(
            "arrested",
            r"arrêtée?s?|interpellée?s?|arrestations?|interpellations?",
            r"arrêté|interpellé|arrêtant|interpellant",
            r"nombre d'(?:arrestations|interpellations)",
            "personnes arrêtées",
            "arrêtés",
        ),
        Fate(
            "displaced",
            r"déplacée?s|évacuée?s?",
            r"déplacé|évacué|évacuant|déplaçant",
            r"nombre de (?:déplacés|personnes évacuées)",
            "personnes déplacées",
            "déplacés",
        ),
    ),
    "es": (
        Fate(
            "dead",
            r"muert[oa]s?|fallecid[oa]s?|murieron|fallecieron|murió|falleció|víctimas mortales"
            r"|decesos|perdieron la vida|asesinad[oa]s?",
            r"(?:mató|mataron|matando|mata|matado)(?: a)?",
            r"(?:número|cifra|balance) de (?:muertos|fallecidos|muertes|víctimas)",
            "personas muertas",
            "muertos",
        ),
        Fate(
            "injured",
            r"herid[oa]s?|lesionad[oa]s?",
            r"(?:hirió|hirieron|hiriendo)(?: a)?",
            r"número de heridos",
            "personas heridas",
            "heridos",
        ),
        Fate(
            "missing",
            r"desaparecid[oa]s?",
            r"(?!)",
            r"número de desaparecidos",
            "personas desaparecidas",
            "desaparecidos",
        ),
        Fate(
            "arrested",
            r"detenid[oa]s?|arrestad[oa]s?|arrestos|detenciones",
            r"(?:detuvo|detuvieron|arrestó|arrestaron|detenido|arrestado)(?: a)?",
            r"número de detenidos",
            "personas detenidas",
            "detenidos",
        ),
        Fate(
            "displaced",
            r"desplazad[oa]s|evacuad[oa]s?",
            r"(?:desplazó|desplazado|evacuó|evacuaron|evacuado)(?: a)?",
            r"número de (?:desplazados|evacuados)",
            "personas desplazadas",
            "desplazados",
        ),
    ),
}

_PEOPLE = {
    "en": "people person persons individuals victims lives human beings deaths fatalities",
    "fr": "personnes personne victimes vies gens",
    "es": "personas persona víctimas vidas",
}
PEOPLE = {language: frozenset(words.split()) for language, words in _PEOPLE.items()}

_BETWEEN = {
    "en": (
        "were was are is have has had been be being reported reportedly confirmed who also still "
        "already so far officially now then left later immediately instantly critically seriously "
        "severely badly remained remain remains"
    ),
    "fr": (
        "ont a été était étaient sont est ont-elles sont-ils qui également aussi déjà toujours "
        "grièvement légèrement gravement confirmés portés"
    ),
    "es": (
        "han ha sido fueron fue resultaron resultado están estaban está que también ya aún "
        "gravemente levemente confirmados siguen continúan quedaron personas"
    ),
}
BETWEEN = {language: frozenset(words.split()) for language, words in _BETWEEN.items()}

# A figure that may not be compared: a part, an addition, a rate, something that did not happen.
NOT_A_TOTAL_BEFORE = {
    "en": (
        r"\b(?:another|additional|further|other|including|among them|of them|from|per|every|each"
        r"|could|would|might|may|can|should|will|cannot|not|never|no|if|first|last|next|out of"
        r"|of the|these|those|the other|threatened to|feared|sentenced to)\b"
    ),
    "fr": (
        r"\b(?:autres|dont|parmi|pourrait|pourraient|pourra|si|par|chaque|premiers|derniers"
        r"|prochains|pas|supplémentaires|sur les|ces)\b"
    ),
    "es": (
        r"\b(?:otros|otras|incluidos|incluidas|incluyendo|entre ellos|podría|podrían|si|por|cada"
        r"|primeros|últimos|próximos|no|de los|de las|esos|estos)\b"
    ),
}
NOT_A_TOTAL_AFTER = {
    "en": (
        r"\s*(?:-?\s?(?:more|others?|additional|further|of them|of those|of whom|of the|of these"
        r"|times|fold|out of|in (?:ten|\d+))\b)|(?:\s\S+){0,4}\s"
        r"(?:per|an?|each|every)\s(?:day|week|month|year|hour|night|person|head|household)\b"
        r"|\s(?:\S+\s){0,2}feared\b"
    ),
    "fr": r"\s*(?:autres|d'entre|des|de plus|supplémentaires|fois|sur)\b|(?:\s\S+){0,2}\spar\s",
    "es": r"\s*(?:más|otros|otras|de los|de las|de ellos|veces)\b|(?:\s\S+){0,2}\s(?:por|al)\s",
}
