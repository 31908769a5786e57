"""How instructions to a model are worded, language by language.

Each form needs two things together that news seldom puts together: an order in the imperative, and
something only a model has (instructions before this one, a prompt, a reply to write). `needs` are
words of which one stands in every text that the pattern can match: most texts have none of them,
and looking for those costs a thousandth of a search.
"""

from __future__ import annotations

from typing import NamedTuple


class Form(NamedTuple):
    """Words of which one must be there (lower case, single spaces), and a regular expression."""

    needs: tuple[str, ...]
    pattern: str


# An order stands at the start: of a line, a sentence, a quotation, a remark in code.
_START = r"(?<=(?:^|[.!?:;>\]}\"“”‘’'(#*])[ \t]?)"
_REPLY = r"your (?:final |own |next )?(?:answer|reply|response|output|summary)\b"
_NAMES = (
    *(" ai ", " ais ", " ai:", " ai,", " ai.", " ai!", "llm", "gpt", "chatbot"),
    *("language model", "summarizer", "summariser", "claude", "gemini", "copilot"),
)
_MODEL = (
    r"\b(?:AI|LLM|GPT|chatbot|(?:large )?language model|summari[sz]er|ChatGPT|Claude|Gemini"
    r"|Copilot)"
)
_KINDS = r"(?:\s(?:assistants?|models?|agents?|readers?|systems?|bots?))?"
_SAY = r"(?:state|say|write|print|output|answer|reply|respond|tell|return|report)"
_BEFORE = r"(?:previous|prior|earlier|preceding|foregoing|above|existing|original|system|initial)"
_ORDERS = r"(?:instructions?|prompts?|directions|directives?|commands?|guidelines|rules|messages?)"
_IGNORE = ("ignore", "disregard", "forget", "override", "bypass")
_CHANGES = "augment|encode|encrypt|enhance|express|modify|render|reverse|scramble|translate"
_MAKES = (
    "add|anagram|append|begin|end|finish|format|group|include|insert|integrate|misspell|put"
    "|rearrange|replace|shift|shuffle|start|substitute|use|write"
)

_ENGLISH = (
    # what was said before
    Form(
        _IGNORE,
        rf"(?:ignore|disregard|forget|override|bypass)\s(?:[\w']+\s){{0,4}}{_BEFORE}\s(?:\w+\s)?"
        r"(?:instructions?|prompts?|directives?)",
    ),
    Form(  # a pool has earlier rules, too: those of a model are all of them, or its own
        _IGNORE,
        rf"(?:ignore|disregard|forget|override)\s(?:all|any|your)\s(?:[\w']+\s){{0,3}}{_BEFORE}\s"
        rf"(?:\w+\s)?{_ORDERS}",
    ),
    Form(
        _IGNORE,
        rf"(?:ignore|disregard|forget|override)\s(?:all\s)?(?:of\s)?your\s(?:\w+\s)?{_ORDERS}",
    ),
    Form(
        _IGNORE,
        r"(?:ignore|disregard|forget)\s(?:all\sof\s|everything\s)(?:the\s)?"
        r"(?:above|before|said\sso\sfar)",
    ),
    Form(
        _IGNORE,
        rf"{_START}(?:please\s)?(?:ignore|disregard)\s(?:[\w']+\s){{1,6}}and\s(?:instead\s)?"
        rf"{_SAY}\b",
    ),
    Form(
        ("follow",),
        rf"(?:do\snot|don['’]t|never)\sfollow\s(?:[\w']+\s){{0,3}}{_BEFORE}\s{_ORDERS}",
    ),
    # who it is
    Form(("if you are a",), rf"if\syou\sare\san?\s(?:\w+\s)?{_MODEL}\b"),
    Form(
        _NAMES,
        rf"\b(?:note|message|instructions?|attention)\s?(?:to|for|,|:)\s(?:the\s|any\s|all\s)?"
        rf"{_MODEL}s?\b{_KINDS}\s?[:,.!]",
    ),
    Form(
        _NAMES,
        rf"{_MODEL}s?{_KINDS}\s(?:reading\sthis\s)?"
        r"(?:must|should|shall|are\s(?:instructed|required|ordered)\sto)\s"
        r"(?:now\s|always\s|only\s|not\s)?"
        rf"(?:ignore|disregard|summari[sz]e|reply|output|print|{_SAY}\sthat)\b",
    ),
    Form(
        ("you are no",),
        r"you\sare\s(?:now|no\slonger)\s(?:an?\s|in\s|the\s)?(?:[\w-]+\s){0,4}"
        r"(?:assistant|AI|chatbot|language\smodel|DAN|persona"
        r"|(?:developer|debug|system|admin|god)\smode)\b",
    ),
    Form(
        ("from now on",),
        r"from\snow\son,?\syou\s(?:are|will|must|should|shall)\s(?:only\s|always\s)?"
        r"(?:act|answer|be|behave|ignore|obey|pretend|reply|respond|roleplay)\b",
    ),
    # what it runs on
    Form(
        ("prompt", "instruction", "message"),
        r"\b(?:reveal|print|repeat|show|output|display|leak|tell\sme)\s(?:\w+\s)?(?:your|the)\s"
        r"(?:(?:system|hidden|initial|original|secret|full)\s){1,2}"
        r"(?:prompt|instructions?|message)s?",
    ),
    Form(
        ("system", "developer"),
        r"\b(?:new|updated|revised)\s(?:system|developer)\s(?:prompt|message|instructions?)s?\b",
    ),
    Form(
        (" mode",),
        r"\b(?:system|developer|debug|override)\smode\s(?:activated|enabled|on\b)"
        r"|when\sa\sfunction\sis\scalled\sin\soverride\smode",
    ),
    # what it is to write
    Form(("summari",), r"(?:do\snot|don['’]t|never)\ssummari[sz]e\s(?:this|the|it|any)\b"),
    Form(
        ("summari",),
        r"(?:when|while)\s(?:you\sare\s)?(?:asked\sto\ssummari[sz]e|summari[sz]ing\sthis)\b"
        r"|instead\sof\ssummari[sz]ing\b",
    ),
    Form(
        ("the following",),
        rf"{_START}(?:please\s)?(?:print|output|repeat|write|say)\s(?:only\s|exactly\s)?"
        r"the\sfollowing\b",
    ),
    Form(
        ("your ",),
        rf"{_START}(?:{_CHANGES}|{_MAKES})\s(?:[^.\n]|\.(?!\s)){{1,160}}?"
        rf"\b(?:in|into|to|of|for|from|with)\s{_REPLY}",
    ),
    Form(("your ",), rf"{_START}(?:{_CHANGES})\s{_REPLY}"),
    Form(
        ("your ",),
        rf"{_START}(?:write|provide|give|format)\s{_REPLY}\s(?:in|as|backwards?|using|with)\b",
    ),
    Form(("in your ",), rf"{_START}in\s{_REPLY},\s\w+"),
    Form(
        ("reply", "respond", "answer"),
        rf"{_START}(?:reply|respond|answer)\s(?:only\s|exclusively\s)?(?:in|with|using)\s"
        r"(?:only\s)?(?:base\d\d|reverse|emojis?|JSON|one\sword|the\sword|the\sfollowing"
        r"|capitals)\b",
    ),
    Form(
        ("@",),
        r"\b(?:retrieve|send|print)\s(?:\w+\s){1,6}and\s(?:also\s)?(?:send|email|forward)\s"
        r"(?:it|them)\sto\s\S+@",
    ),
)
_SIGNS = (
    Form(
        ("<|",),
        r"<\|(?:im_start|im_end|system|user|assistant|endoftext|begin_of_text|start_header_id)"
        r"\|?>?",
    ),
    Form(("inst]", "sys>>"), r"\[/?INST\]|<</?SYS>>"),
    Form(
        ("<system", "</system", "<assistant", "</assistant"),
        r"</?(?:system|assistant)(?:[\s_-](?:mode|prompt|message))?>",
    ),
    Form(
        ("system", "assistant", "developer"),
        r"^[ \t]*(?:#{2,}[ \t]*)?(?:system|assistant|developer)(?:[ \t](?:prompt|message))?"
        r"[ \t]*:",
    ),
    Form(
        ("##",),
        r"#{2,}[ \t]*(?:new[ \t])?(?:instructions?|system|response|human|assistant)\b[ \t]*:?",
    ),
    Form(
        tuple(
            f"{verb}{gap}{what}"
            for verb in ("begin", "end")
            for gap in " _"
            for what in ("system", "instruction", "prompt")
        ),
        r"(?-i:\b(?:BEGIN|END)[ _](?:SYSTEM|INSTRUCTIONS?|PROMPT)\b)",
    ),
)
_OTHERS = (
    Form(
        ("instrucciones", "indicaciones", "órdenes"),
        r"(?:ignor(?:a|e|en|ad)|olvid(?:a|e|en|ad)|omit(?:e|a)|descart(?:a|e))\s(?:\w+\s){0,3}"
        r"(?:instrucciones|indicaciones|órdenes)\s(?:anteriores|previas|precedentes)",
    ),
    Form(
        ("instructions", "consignes", "directives"),
        r"(?:ignore[sz]?|oublie[sz]?)\s(?:\w+\s){0,3}(?:instructions|consignes|directives)\s"
        r"(?:précédentes|antérieures|ci-dessus)",
    ),
    Form(
        ("ignore",),
        r"ignore[sz]?\s(?:[\w'’]+\s){1,4}et\s(?:indique[sz]?|dites|écrive[sz]|réponde[sz])\b",
    ),
    Form(
        ("ignorier", "vergiss", "vergessen sie"),
        r"(?:ignorier(?:e|en\sSie|t)|vergiss|vergessen\sSie)\s(?:\w+\s){0,2}"
        r"(?:vorherigen|vorigen|bisherigen|obigen|früheren)\s(?:Anweisungen|Instruktionen|Befehle)",
    ),
    Form(
        ("instruções",),
        r"(?:ignor(?:e|a|em)|esqueç(?:a|am)|desconsider(?:e|em))\s(?:\w+\s){0,3}instruções\s"
        r"(?:anteriores|prévias|acima)",
    ),
    Form(
        ("istruzioni",),
        r"(?:ignora(?:te)?|dimentica(?:te)?)\s(?:\w+\s){0,3}istruzioni\sprecedenti",
    ),
    Form(
        ("instructies", "opdrachten"),
        r"(?:negeer|vergeet)\s(?:\w+\s){0,2}(?:vorige|eerdere|bovenstaande)\s"
        r"(?:instructies|opdrachten)",
    ),
    Form(
        ("игнориру", "забудь"),
        r"(?:игнориру\w+|забудь\w*)\s(?:\w+\s){0,2}(?:предыдущи|прежни)\w+\s"
        r"(?:инструкци|указани|команд)\w*",
    ),
    Form(
        ("忽略", "无视", "忘记"),
        r"(?:忽略|无视|忘记)(?:你|所有|全部|之前|以前|以上|先前|前面|上述|此前|的){1,4}"
        r"(?:指令|指示|提示词|提示)",
    ),
    Form(
        ("無視", "忘れ"),
        r"(?:以前|これまで|上記|前)の(?:すべての|全ての)?(?:指示|命令|プロンプト)を(?:すべて)?"
        r"(?:無視|忘れ)",
    ),
    Form(
        ("تجاهل",),
        r"تجاهل(?:وا|ي)?\s(?:\w+\s){0,2}(?:التعليمات|الأوامر|تعليماتك)\sالسابقة",
    ),
    Form(("ہدایات",), r"(?:پچھلی|سابقہ)\s(?:\w+\s){0,2}ہدایات\s(?:\w+\s){0,2}نظر\s?انداز"),
    Form(
        ("निर्देश", "आदेश"),
        r"(?:पिछले|पूर्व|उपरोक्त)\s(?:\S+\s){0,2}(?:निर्देशों|निर्देश|आदेशों)\s(?:\S+\s){0,2}"
        r"(?:अनदेखा|नज़रअंदाज़|भूल)",
    ),
    Form(
        ("hướng dẫn", "chỉ dẫn", "chỉ thị", "lệnh"),
        r"(?:bỏ\squa|phớt\slờ|quên)\s(?:\w+\s){0,4}(?:hướng\sdẫn|chỉ\sdẫn|chỉ\sthị|lệnh)\s"
        r"(?:trước|ở\strên|phía\strên)",
    ),
)

FORMS: tuple[Form, ...] = (*_ENGLISH, *_SIGNS, *_OTHERS)
