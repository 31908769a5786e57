"""What a newsletter says around its text, in whole paragraphs."""

from __future__ import annotations

from functools import cache

import regex

LONGEST = 60  # words; what is longer is text that happens to begin alike

# A reader sees it in the list of mails, or needs it for a display that cannot do better.
_AROUND = r"""
    (?:view|read|open|see)\ (?:this|it)?.{0,40}\b(?:in|on)\ (?:your|a|the)\ (?:web\ )?browser\b.*
  | (?:having\ )?trouble\ (?:viewing|reading)\b.* | (?:can['’]?t|cannot)\ (?:see|read)\ this\b.*
  | (?:was\ this|were\ you)\ (?:e-?mail\ )?forwarded\b.* | forwarded\ this\ (?:e-?mail|message)\b.*
  | forward\ (?:this|to\ a\ friend)\b.* | add\ us\ to\ your\ (?:address|contacts)\b.*
  | (?:update|manage|change|edit)\ (?:your\ )?(?:e-?mail\ )?
      (?:preferences|subscriptions?|settings|profile)\b.*
  | privacy\ (?:policy|notice)\b.* | terms\ (?:of\ (?:use|service)|and\ conditions)\b.*
  | (?:our\ )?(?:mailing|postal)\ address(?:\ is)?\b.* | sent\ (?:by|to|from)\b.{0,100}
  | (?:voir|lire|afficher)\ .{0,40}\bnavigateur\b.* | (?:ver|leer)\ .{0,40}\bnavegador\b.*
  | im\ browser\ (?:ansehen|anzeigen|öffnen)\b.* | share\ (?:this|on)\b.{0,80}
"""
# What follows the first of these is the sender's, not the letter's.
_END = r"""
    .{0,200}\bunsubscrib(?:e|ing)\b.* | .{0,60}\bopt[\s-]out\b.{0,100}
  | (?:you(?:['’]re|\ are)\ (?:receiving|getting)|you\ (?:received|got)|you\ have\ received)\b
      .{0,40}\b(?:this|e-?mails?|newsletter|message)\b.*
  | this\ (?:e-?mail|message|newsletter)\ was\ sent\ (?:to|by)\b.*
  | .{0,200}\b(?:se\ d[ée]sabonner|d[ée]sabonne(?:z|r)|d[ée]sinscri(?:re|vez|ption))\b.*
  | .{0,200}\b(?:darse\ de\ baja|cancelar\ (?:la|su|tu)\ suscripci[oó]n)\b.*
  | .{0,200}\b(?:abbestellen|abmelden)\b.{0,80}
  | .{0,200}\b(?:取消订阅|退订|配信停止|отписаться)\b.*
"""


@cache
def _pattern(form: str) -> regex.Pattern[str]:
    return regex.compile(form, regex.VERBOSE | regex.IGNORECASE | regex.DOTALL)


def is_around(text: str) -> bool:
    """Whether a paragraph only tells how to read the mail."""
    return _is(text, _AROUND)


def is_end(text: str) -> bool:
    """Whether a paragraph tells how to get no more of them."""
    return _is(text, _END)


def _is(text: str, form: str) -> bool:
    text = text.strip(" |·•[]()-–—")
    return len(text.split()) <= LONGEST and _pattern(form).fullmatch(text) is not None
