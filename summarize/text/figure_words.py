"""The words around a figure by language: estimates, what happened to those counted."""

from __future__ import annotations

from dataclasses import dataclass

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
# What somebody had said before is no value of today: "had put the toll at 31".
FORMER_BEFORE = {
    "en": (
        r"\b(?:had|having)\s(?:\w+ly\s|first\s|been\s)?(?:reported|said|spoken|told|put|given"
        r"|counted|estimated|announced|named|claimed|listed|recorded|stood|stated)\b"
        r"|\b(?:earlier|previous|initial|former|original)\s(?:count|toll|figure|estimate|number)\b"
    ),
    "fr": (
        r"\bavai(?:t|ent)\s(?:été\s)?"
        r"(?:annoncé|fait état|parlé|dit|évoqué|donné|compté|estimé)\b"
    ),
    "es": (
        r"\bhabían?\s(?:sido\s)?"
        r"(?:informado|hablado|dicho|anunciado|dado|contado|estimado|cifrado)\b"
    ),
}
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
        r"|\s(?:\S+\s){0,3}in\s(?:\S+\s){1,2}and\s\S+\s(?:\S+\s)?in\b"  # 22 in one town and 7 in
    ),
    "fr": r"\s*(?:autres|d'entre|des|de plus|supplémentaires|fois|sur)\b|(?:\s\S+){0,2}\spar\s",
    "es": r"\s*(?:más|otros|otras|de los|de las|de ellos|veces)\b|(?:\s\S+){0,2}\s(?:por|al)\s",
}
