"""Outcomes that exclude each other of one event, and words that deny, by language.

Each row has two sides, as alternatives of a regular expression; in languages that write spaces they
begin a word, after an article or a conjunction that is joined to it in Arabic.
"""

from __future__ import annotations

Rows = tuple[tuple[str, str], ...]

OUTCOMES: dict[str, Rows] = {
    "en": (
        (
            r"approv|pass(?:ed|es)\b|adopt|accept|agree[ds]?\b|back(?:s|ed)\b|support|endors"
            r"|ready to|willing to|said yes",
            r"reject|refus|declin|veto|oppos|turn(?:s|ed) down|vot(?:es|ed) (?:down|against)"
            r"|said no\b",
        ),
        (
            r"arrest|detain|jail|imprison|(?:in|into) custody",
            r"releas|free[ds]?\b|set free|let go|walk(?:s|ed) free",
        ),
        (r"convict|guilty|sentenc", r"acquit|cleared\b|innocent"),
        (r"open|reopen|resum|restart", r"clos(?:e|ed|es|ing)\b|shut|suspend|halt"),
        (
            r"confirm|admit|acknowledg|conced|confess|recogni",
            r"den(?:y|ied|ies|ial)|contest|disput|challeng",
        ),
        (
            r"order(?:s|ed)\b|announc|launch|plan(?:s|ned)\b|schedul|go(?:es)? ahead|went ahead",
            r"cancel|call(?:s|ed) off|withdr[ae]w|scrap|abandon|revok|drop(?:s|ped)\b",
        ),
        (
            r"defend|stand(?:s)? by|stood by|stick(?:s)? to|keep(?:s)? to|insist",
            r"withdr[ae]w|abandon|retract|drop(?:s|ped)\b|give(?:s)? up|gave up",
        ),
        (r"prais|bless|welcom|hail|applaud|laud", r"condemn|critici|denounc|deplor"),
        (
            r"allow|permit|authori|legalis|legaliz|lift(?:s|ed)\b",
            r"bann?(?:ed|s)?\b|forb[ia]d|prohibit|outlaw|block(?:s|ed)\b",
        ),
        (r"(?:switch|turn)\w* on\b|restart", r"(?:switch|turn)\w* off\b|shut down"),
        (r"under control|contain(?:s|ed)\b", r"out of control|beyond control|spread"),
        (r"safe\b|harmless", r"dangerous|unsafe|deadly"),
        (r"in order\b|intact|work(?:s|ed|ing)\b", r"faulty|defect|broken|fail(?:s|ed)\b"),
        (r"alive|surviv", r"dead\b|died|dies\b"),
        (r"true\b|genuine|authentic", r"false\b|fake|forge"),
        (r"extend|continu|stay|remain", r"end(?:s|ed)?\b|stop|leav|left\b"),
        (r"resign|step(?:s|ped) down|quit", r"stay(?:s|ed)? (?:on|in office)|remain"),
        (
            r"deni(?:es|ed) (?:the )?charg|not guilty|innocent",
            r"admit|plead(?:s|ed) guilty|confess",
        ),
    ),
    "fr": (
        (
            r"approuv|adopt|accept|soutien|appui|prêt|d'accord|vot(?:e|é)\b",
            r"rejet|refus|repouss|oppos|écart",
        ),
        (r"arrêté|interpell|incarcér|détenu", r"libér|relâch|remis en liberté"),
        (r"coupable|condamn", r"acquitt|relax|innocent"),
        (r"ouvr|ouvert|rouv|repren|repris", r"ferm|suspend|interromp"),
        (r"confirm|admet|admis|reconn|avou", r"dément|ni(?:e|é|ait|ent)\b|contest"),
        (r"ordonn|annonc|lanc|prév|prévu|maint|défend", r"annul|retir|abandonn|renonc"),
        (r"bén|salu|lou(?:e|é)\b|félicit", r"condamn|critiqu|dénonc"),
        (r"autoris|perm", r"interd|bloqu"),
        (r"allum|remis\w* en (?:marche|service)|redémarr|rallum", r"étein|éteint|arrêt|coup"),
        (r"maîtris|sous contrôle", r"hors de contrôle|incontrôl"),
        (r"inoffensi|sans danger", r"dangereu"),
        (r"en ordre|en bon état|intact|fonctionn", r"défaill|défectu|en panne|cass"),
    ),
    "es": (
        (
            r"aprob|adopt|acept|apoy|respald|dispuest",
            r"rechaz|rehús|rehus|opon|opus|neg(?:ó|aron) a",
        ),
        (r"arrest|deten|detuv|encarcel", r"liber|soltó|excarcel"),
        (r"culpable|conden", r"absuel|absolv|inocen"),
        (r"abr|abiert|reabr|reanud", r"cerr|cierr|suspend"),
        (r"confirm|admit|reconoc|confes", r"neg(?:ó|aron)\b|nieg|desmint|desmien|impugn|cuestion"),
        (r"orden|anunci|lanz|planea|mantien|mantuv|defien|defend", r"cancel|anul|retir|abandon"),
        (r"bendij|bendec|elogi|alab|salud", r"conden|critic|denunci"),
        (r"autoriz|permit", r"prohíb|prohib|bloque"),
        (r"encend|enciend|reinici|en marcha", r"apag|deten|desconect"),
        (r"bajo control|controlad", r"fuera de control|descontrol"),
        (r"inofensiv|segur", r"peligros"),
        (r"en orden|en buen estado|intact|funcion", r"averi|defectuos|fall"),
    ),
    "ar": (
        (r"وافق|يوافق|أقر|قبل|يقبل|يؤيد|أيد|تؤيد|مستعد", r"رفض|يرفض|ترفض|عارض|يعارض|تعارض"),
        (r"اعتقل|اعتقال|أوقف|توقيف|احتجز|رهن", r"أفرج|إفراج|أطلق سراح|إطلاق سراح|أخلي"),
        (r"أدان|أدين|مذنب", r"برأ|براءة|بريء"),
        (r"فتح|مفتوح|استئناف|استأنف", r"أغلق|مغلق|تغلق|علق"),
        (r"اعترف|أقر|أكد|يعترف", r"أنكر|نفى|ينفي|يطعن|طعن|شكك"),
        (r"أمر|أعلن|أطلق|يدافع|دافع", r"ألغى|سحب|تراجع|تخلى"),
        (r"بارك|أشاد|رحب", r"أدان|انتقد|ندد|استنكر"),
        (r"سمح|يسمح|أجاز", r"منع|حظر|يحظر"),
        (r"شغل|تشغيل|أعيد", r"أوقف|أطفئ|إيقاف"),
        (r"سليم|صالح", r"معطل|عطل|تالف"),
        (r"آمن|غير ضار", r"خطير|خطر"),
    ),
    "zh": (
        (r"批准|通过|接受|同意|支持|愿意|准备", r"否决|拒绝|反对|驳回"),
        (r"逮捕|拘留|被捕|拘押", r"释放|获释"),
        (r"有罪", r"无罪"),
        (r"开放|重开|恢复|开启", r"关闭|停业|停运|中断"),
        (r"承认|证实|认输", r"否认|质疑|不服"),
        (r"下令|宣布|计划|捍卫|维护|坚持", r"取消|撤回|撤销|放弃"),
        (r"祝福|赞扬|称赞|欢迎", r"谴责|批评|抨击"),
        (r"允许|许可", r"禁止"),
        (r"启动|开启|重启", r"关闭|停机"),
        (r"正常|完好", r"失灵|故障|损坏"),
        (r"安全|无害", r"危险"),
    ),
}

# Before an outcome, or anywhere where nothing else is the opposite.
DENY: dict[str, str] = {
    "en": r"\b(?:not|no|never|cannot|nobody|none|neither|nor|without)\b|n['’]t\b",
    "fr": r"\b(?:ne|pas|jamais|aucune?|sans|ni)\b|\bn['’]",
    "es": r"\b(?:no|nunca|jamás|ningún|ninguna|sin|ni)\b",
    "ar": r"(?<!\p{L})[وف]?(?:لا|لن|لم|ليس|ليست|غير|دون)(?!\p{L})",
    "zh": r"不(?!过|久|少|断|仅|同|明)|没|未|并非|无(?!罪|害)",
}
REFUSE: dict[str, str] = {
    "en": r"\brefus\w+|\bdeclin\w+ to|\bfail\w* to|\bunwilling|\bunable",
    "fr": r"\brefus\w+|\béchou\w+|\brenonc\w+",
    "es": r"\b(?:se )?neg(?:ó|aron) a\b|\brehus\w+|\brechaz\w+",
    "ar": r"رفض|يرفض|ترفض|امتنع",
    "zh": r"拒绝|不愿",
}
