"""Bytes to text.

1. A byte order mark; UTF-16 without one shows itself by its zero bytes.
2. The declared charset, as browsers read the label (latin-1 means windows-1252). One exception:
   bytes beyond ASCII that are valid UTF-8 are UTF-8, whatever single-byte charset is declared,
   since by chance that does not happen.
3. UTF-8.
4. Detection by charset-normalizer.
"""

from __future__ import annotations

import codecs
import re

# Detection reads this much; more does not change its mind and costs 10 ms per 100 KB.
SAMPLE = 32_000  # bytes
# Where every second byte is zero in this share of a sample, it is UTF-16 of a script in Latin-1.
ZEROS = 0.3
SHORTEST_WIDE = 5  # characters; in fewer, a zero byte says nothing
# Text has tabs, line ends, form feeds and escapes; other control bytes above this share are data.
CONTROL = 0.02

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})"""
    rb"""|<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{2,40})""",
    re.IGNORECASE,
)
_AS_BROWSERS = {
    "iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "gb2312": "gb18030",
    "gbk": "gb18030", "euc_kr": "cp949", "shift_jis": "cp932",
}  # fmt: skip
# The characters of text in the languages that windows-1252 is for, and Turkish as it looks there.
_WESTERN = re.compile(
    "[\x00-\x7f\xa0\u2010-\u203a€™°§·«»¿¡ªº©®ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞß"
    "àáâãäåæçèéêëìíîïðñòóôõöøùúûüýþÿŒœŠšŽžŸ]*"
)
_LATIN = re.compile("[\u00c0-\u024f]")
_CONTROL_BYTES = bytes(set(range(32)) - set(b"\t\n\r\f\x0b\x1b")) + b"\x7f"


def declared(data: bytes) -> str | None:
    """The charset that a page or XML file claims to be in, in its first 4,096 bytes."""
    match = _DECLARED.search(data[:4_096])
    return (match[1] or match[2]).decode("ascii", "ignore") if match else None


def is_wide(head: bytes) -> bool:
    """Whether bytes start as UTF-16 or UTF-32 with a mark: their lines do not end at a byte."""
    return head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))


def looks_binary(data: bytes) -> bool:
    """No text in any charset: zero bytes that are not UTF-16, or many control bytes."""
    if any(data.startswith(mark) for mark, _ in _MARKS) or _unmarked_utf16(data):
        return False
    sample = data[:SAMPLE]
    odd = len(sample) - len(sample.translate(None, _CONTROL_BYTES))
    return b"\0" in data or odd > CONTROL * len(sample)


def decode(data: bytes, label: str | None = None) -> str | None:
    """The text of `data`; None where no charset gives one. `label` is what was declared."""
    for mark, marked in _MARKS:
        if data.startswith(mark):
            return _try(data[len(mark) :], marked)
    charset = _unmarked_utf16(data) or _known(label)
    if charset is None or _single_byte(charset):
        text = _try(data, "utf-8")
        if text is not None:
            return text
    text = _try(data, charset) if charset else None
    return text if text is not None else _detect(data)


def _unmarked_utf16(data: bytes) -> str | None:
    sample = data[:SAMPLE]
    half = len(sample) / 2
    if half < SHORTEST_WIDE:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > ZEROS * half and even < odd / 10:
        return "utf-16-le"
    if even > ZEROS * half and odd < even / 10:
        return "utf-16-be"
    return None


def _known(label: str | None) -> str | None:
    """The codec for a declared label; never UTF-16, for the label itself was read as ASCII."""
    try:
        name = codecs.lookup(label).name if label else None
    except LookupError:
        return None
    if name is None or name.startswith(("utf-16", "utf-32")):
        return None
    return _AS_BROWSERS.get(name, name)


def _single_byte(charset: str) -> bool:
    return charset.startswith(("cp125", "iso8859", "koi8", "mac", "cp8", "utf-8"))


def _try(data: bytes, charset: str) -> str | None:
    try:
        return data.decode(charset)
    except (UnicodeError, LookupError):  # LookupError: a codec that is not of text, such as hex
        return None


def _detect(data: bytes) -> str | None:
    from charset_normalizer import from_bytes  # 40 ms: most files are UTF-8

    sample = data[:SAMPLE]
    if len(data) > SAMPLE:  # end at a space, not inside a character of several bytes
        sample = sample[: max(sample.rfind(b"\n"), sample.rfind(b" "), SAMPLE // 2)]
    best = from_bytes(sample).best()
    if best is None:
        return None
    return _try(data, (_LATIN.search(str(best)) and _latin(sample)) or best.encoding)


def _latin(sample: bytes) -> str | None:
    """Detection cannot tell Latin charsets of one byte apart in a short text: the letters can."""
    text = _try(sample, "cp1252")
    if text is None or not _WESTERN.fullmatch(text):
        return None
    letters = set(text.casefold())
    czech = letters & set("šž") and letters & set("øìèù")  # how its ř, ě, č, ů look
    hungarian = "õ" in letters and not letters & set("ãä")  # how its ő looks
    if czech or hungarian:
        return "cp1250"
    return "cp1254" if letters & set("ðþý") and not letters & set("áæíó") else "cp1252"
