"""How sources say that something is not known, by language: patterns for whole sentences.

Only what leaves a question of fact open in the present or of the event itself: not what somebody
did not know once, what nobody could have known, or what is open because it lies ahead.
"""

from __future__ import annotations

_CAUSE = (
    r"(?:cause|motive|reason|origin|identity|whereabouts|extent|circumstances"
    r"|(?:death\s)?toll|number\sof\s\w+)"
)
_CAUSA = (
    r"(?:causas?|motivos?|móvil|origen|identidad(?:es)?|paradero|alcance|circunstancias"
    r"|número\sde\s\w+)"
)
_RAISON = (
    r"(?:causes?|motifs?|mobile|origine|raisons?|identités?|ampleur|circonstances"
    r"|bilan|nombre\sd(?:e\s|[’'])\w+)"
)
UNKNOWN = {
    "en": (
        r"(?:it|that)\s(?:is|was|remains?|remained)\s(?:\w+ly\s)?(?:not|n[’']t|un)\s?"
        r"(?:yet\s|immediately\s)?(?:clear|known)\s(?:whether|if|how|why|who|what|when|where|which)"
        r"|(?:it|that)\s(?:is|was)n[’']t\s(?:yet\s|immediately\s)?(?:clear|known)\s"
        r"(?:whether|if|how|why|who|what|when|where|which)"
        rf"|{_CAUSE}\b[^.;]{{0,60}}\s(?:is|was|are|were|has|have|remains?)\s"
        r"(?:still\s)?(?:not\s(?:yet\s|immediately\s)?(?:been\s)?"
        r"(?:known|clear|determined|established|released|confirmed|disclosed)"
        r"|unknown|unclear|under\sinvestigation)"
        rf"|too\s(?:early|soon)\sto\s(?:say|tell|know|determine|establish|speak\sof\s(?:an?\s|the\s)?{_CAUSE})"
        rf"|(?:no|nothing)\s(?:is|was)\s(?:yet\s)?known\s(?:about|of)\sthe\s{_CAUSE}"
        r"|(?:no\s(?:one|group|side|party)|nobody)\s(?:has|had)?\s?(?:yet\s|immediately\s)?"
        r"claimed\sresponsibility|no\s(?:immediate\s)?claim\sof\sresponsibility"
        r"|(?:remains?|is\sstill)\s(?:unclear|unknown)\b"
        r"|could\snot\s(?:immediately\s|yet\s)?be\s(?:independently\s)?(?:verified|confirmed)"
        r"|(?:has|have)\snot\s(?:yet\s|immediately\s)?(?:said|disclosed|released|revealed|confirmed|commented\son)"
        r"\s(?:who|how|why|when|whether|what|where|the\s(?:names?|cause|motive|number|identit\w+))"
    ),
    "fr": (
        r"on\signore\s(?:encore\s|toujours\s)?(?:si|comment|pourquoi|qui|quand|où|combien|les?|la|l[’'])"
        rf"|{_RAISON}\b[^.;]{{0,60}}\s(?:n[’'](?:est|était|a|ont|étaient)|ne\ssont|restent?|demeurent?)\s"
        r"(?:pas\s(?:encore\s)?(?:été\s)?(?:connue?s?|établie?s?|déterminée?s?|claire?s?|confirmée?s?)"
        r"|inconnue?s?|à\sdéterminer|à\sétablir)"
        r"|n[’'](?:a|avait)\s(?:pas\s(?:encore\s)?|toujours\spas\s)?été\srevendiquée?"
        r"|trop\stôt\spour\s(?:dire|savoir|déterminer|parler)"
        r"|aucun\sgroupe\sn[’']a\srevendiqué|aucune\srevendication"
        r"|n[’']a\spas\spu\sêtre\s(?:confirmée?|vérifiée?)"
    ),
    "es": (
        r"(?:se\sdesconocen?|se\signoran?|no\sse\ssabe|no\sestá\sclaro)\b"
        rf"|{_CAUSA}\b[^.;]{{0,60}}\s(?:no\s(?:está|están|ha|han|se)|sigue|siguen|permanecen?)\s"
        r"(?:sido\s)?(?:aún\s|todavía\s)?(?:clar[oa]s?|determinad[oa]s?|establecid[oa]s?|conoce[n]?"
        r"|confirmad[oa]s?|desconocid[oa]s?|sin\s(?:aclarar|conocer)\w*)"
        r"|(?:nadie|ningún\sgrupo)\s(?:ha\s)?(?:reivindicado|se\sha\satribuido)"
        r"|demasiado\s(?:pronto|temprano)\spara\s(?:decir|saber|determinar|hablar)"
        r"|no\s(?:ha|han)\spodido\s(?:ser\s)?(?:verificar|verificad|confirmar|confirmad)"
    ),
}
