"""Words that keep a statement from being said flatly, by language.

A hedge says that something is not certain, or only meant to be. A report says whose word it is:
the plain ones cast doubt on it ("alleged", "claimed"), the implied ones ("said") do not.
"""

from __future__ import annotations

from summarize.check.marks import Marking
from summarize.check.marks import any_of as _any

HEDGES = {
    "en": Marking(
        plain=_any(
            """
            (?-i:may) might could possibly perhaps potentially presumably probably likely
            unconfirmed (?:is|are|was|were)_(?:expected|set|due|hoping|aiming)(?:_to)?
            (?:appear|seem)(?:s|ed)?(?:_to)? consider(?:s|ing) mull(?:s|ing)
            hop(?:es|ed|ing)_to want(?:s|ed)?_to propos(?:es|ed)_to"""
        ),
        implied=_any(
            """
            would should can if whether unless possib+ potential chances? risks? threat* plan*
            expect* intend* aim* consider* hop(?:e|ed|ing|eful) want* wish* predict*
            apparently likelihood propos+ tr(?:y|ies|ied) seek* sought bid look* eager keen
            ready able set due prepar+ warn* fear* believ+ think* thought suggest* supposed*"""
        ),
        borders=_any("but while whereas although though however because"),
    ),
    "fr": Marking(
        plain=_any(
            """
            peut-être pourraient pourrait probablement sans_doute envisagent? semblent?
            possible"""
        ),
        implied=_any("+(?:rait|raient) peut peuvent éventuel* probable* risqu+ si"),
        borders=_any("mais tandis alors"),
    ),
    "es": Marking(
        plain=_any(
            """
            podrían? quizás? tal_vez posiblemente probablemente parecen? planean? estudian?"""
        ),
        implied=_any("+rían? pueden? posib+ probab+ riesgo si prev[eé]n?"),
        borders=_any("pero mientras aunque"),
    ),
    "de": Marking(
        plain=_any(
            """
            könnten? dürften? möglicherweise vielleicht vermutlich wahrscheinlich womöglich
            voraussichtlich scheint scheinen erwägt erwägen"""
        ),
        implied=_any("kann können soll sollen würden? möglich* wahrscheinlich* falls wenn will"),
        borders=_any("aber während obwohl doch"),
    ),
    "pt": Marking(
        plain=_any(
            """
            poderiam? poderá poderão talvez possivelmente provavelmente parecem? planejam?"""
        ),
        implied=_any("+riam? podem? possí+ prová+ risco se prev[eê]*"),
        borders=_any("mas enquanto embora"),
    ),
}

REPORTS = {
    "en": Marking(
        plain=_any(
            """
            alleged(?:ly)? alleg(?:es|ing)(?:_that)? suspected(?:_of)? reportedly supposedly
            purported(?:ly)? rumou?red claim(?:s|ed|ing)(?:_that)? accus(?:es|ed|ing)(?:_of)?
            believ(?:es|ed|ing)(?:_that)?
            (?:is|are|was|were)_(?:believed|thought|feared)(?:_to)? suspects?(?:_that)?
            on_suspicion_of"""
        ),
        implied=_any(
            """
            said says? saying told tells? telling according claim* alleg+ accus+ believ+
            think* thought fear* suspic+ suggest* report* charg+ insist* argu+ warn* wrote
            writes added predict* rumou?r* describ+ called state[ds] announc+
            admi(?:t|ts|tted) confess* den(?:y|ies|ied) apparent* may might could feels? felt
            convinced conspiracy possibl[ey] potential(?:ly)? expect* reveal* reckons?
            prosecut+ trial wanted testif+ declar+ view* opinion mention* not(?:es|ed)
            explain*"""
        ),
        borders=_any("but while whereas although though however because"),
    ),
    "fr": Marking(
        plain=_any(
            """
            présumée?s? soupçonnée?s?(?:_d[e'])? prétendue?s? prétend(?:ent)?
            accusée?s?(?:_d[e'])? affirment? aurait auraient"""
        ),
        implied=_any(
            """
            selon d'après dit déclar+ accus+ soupçon+ affirm+ estim+ assur+ indiqu+ annonc+
            prétend* +rait +raient croi+"""
        ),
        borders=_any("mais tandis alors"),
    ),
    "es": Marking(
        plain=_any(
            """
            presunt[oa]s? presuntamente supuest[oa]s? supuestamente sospechos[oa]s?(?:_de)?
            acusad[oa]s?(?:_de)? acusan? al_parecer"""
        ),
        implied=_any(
            """
            según dijo dijeron dice* afirm+ asegur+ declar+ señal+ acus+ sospech+ presun+
            supuest+ anunci+ cree* habrían? denunci+"""
        ),
        borders=_any("pero mientras aunque"),
    ),
    "de": Marking(
        plain=_any(
            """
            angeblich* mutmaßlich* verdächtigt? soll sollen beschuldigt bezichtigt behauptet
            behaupten vermeintlich*"""
        ),
        implied=_any(
            """
            laut zufolge sagte?n? erklärt* behaupt+ beschuldig+ verd[aä]cht* berichte*
            nach_angaben mitteil+ teilte*_mit vorw[uü]rf* glaub+"""
        ),
        borders=_any("aber während obwohl doch"),
    ),
    "pt": Marking(
        plain=_any(
            """
            supost[oa]s? supostamente suspeit[oa]s?(?:_de)? acusad[oa]s?(?:_de)? acusam?
            alegad[oa]s? alegadamente alegam? teriam?"""
        ),
        implied=_any(
            """
            segundo disse* diz* afirm+ declar+ acus+ suspeit+ aleg+ supost+ anunci+ acredit+
            teriam? de_acordo_com denunci+"""
        ),
        borders=_any("mas enquanto embora"),
    ),
}
