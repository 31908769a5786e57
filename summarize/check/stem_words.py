"""Word lists for comparing content: irregular forms, and words about the text itself."""

from __future__ import annotations


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


# A line a verb: the base, then the forms that a stemmer does not lead back to it.
_IRREGULAR = """
    arise arose arisen
    bear bore born
    beat beaten
    begin began begun
    bind bound
    bite bit bitten
    bleed bled
    blow blew blown
    break broke broken
    breed bred
    bring brought
    build built
    burn burnt
    buy bought
    catch caught
    choose chose chosen
    come came
    deal dealt
    dig dug
    draw drew drawn
    drink drank drunk
    drive drove driven
    eat ate eaten
    fall fell fallen
    feed fed
    feel felt
    fight fought
    find found
    flee fled
    fly flew flown
    forbid forbade forbidden
    forget forgot forgotten
    freeze froze frozen
    get got gotten
    give gave given
    go went gone
    grow grew grown
    hang hung
    hear heard
    hide hid hidden
    hold held
    keep kept
    know knew known
    lead led
    leave left
    lend lent
    lose lost
    make made
    mean meant
    meet met
    pay paid
    ride rode ridden
    ring rang rung
    rise rose risen
    run ran
    see saw seen
    seek sought
    sell sold
    send sent
    shake shook shaken
    shoot shot
    show shown
    shrink shrank shrunk
    sing sang sung
    sink sank sunk
    sit sat
    sleep slept
    speak spoke spoken
    spend spent
    spring sprang sprung
    stand stood
    steal stole stolen
    stick stuck
    strike struck
    swear swore sworn
    sweep swept
    swim swam swum
    take took taken
    teach taught
    tear tore torn
    tell told
    think thought
    throw threw thrown
    understand understood
    wake woke woken
    wear wore worn
    win won
    withdraw withdrew withdrawn
    write wrote written
    man men
    woman women
    child children
    foot feet
    tooth teeth"""
IRREGULAR = {
    "en": {
        form: base
        for base, *forms in (line.split() for line in _IRREGULAR.strip().splitlines())
        for form in forms
    }
}

# What a summary says of itself and of the text it sums up, not of the world.
ABOUT_TEXT = {
    "en": _set(
        """
        passage passages summary summaries summarize summarizes article articles text texts excerpt
        document provided provides provide concise core key main piece pieces point points
        information detail details context describe describes described describing discuss
        discusses discussed discussing mention mentions mentioned mentioning highlight highlights
        highlighted cover covers covering include includes including note notes noted based
        respectively"""
    ),
    "fr": _set("article texte passage résumé résume décrit mentionne informations"),
    "es": _set("artículo texto pasaje resumen resume describe menciona información"),
    "de": _set("artikel text passage zusammenfassung beschreibt erwähnt angaben"),
    "pt": _set("artigo texto trecho resumo resume descreve menciona informações"),
}
# Names that a summary gives to the text it was made from, or to itself.
ITSELF = {
    "en": _set("passage passages summary excerpt text texts"),
    "fr": _set("texte passage résumé extrait"),
    "es": _set("texto pasaje resumen fragmento"),
    "de": _set("text textes passage zusammenfassung auszug"),
    "pt": _set("texto trecho resumo excerto"),
}
