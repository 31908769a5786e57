"""Word lists for reading a clause without a parser: what ends a noun, what is a verb."""

from __future__ import annotations


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


# End a noun though they are neither stop words nor known by their ending.
BREAKS = {
    "en": _set(
        """
        according against amid among ago around along behind beside despite except following
        including inside near onto outside past per plus since throughout toward towards
        unlike upon within without worth versus vs annually daily weekly monthly yearly
        earlier later ahead apart away alone altogether apiece long high tall wide deep
        north south east west next last several higher lower longer more less fewer faster
        slower times nearly almost roughly approximately whose whom whether either neither
        unless million billion percent today tonight tomorrow yesterday nationwide
        worldwide overall total remains remain makes make takes take says say show shows
        gives give gets get want wants need needs support supports oppose opposes think
        believe live lives work agree disagree favor favour went came took made gave found
        got kept began fell rose grew won saw met sat stood did does knew ran led drove
        spoke wrote broke overnight statewide together now due not vote know chose came
        become became go goes come comes use uses include includes face faces"""
    ),
    "fr": _set(
        """
        près selon depuis pendant après avant contre sans sous vers chez entre dont soit
        plus moins environ jusque hier aujourd'hui demain étaient serait"""
    ),
    "es": _set(
        """
        según desde durante tras ante contra sin bajo hacia entre cuyo más menos cerca
        hasta ayer hoy mañana"""
    ),
}

# English verbs of which the past tense has no -ed.
IRREGULAR = _set(
    """
    lost left fled gone built hit sold held sent spent paid won found cut shot stuck struck
    born died stolen taken given seen sunk driven burnt torn"""
)
# End as a verb does, and are none that says what happens to those counted.
NO_PREDICATE = _set(
    """
    hundred including following during according involving regarding said told asked added
    something nothing anything everything morning evening king building need speed seed breed
    united red bed indeed agreed called considering citing suggesting affecting being
    having saying used"""
)
REPORTING = _set(
    """
    said told asked added called agreed including being having saying"""
)
AUXILIARY = _set(
    """
    were was are is have has had been be being also already still who that now then so far"""
)
DETERMINERS = {
    "en": _set(
        """
        the a an his her its their our my your this that these those some any new all"""
    ),
    "fr": _set(
        """
        le la les un une des du de son sa ses leur leurs ce cette ces"""
    ),
    "es": _set(
        """
        el la los las un una unos unas su sus este esta"""
    ),
}
# Tie two nouns into one.
LINKS = {
    "en": _set(
        """
        of without"""
    ),
    "fr": _set(
        """
        de d' du des"""
    ),
    "es": _set(
        """
        de del"""
    ),
}
# Tie a noun to the head before it: "rate in the north".
HEADED = {
    "en": _set(
        """
        of in for on among"""
    ),
    "fr": _set(
        """
        de du des en pour"""
    ),
    "es": _set(
        """
        de del en para"""
    ),
}
# A noun after one of these is not what the sentence is about.
OTHER_PREPOSITIONS = {
    "en": _set(
        """
        into with by from to at over after before since under between against about during
        through as than like within per"""
    ),
    "fr": _set(
        """
        par avec contre dans sur sous à au aux chez"""
    ),
    "es": _set(
        """
        por con contra sobre a al bajo"""
    ),
}
# Heads that do not say what is counted.
TOO_GENERAL = _set(
    """
    total sum number amount most rest value average result more kind part all out about one
    case increase decrease rise fall drop decline reduction jump surge hausse baisse aumento
    caída group groups space period end beginning start age time course matter span way mother
    father parent tune figure level estimate
    it he she they who which there that this total somme montant suma cantidad"""
)
NUMBER = _set("number nombre número")
NUMBER_OF = _set("of de d'")
AND = _set("and or et ou y o")
