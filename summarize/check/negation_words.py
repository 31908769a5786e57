"""Words that turn a statement round, by language.

The implied ones deny by what they mean ("failed to", "refused").
"""

from __future__ import annotations

from summarize.check.marks import Marking
from summarize.check.marks import any_of as _any

DENIALS = {
    "de": Marking(
        plain=_any(
            """
            nicht kein keine keinen keinem keiner keines nie niemals niemand nichts weder
            nirgends"""
        ),
        implied=_any(
            """
            ohne weiger* verweiger* lehn* abgelehn* ablehn* bestr(?:eit|itt)* dementier*
            verhinder* verbiet* verboten* verbot fehl* kaum selten unmöglich außer statt
            gescheitert scheitert* zurückgewiesen weis*_zurück"""
        ),
        idle=_any("nicht_(?:nur|zuletzt|weniger|bloß) nichts_als"),
        borders=_any("aber während obwohl sondern doch weil"),
    ),
    "en": Marking(
        plain=_any(
            """
            not (?:ai|are|ca|could|did|do|does|had|has|have|is|might|must|need|sha|should)n't
            (?:was|were|wo|would)n't cannot never no none nobody nothing nowhere neither nor
            no_longer no_one by_no_means"""
        ),
        implied=_any(
            """
            without un(?:able|likely|willing|clear|known|aware|certain|common|usual|true)
            fail(?:s|ed|ing|ure)? den(?:y|ies|ied|ying|ial|ials) refus(?:e|es|ed|ing|al)
            reject(?:s|ed|ing|ion)? declin(?:e|es|ed|ing)_to lack(?:s|ed|ing)?
            miss(?:es|ed|ing)? avoid(?:s|ed|ing)? prevent(?:s|ed|ing)? ban(?:s|ned|ning)?
            bar(?:s|red)? block(?:s|ed)? halt(?:s|ed)? stop(?:s|ped|ping)? cancel(?:s|led|ed)?
            abandon(?:s|ed)? withdr(?:aw|ew|awn) rul(?:e|ed|es|ing)_out out_of absen(?:t|ce)
            hardly barely rarely scarcely seldom few little instead rather_than except unless
            disagree(?:s|d)? oppos(?:e|es|ed|ing|ition) doubt(?:s|ed|ful)? contrary_to
            dismiss(?:es|ed)? disput(?:e|es|ed) free_of only yet_to un(?!der|i)+(?:ed|able)
            in(?:capable|sufficient|valid) im(?:mobile|possible) forbid(?:s|den)?
            prohibit(?:s|ed)? neglect(?:s|ed)? ignor(?:e|es|ed)"""
        ),
        idle=_any(
            r"""
            not_(?:only|just|merely|least|simply|to_mention)
            no_(?:doubt|matter|fewer|less|later) whether_or_not nothing_but no(?=\.?_?\d)
            if_not why_not"""
        ),
        borders=_any("but while whereas although though however because"),
    ),
    "es": Marking(
        plain=_any("no nunca jamás ningún ninguna ninguno nada nadie ni tampoco"),
        implied=_any(
            """
            sin neg(?:ó|aron|ar|ado|aba|aban) niega* rechaz* rehus* desmin* desmienten? evit*
            impid* impedi* prohib* falt* incapa* imposible poco pocos salvo excepto"""
        ),
        idle=_any("no_(?:sólo|solo|solamente|menos) no_obstante"),
        borders=_any("pero mientras aunque sino"),
    ),
    "fr": Marking(
        plain=_any("ne n(?=') pas jamais aucune? rien personne ni non"),
        implied=_any(
            """
            sans refus* démen* rejet* ni(?:e|ent|é|ée|ait) échou* empêch* interdi* manqu*
            incapables? impossible peu sauf plutôt contest*"""
        ),
        idle=_any("non_seulement pas_seulement ne_+_que n'+_que pas_moins"),
        borders=_any("mais tandis alors bien"),
    ),
    "pt": Marking(
        plain=_any("não nunca jamais nenhum nenhuma nada ninguém nem tampouco"),
        implied=_any(
            """
            sem neg(?:ou|aram|ar|ado|ava|a|am) recus* rejeit* desment* evit* imped* proib*
            falt* incapaz* impossível pouco poucos exceto salvo"""
        ),
        idle=_any("não_(?:só|somente|apenas|menos) não_obstante"),
        borders=_any("mas enquanto embora"),
    ),
}
