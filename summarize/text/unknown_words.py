"""How sources say that something is not known, by language.

Only what leaves a question of fact open: not what is under way, nor what somebody did not know.
`HINTS` are parts of words of which one stands in all that the patterns find.
"""

from __future__ import annotations

_WHAT = r"(?:whether|if|how|why|who|what|when|where|which)\b"
_NOT_CLEAR = (
    r"(?:un(?:clear|known)|not(?:\s(?:yet|immediately|entirely|publicly))?\s(?:clear|known))"
)
_CAUSE = (
    r"\b(?:cause|motive|origin|identit(?:y|ies)|whereabouts|extent|circumstances|toll"
    r"|number\sof\s\w+)\b"
)
_CAUSE_FR = (
    r"\b(?:causes?|motifs?|mobile|origine|identités?|ampleur|circonstances|bilan"
    r"|nombre\s(?:de\s|d[’'])\w+)\b"
)
_CAUSE_ES = (
    r"\b(?:causas?|motivos?|móvil|origen|identidad(?:es)?|paradero|alcance|circunstancias"
    r"|número\sde\s\w+)\b"
)
_FURTHER = r"[^.;:,]{0,60}?"  # within the clause

UNKNOWN = {
    "en": (
        rf"\bit(?:['’]s|\s(?:is|was|remain(?:s|ed)))(?:\s(?:also|still|likewise|as\syet))?\s{_NOT_CLEAR}"
        rf"(?:\s\w+){{0,4}}?\s{_WHAT}",
        rf"\bit\s(?:is|was)n['’]t(?:\s(?:yet|immediately))?\s(?:clear|known)(?:\s\w+)?\s{_WHAT}",
        rf"(?<!\b(?:he|she|they|we|you))\s(?:is|are|was|were|remain(?:s|ed)?)(?:\sstill)?"
        rf"\s{_NOT_CLEAR}(?=[.,;]|\s(?:and|but)\b|$)",
        rf"{_CAUSE}{_FURTHER}\s(?:has|have|had|is|are|was|were)\snot(?:\s(?:yet|immediately|been))*"
        r"\s(?:determined|established|released|confirmed|disclosed|identified)\b",
        r"\b(?:it\s(?:is|was)\s)?too\s(?:early|soon)\sto\s(?:say|tell|know|determine|establish|speak)\b",
        r"\b(?:no\s(?:one|group|party)|nobody)(?:\s(?:has|had))?(?:\s(?:yet|immediately))?"
        r"\sclaimed\sresponsibility\b",
        r"\bno(?:\simmediate)?\sclaims?\sof\sresponsibility\b",
        r"\bcould\snot(?:\s(?:immediately|yet))?\sbe(?:\sindependently)?\s(?:verified|confirmed)\b",
    ),
    "fr": (
        r"\b(?:on|l['’]on)\signore(?:\s(?:encore|toujours))?\s(?:si|comment|pourquoi|qui|quand|où"
        r"|combien|les?|la)\b",
        r"\bon\sne\ssa(?:it|vait)\s(?:pas|toujours\spas)\b",
        rf"{_CAUSE_FR}{_FURTHER}(?:\sn['’](?:a|ont|est|était)|\sne\ssont)\s(?:toujours\s)?pas"
        r"(?:\sencore)?(?:\sété)?\s(?:connue?|établie?|déterminée?|claire?|confirmée?|précisée?)s?\b",
        rf"{_CAUSE_FR}{_FURTHER}\s(?:reste|demeure)(?:nt)?\s(?:encore\s)?(?:inconnue?s?|à\s\w+er\b"
        r"|à\sétablir\b)",
        r"\b(?:il\s(?:est|était)\s)?trop\stôt\spour\s(?:dire|savoir|déterminer|parler|établir|se\sprononcer)\b",
        r"\bn['’](?:a|avait)\s(?:toujours\s)?pas(?:\sencore)?\sété\srevendiquée?\b",
        r"\b(?:aucun\sgroupe|personne)\sn['’](?:a|avait)\s(?:encore\s)?revendiqué\b",
        r"\bn['’](?:a|ont|avait)\spas\spu\sêtre\s(?:confirmée?s?|vérifiée?s?)\b",
    ),
    "es": (
        r"\b(?:se\s(?:desconocen?|ignoran?)|no\sse\ssab(?:e|ía)|no\sestá\sclaro)\b",
        rf"{_CAUSE_ES}{_FURTHER}\sno\s(?:está|están|ha|han|se\sha|se\shan)\s(?:sido\s)?"
        r"(?:aclarad|determinad|establecid|confirmad|precisad|clar)[oa]s?\b",
        rf"{_CAUSE_ES}{_FURTHER}\s(?:sigue|siguen|permanecen?)\s(?:siendo\s)?desconocid[oa]s?\b",
        r"\bdemasiado\s(?:pronto|temprano)\spara\s(?:decir|saber|determinar|hablar|establecer)\b",
        r"\b(?:nadie|ningún\sgrupo)\s(?:ha\s|había\s|se\sha\s)?(?:reivindicad|reivindicó|atribuid)",
        r"\bno\s(?:ha|han|había)\s(?:podido\s(?:ser\s)?)(?:verificar|verificad|confirmar|confirmad)",
    ),
}
HINTS = {
    "en": ("clear", "known", " not ", "too early", "too soon", "responsibility"),
    "fr": ("ignore", "pas", "reste", "demeure", "trop tôt", "revendiqu"),
    "es": ("desconoc", "ignora", "no ", "demasiado", "reivindic", "atribuid"),
}
