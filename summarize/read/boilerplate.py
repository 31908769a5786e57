"""Lines around a story that are not the story.

A whole short paragraph is left out where it
- starts like a prompt of the site (subscribe, read more, cookies, follow us), in English, French
  or Spanish;
- is a byline or a date line near the top ("Staff writer, 2019-03-22"): author and date are kept
  as fields.
Nothing is cut out of a paragraph, and no long one is left out.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import regex

from summarize.read import published
from summarize.read.draft import Block, Field
from summarize.text import words

# Prompts of news sites are shorter; sentences of a story that begin alike are mostly longer.
LONGEST_PROMPT = 25  # words
LONGEST_BYLINE = 14  # words
LONGEST_LINE = 400  # characters; more is never counted in words
BYLINE_WITHIN = 4  # paragraphs from the top

_ENGLISH = r"""
    (?:please\ )?(?:subscribe|sign\ up|register)(?:\ now|\ today|\ here)?
      (?: \ (?:to|for)\ (?:our|the|my|your|this|more|unlimited|free|full|daily)\b
        | \ (?:and|to)\ get\b | [.!:] | $ )
  | (?:sign|log)\ in\ to\ (?:read|continue|your|comment)
  | (?:click|tap)\ (?:here|on\ the\ link)\b | .{0,80}\bby\ clicking\ here[.!]?$
  | (?:read|see|find\ out)\ more(?!\ than)
      (?: \ (?:about|on|here|stories|from|at)\b | \ ?[:|»>→] | [.…]*$ )
  | (?:read\ (?:also|next|the\ full\ (?:story|article))|also\ read|see\ also|more\ on\ this)
      \b.{0,120}$
  | related(?:\ (?:articles?|stor(?:y|ies)|news|coverage|content|topics|links))?\ ?(?::|$)
  | (?:recommended|you\ (?:may|might)\ also\ like|most\ (?:read|popular))\b.{0,40}$
  | follow\ (?:us|[\w\s]{2,30})\ on\ (?:x|twitter|facebook|instagram|telegram|whatsapp|social)\b
  | (?:share|print|email|save)(?:\ this)?(?:\ (?:article|story|page))?
      (?:\ (?:on|via)\b.{0,40})?[.!]?$
  | advertisements?[.!]?$ | sponsored(?:\ content)?$ | (?:story|article)\ continues\ below
  | continue\ reading\b.{0,40}$ | loading[.…]*$ | comments?\ ?\(?\d*\)?$ | leave\ a\ comment\b
  | (?:get|receive)\ (?:our|the|my)\ .{0,60}\b(?:newsletter|inbox|app|updates|alerts)\b
  | (?:join|download)\ (?:our|the)\ .{0,40}\b(?:newsletter|app|channel|community|group)\b
  | (?:support|help\ fund)\ (?:our|independent|quality)\ journalism | filed\ under\b
  | don['’]t\ miss\ ?:?$ | explore\ further$ | have\ a\ (?:news\ )?tip\?
  | if\ you\ (?:enjoyed|liked)\ this\ (?:article|story)\b
  | \(?(?:image|photo|picture)\ credit:
  | we\ use\ cookies | (?:this|our)\ (?:site|website|page)\ uses\ cookies
  | by\ (?:continuing|using)\b.{0,60}\b(?:cookies|terms|privacy)\b
  | (?:accept|reject|manage)\ (?:all\ )?cookies
  | (?:copyright\ )?(?:©|\(c\)\ ?\d{4}|copyright\ \d{4}) | all\ rights\ reserved
"""
_FRENCH = r"""
    abonnez-vous\b | inscrivez-vous\ (?:à|pour|gratuitement)\b | (?:à\ )?(?:lire|voir)\ aussi\b
  | lire\ la\ suite\b | lire\ l['’]article\b | suivez-nous\b | publicité$
  | partager(?:\ (?:sur|cet)\b.*)?$ | recevez\ (?:notre|nos|la|chaque|gratuitement)\b
  | (?:nous\ utilisons|ce\ site\ utilise)\ des\ cookies | accepter\ (?:les|tous\ les)\ cookies
  | tous\ droits\ réservés | article\ réservé\ aux\ abonnés
  | (?:cet\ article|la\ suite)\ est\ réservée?\ aux\ abonnés | sur\ le\ même\ sujet\b
"""
_SPANISH = r"""
    suscr[ií]b(?:ase|ete|irse)\b | reg[ií]str(?:ese|ate)\ (?:para|en|gratis)\b
  | (?:lea|lee|vea|ver)\ también\b | (?:leer|lea|lee|ver)\ más(?!\ de)\b.{0,80}$
  | (?:síguenos|síganos)\b | publicidad$ | comparti?(?:r|e|a)(?:\ (?:en|este|esta)\b.*)?$
  | (?:recibe|reciba)\ (?:nuestr|el\ bolet) | (?:utilizamos|usamos)\ cookies
  | este\ sitio(?:\ web)?\ (?:utiliza|usa)\ cookies
  | (?:aceptar|rechazar)\ (?:las\ |todas\ las\ )?cookies | todos\ los\ derechos\ reservados
  | (?:noticias|contenido)\ relacionad[ao]s?$
"""
_PROMPT = regex.compile("|".join((_ENGLISH, _FRENCH, _SPANISH)), regex.VERBOSE | regex.IGNORECASE)
_WORD = r"\p{Lu}[\p{L}\p{M}.'’-]*"
_NAME = rf"{_WORD}(?:\s(?:(?:de|del|la|van|von|der|bin|al|el)\s)*{_WORD}){{0,4}}"
# "By Monday" and "By March" are times, not people.
_TIMES = (
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July"
    r"|August|September|October|November|December)\b"
)
_BYLINE = regex.compile(
    rf"(?:(?i:by|par|por|von)\s+)(?!{_TIMES})(?P<author>{_NAME}(?:(?:,\s?|\s(?:and|et|y|und|&)\s){_NAME}){{0,4}})"
)
_DATED = regex.compile(
    r"(?:(?:first\ )?published|posted|updated|last\ (?:updated|modified)|publié(?:e)?(?:\ le)?"
    r"|mise?\ à\ jour(?:\ le)?|publicado(?:\ el)?|actualizado(?:\ el)?)\b(?:\ (?:on|at))?"
    r"[:\s]*(?=.*\d)",
    regex.IGNORECASE,
)
_SEPARATOR = regex.compile(r"\s*[,|·•–—-]\s+|\s*[|·•]\s*")
_SENTENCE_END = regex.compile(r"(?<!\b[ap]\.m)[.!?…][\"”’»]?$")


@dataclass(frozen=True, slots=True)
class Story:
    """The blocks that are the story, and what the lines left out of it said."""

    blocks: tuple[Block, ...]
    fields: Mapping[str, Field]


def without(blocks: Sequence[Block]) -> Story:
    """The blocks without prompts and bylines; `fields` has author and published of a byline."""
    kept: list[Block] = []
    fields: dict[str, Field] = {}
    for block in blocks:
        if is_prompt(block.text):
            continue
        near_top = len(kept) < BYLINE_WITHIN and not block.level
        said = byline(block.text) if near_top else None
        if said is None:
            kept.append(block)
        else:
            fields = {**said, **fields}
    return Story(tuple(kept), fields)


def is_prompt(text: str) -> bool:
    """Whether the paragraph is a prompt of the site, in whole."""
    return (
        len(text) <= LONGEST_LINE
        and _PROMPT.match(text.lstrip("»>→•*- ")) is not None
        and words.count(text) <= LONGEST_PROMPT
    )


def byline(text: str) -> Mapping[str, Field] | None:
    """Author and date of a paragraph that says nothing else; None where it is text."""
    if len(text) > LONGEST_LINE or words.count(text) > LONGEST_BYLINE:
        return None
    who = _BYLINE.match(text)
    rest = text[who.end() :].lstrip(" ,|·•–—-") if who else text
    author = {"author": Field(who["author"], "byline")} if who else {}
    if not rest:
        return author
    date = _date(rest)
    if date:
        return {**author, "published": Field(date, "byline")}
    titled = who is not None and text[who.end() :].lstrip()[:1] in set(",|·•–—-")
    if (titled or _DATED.match(rest)) and not _SENTENCE_END.search(rest):
        return author
    return None


def _date(text: str) -> str:
    """The date that `text` is or ends with, "" for none."""
    starts = [0, *(match.end() for match in _SEPARATOR.finditer(text))]
    if match := _DATED.match(text):
        starts.insert(0, match.end())
    tails = (text[start:].rstrip(" .") for start in starts)
    return next((tail for tail in tails if published.parse(tail)), "")
