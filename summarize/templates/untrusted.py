"""Whether a prompt still says that text by strangers is material, and never an instruction.

A block `untrusted` that holds the shipped text says so, whatever stands beside it: a `super()` is
enough. One in other words has to name the boundary by its 32 characters and to say, in one
sentence, that something is not an instruction.
"""

from __future__ import annotations

import regex

UNTRUSTED = "untrusted"  # the block
BOUNDARY = "32"  # the characters of the lines between which that text stands

# By language: an instruction, and "not". A prompt in another one keeps the shipped text too.
_SAYING = {
    "en": (r"\b(?:instruct|command)", r"\b(?:not|never|no|cannot|neither|nor)\b|n['’]t\b"),
    "es, pt": (
        r"\b(?:instruc|instruç|orden|ordem|ordens|comando)",
        r"\b(?:no|nunca|jamás|ning[uú]n[ao]?|não|nenhuma?)\b",
    ),
    "fr, it": (
        r"\b(?:instruc|consigne|ordre|istruz|ordin|comand)",
        r"\b(?:ne|pas|jamais|aucune?|non|mai|nessuna?)\b|\bn['’]",
    ),
    "de, nl": (
        r"\b(?:anweisung|befehl|instruktion|instructie|opdracht)",
        r"\b(?:nicht|nie|niemals|keine?|niet|nooit|geen)\b",
    ),
    "pl, cs, ru, uk": (
        r"\b(?:instrukc|polecen|pokyn|инструкц|указан|команд|інструкц|вказівк)",
        r"\b(?:nie|nigdy|není|nejsou|nikdy|не|никогда|ніколи)\b",
    ),
    "ar": (r"تعليمات|أوامر|أمر", r"ليس|لا\b|أبدا"),
    "zh, ja": (r"指示|指令|命令", r"不|没|沒|絕|绝|ない|ません"),
    "hi": (r"निर्देश|आदेश", r"नहीं|कभी"),
}
_SENTENCE = regex.compile(r"[^.!?。！？।]+")


def says_untrusted(rule: str, shipped: str) -> bool:
    """Whether the block `rule` says it, where the shipped block says `shipped`."""
    said, meant = " ".join(rule.split()), " ".join(shipped.split())
    if meant and meant in said:
        return True
    sentences = _SENTENCE.findall(said.casefold())
    return BOUNDARY in said and any(_refuses(sentence) for sentence in sentences)


def _refuses(sentence: str) -> bool:
    return any(
        regex.search(instruction, sentence) and regex.search(negation, sentence)
        for instruction, negation in _SAYING.values()
    )
