"""Words that exclude each other of one and the same thing, by language.

Of each pair both sides stand here; a word of the claim's side anywhere in the passage speaks for
the claim. Left out are converses, with which a writer tells the same from the other end (win and
lose, buy and sell), and words of many meanings (back, close, right).
"""

from __future__ import annotations

Pairs = tuple[tuple[str, str], ...]

# Any form of these, each with its opposite among the same words.
PAIRS: dict[str, Pairs] = {
    "de": (
        (
            "erhöhen erhöht stieg stiegen steigen gestiegen anheben angehoben wachsen wuchs",
            "senken gesenkt sinken sank sanken gesunken fiel fielen gefallen",
        ),
        ("angenommen billigen gebilligt akzeptieren akzeptiert", "abgelehnt ablehnen verworfen"),
        ("erlauben erlaubt", "verbieten verboten verbot"),
        ("nördlich norden", "südlich süden"),
        ("östlich osten", "westlich westen"),
    ),
    "en": (
        (
            """
            raise rise increase climb grow growth jump soar surge gain boost hike upward higher
            rebound expand swell double triple recover recovery upgrade escalate intensify""",
            """
            lower cut reduce reduction decrease fall drop decline slump plunge tumble slide sink
            shrink downward slip halve ease downgrade dip""",
        ),
        (
            "accept approve adopt endorse welcome agree agreement pass embrace approval",
            "reject refuse decline veto rebuff spurn dismiss turned oppose rejection refusal",
        ),
        ("support favour favor", "oppose opposition"),
        ("confirm admit acknowledge concede", "deny denial dispute"),
        (
            "allow permit legalise legalize authorise authorize",
            "ban prohibit forbid forbidden outlaw bar block",
        ),
        ("convict conviction guilty", "acquit acquittal innocent"),
        ("arrest detain jail imprison", "release free"),
        ("begin start launch", "end finish conclude stop"),
        ("arrive enter", "leave depart exit"),
        ("succeed success successful", "fail failure unsuccessful"),
        ("praise hail laud", "criticise criticize criticism condemn denounce"),
        ("hire appoint", "fire sack dismiss"),
        ("widen", "narrow"),
        ("strengthen", "weaken"),
        ("import", "export"),
        ("include", "exclude"),
        ("highest", "lowest"),
        ("largest biggest", "smallest"),
        ("best", "worst"),
        ("first", "last"),
        ("oldest eldest", "youngest"),
        ("majority", "minority"),
        ("maximum", "minimum"),
        ("possible", "impossible"),
        ("legal lawful", "illegal unlawful"),
        ("alive survive", "dead die kill death"),
        ("safe", "unsafe dangerous"),
        ("optimistic", "pessimistic"),
        ("positive", "negative"),
        ("stronger", "weaker"),
        ("better", "worse"),
        ("faster", "slower"),
        ("man men", "woman women"),
        ("north northern", "south southern"),
        ("east eastern", "west western"),
        ("morning", "evening"),
        ("open reopen", "shut closed closure"),
    ),
    "es": (
        (
            "aumentar aumentó subir subió sube crecer creció elevar elevó incrementar incrementó",
            "reducir redujo bajar bajó caer cayó cayeron disminuir disminuyó recortar recortó",
        ),
        ("aceptar aceptó aprobar aprobó", "rechazar rechazó"),
        ("permitir permitió autorizar autorizó", "prohibir prohibió"),
        ("confirmar confirmó", "negar negó desmentir desmintió"),
        ("comenzar comenzó empezar empezó", "terminar terminó acabar acabó concluir concluyó"),
        ("norte", "sur"),
        ("mejor", "peor"),
    ),
    "fr": (
        (
            "augmenter augmenté augmentation relever relevé hausse grimper grimpé progresser",
            "baisser baissé baisse diminuer diminué réduire réduit abaisser recul chuter chute",
        ),
        (
            "accepter accepté approuver approuvé adopter adopté",
            "rejeter rejeté refuser refusé repousser repoussé",
        ),
        ("autoriser autorisé permettre permis", "interdire interdit"),
        ("confirmer confirmé", "démentir démenti nier nié"),
        ("commencer commencé débuter débuté", "terminer terminé achever achevé"),
        ("nord", "sud"),
        ("meilleur", "pire"),
    ),
    "pt": (
        (
            "aumentar aumentou subir subiu sobe crescer cresceu elevar elevou",
            "reduzir reduziu baixar baixou cair caiu caíram diminuir diminuiu cortar cortou",
        ),
        ("aceitar aceitou aprovar aprovou", "rejeitar rejeitou recusar recusou"),
        ("permitir permitiu", "proibir proibiu"),
        ("confirmar confirmou", "negar negou desmentir desmentiu"),
        ("começar começou", "terminar terminou acabar acabou"),
        ("norte", "sul"),
        ("melhor", "pior"),
    ),
}

# Just these (`_` is a space), each with its opposite before the same word.
LEADING: dict[str, Pairs] = {
    "de": (("vor", "nach"), ("bis", "seit")),
    "en": (
        ("before ahead_of prior_to", "after"),
        ("until", "since"),
        ("none_of neither_of", "some_of all_of many_of most_of several_of both_of each_of"),
        ("early", "late"),
        ("high", "low"),
        ("strong", "weak"),
    ),
    "es": (
        ("antes_de antes_del", "después_de después_del tras"),
        ("ninguno_de ninguna_de", "algunos_de algunas_de todos_los todas_las"),
    ),
    "fr": (
        ("avant", "après"),
        ("aucun_des aucune_des", "certains_des certaines_des plusieurs_des tous_les toutes_les"),
    ),
    "pt": (
        ("antes_de antes_do antes_da", "depois_de depois_do depois_da após"),
        ("nenhum_dos nenhuma_das", "alguns_dos algumas_das todos_os todas_as"),
    ),
}

# The same before a number.
COUNTING: dict[str, Pairs] = {
    "de": (("mehr_als mindestens über", "weniger_als höchstens unter"),),
    "en": (
        (
            "more_than over at_least above exceeding exceeded exceeds exceed topped",
            "fewer_than less_than under at_most below up_to nearly almost",
        ),
    ),
    "es": (("más_de al_menos", "menos_de"),),
    "fr": (("plus_de au_moins", "moins_de"),),
    "pt": (("mais_de pelo_menos", "menos_de"),),
}
