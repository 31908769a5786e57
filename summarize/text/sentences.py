"""Sentences as spans that tile a text.

1. A blank line, each border that the caller names (headings), and a line break after a full stop
   always end a sentence.
2. sentencex finds the boundaries (84 MB/s, right on Latin, Arabic, Han, Devanagari and Urdu).
3. Its slips are mended. It keeps all that follows an unpaired quotation mark or an opening
   bracket in one piece: such a piece is cut at its full stops, but not inside a short quotation.
   It cuts after some titles, times and list numbers: those cuts are taken back.
4. Spans of white space alone join the sentence before them.
5. A sentence over `LONGEST` characters is split at the last full stop, else clause border, else
   space, else grapheme that fits.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

import regex
from sentencex import get_sentence_boundaries

LONGEST = 1_000  # characters; DESIGN: a claim longer than this is no sentence any more
# sentencex falls back to English for a language it does not know.
FALLBACK = "en"
# sentencex takes time in the square of the quotation marks of a paragraph: a million characters of
# nothing else took 15 s in parts of 20,000 characters, and 1 s in parts of 2,000; 1,000 marks
# among 20,000 characters take 10 ms. A longer paragraph is handed over in parts.
PARAGRAPH = 20_000  # characters
MANY_MARKS = 1_000  # quotation marks in such a part; one with more is cut smaller
SMALL_PART = 2_000  # characters

# A quotation up to this length stays whole, however many sentences it holds: half a quotation
# reads badly. 95 % of the sentences of 60 Multi-News clusters are shorter.
QUOTE_KEPT = 300  # characters

_PARAGRAPH = re.compile(r"\n\s*\n\s*")
_OPENER = re.compile("[“«(\"‘']")
_MARK = re.compile("[\"'`“”„‘’‚«»‹›「」『』]")
_STOPS = r".!?…。！？؟۔।"
_CLOSERS = r"\"'”’»)\]"
# Where a text is cut that is too long, best first.
_CUTS = (
    re.compile(rf"[{_STOPS}][{_CLOSERS}]*(?:\s+|(?<=[。！？]))"),
    re.compile(r"[;:,،؛；：，、–—]\s*"),
    re.compile(r"\s+"),
)
# The guard in front keeps the search linear in a run of stops.
_NO_ABBREVIATION = regex.compile(r"[^\p{L}\p{M}\p{N}.]")
_STOP = re.compile(rf"(?<![{_STOPS}])[{_STOPS}]++[{_CLOSERS}]*+(?P<gap>\s++)(?=(?P<next>.))")
_QUOTED = regex.compile(
    rf"""“[^“”]{{0,{QUOTE_KEPT}}}”
    |«[^«»]{{0,{QUOTE_KEPT}}}»
    |\([^()]{{0,{QUOTE_KEPT}}}\)
    |(?<![\w.,!?])"(?=\S)[^"]{{0,{QUOTE_KEPT}}}"
    |‘(?:[^‘’]|’(?=\w)){{0,{QUOTE_KEPT}}}’(?!\w)
    |(?<!\w)'(?=\S)(?:[^']|(?<=\w)'(?=\w)){{0,{QUOTE_KEPT}}}'(?!\w)""",
    regex.VERBOSE,
)

# Before a name, never at the end of a sentence.
_TITLES = (
    "Mr|Mrs|Ms|Messrs|Dr|Prof|Gov|Govs|Lt|Col|Gen|Sgt|Capt|Cmdr|Maj|Adm|Sen|Sens|Rep|Reps|Rev"
    "|Hon|Supt|Mme|Mlle|Mgr|Sra|Srta|Dra|Fr|Hr|Sig|Dott|PGS|GS|TS|ThS|TP|Tp|डॉ|प्रो"
)
# Other abbreviations that are no shorter than many words; the shorter ones are known by length.
_LONG_ABBREVIATIONS = frozenset(
    """Sept Calif Mass Conn Minn Penn Tenn Wash Okla Ariz Colo Nebr Corp Assn Bros Dept Univ Supp
    Rept Messrs Govs Capt Cmdr Prof Supt Sens Reps Mlle Srta Dott etc approx vs al cf ca pp vol fig
    nos mlle sra dra resp bzw usw""".split()  # noqa: SIM905
)
_DAYS_AND_ZONES = (
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|[ECMP][SD]?T\b|GMT|UTC|local|Eastern|Central"
    r"|Mountain|Pacific|(?:on|in|at|and|to|until)\b"
)
# Places where sentencex cuts and no sentence ends: what stands before, what comes after.
_JOINED = regex.compile(
    rf"""(?<=\b(?:{_TITLES})\.\s{{0,3}})
    |(?<=\b[AaPp]\.[Mm]\.\s{{0,3}})(?={_DAYS_AND_ZONES})
    |(?<=^\d{{1,2}}(?:[:.]\d\d)?\ [AaPp]\.[Mm]\.\ {{0,3}})  # an entry of a live blog
    |(?<=(?:^|[!?]\s|\p{{Ll}}{{4}}\.\s)(?:\d{{1,2}}|\p{{Lu}})[.)]\s{{0,3}})  # "1." or "Q."
    |(?<=\b(?:[Nn]os?|[Aa]rt|[Ff]ig|Rept|[Vv]ol|[Nn]r|pp?)\.\s{{0,3}})(?=\d)
    |(?<=[.!?…]["”’»]\s{{0,3}})(?=\p{{Ll}})  # “Stop?” said
    |(?<=[!?…]["”’»]\s{{0,3}})(?=(?:\p{{Lu}}[\w.]*\s){{1,3}}(?:said|says|ask|told|wrote|add))
    |(?<=\p{{L}}\.[ \t]{{0,3}})(?=[-–—])  # a dateline; J.-P.
    |(?<=(?:-\p{{Lu}}|(?<![.\w])M)\.\s)(?=\p{{Lu}})  # J.-P. Roy; M. Roy
    |(?<=\b\p{{Lu}}\.)(?=\p{{Lu}}\.)  # R-S.D.
    |(?<=[」』])(?=と)""",
    regex.VERBOSE | regex.MULTILINE,
)
_CLOSING = frozenset("”’»)].…\"'")
_ORPHAN = regex.compile(r"[”’»)\].…]++\s*+|[\"'](?=\s|$)\s*+")

Span = tuple[int, int]


def tile(text: str, language: str, borders: Iterable[int] = ()) -> Sequence[Span]:
    """Contiguous `(start, end)` spans that cover `text` from 0 to its length; [] for no text.

    `borders` are offsets at which a sentence must begin, whatever the splitter says.
    """
    cuts = {0, len(text), *borders}
    cuts.update(match.end() for match in _PARAGRAPH.finditer(text))
    cuts.update(_line_ends(text))
    hard = sorted(cuts)
    spans: list[Span] = []
    for paragraph in pairwise(hard):
        for start, end in _parts(text, paragraph):
            spans.extend(_split(text, start, end, language))
    return [piece for span in _join_blank(text, spans) for piece in _shorten(text, span, LONGEST)]


def _parts(text: str, paragraph: Span) -> Iterator[Span]:
    """A paragraph in parts that sentencex is done with in time that grows with their length."""
    for part in _shorten(text, paragraph, PARAGRAPH):
        long = part[1] - part[0] > MANY_MARKS  # a shorter one cannot have so many
        crowded = long and len(_MARK.findall(text, *part)) > MANY_MARKS
        yield from _shorten(text, part, SMALL_PART if crowded else PARAGRAPH)


def _split(text: str, start: int, end: int, language: str) -> Iterator[Span]:
    """The sentences of one paragraph; the offsets of sentencex are code points."""
    paragraph = text[start:end]
    known = language if language != "und" else FALLBACK
    found = {int(each["end_index"]) for each in get_sentence_boundaries(known, paragraph)}
    last = 0
    for place in sorted(found.union(_missed(paragraph))):
        if not last <= place < len(paragraph) or _JOINED.match(paragraph, place):
            continue
        # It closes what the sentence before it opened.
        orphan = _ORPHAN.match(paragraph, place) if paragraph[place] in _CLOSING else None
        border = orphan.end() if orphan else place
        if last < border < len(paragraph):
            yield start + last, start + border
            last = border
    if last < len(paragraph):
        yield start + last, end


def _line_ends(text: str) -> Iterator[int]:
    """Where a line begins after a full stop at the end of the line before."""
    if "\n" not in text.replace("\n\n", ""):  # only blank lines, which are borders anyway
        return
    for match in _STOP.finditer(text):
        if "\n" in match["gap"] and not match["next"].islower() and not _abbreviated(text, match):
            yield match.end()


def _missed(paragraph: str) -> Iterator[int]:
    """Full stops before a capital letter that stand in no short quotation or bracket."""
    # All but the end of a quotation is masked, so that offsets stay.
    masked = paragraph
    if _OPENER.search(paragraph):  # most have none, and the search for whole ones is slow
        masked = _QUOTED.sub(lambda match: "x" * (len(match[0]) - 2) + match[0][-2:], paragraph)
    for match in _STOP.finditer(masked):
        opened = paragraph[match.end() : match.end() + 3].lstrip("\"'“‘«([¿¡")
        if opened[:1].isupper() and not _abbreviated(paragraph, match):
            yield match.end()


def _abbreviated(text: str, stop: re.Match[str]) -> bool:
    """Whether the point may be that of an abbreviation, an initial or a list number."""
    if stop[0].rstrip()[:2].strip(_CLOSERS) != ".":
        return False
    word = text[max(0, stop.start() - LONGEST // 50) : stop.start()]
    word = _NO_ABBREVIATION.split(word)[-1]
    if "." in word or len(word) < 2 or word in _LONG_ABBREVIATIONS:
        return True
    return len(word) < 4 and (word[0].isupper() or (word.isdigit() and len(word) < 3))


def _join_blank(text: str, spans: Sequence[Span]) -> list[Span]:
    """No sentence is white space alone, unless the whole text is."""
    joined: list[Span] = []
    blank = False  # the last one of `joined` is
    for start, end in spans:
        empty = not text[start:end].strip()
        if joined and (empty or blank):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
            blank = True
        blank = blank and empty
    return joined


def _shorten(text: str, span: Span, longest: int) -> Iterator[Span]:
    start, end = span
    while end - start > longest:
        cut = start + _cut(text[start : start + longest])
        yield start, cut
        start = cut
    if end > start:
        yield start, end


def _cut(window: str) -> int:
    """Where to split: after the last full stop, else clause border, space, grapheme that fits."""
    graphemes = {match.start() for match in regex.finditer(r"\X", window)} - {0}
    for border in _CUTS:
        places = {match.end() for match in border.finditer(window)} & graphemes
        if max(places, default=0) > len(window) // 4:
            return max(places)
    return max(graphemes, default=len(window))
