"""Words for how many there are that give no figure, by language, and what they may stand for."""

from __future__ import annotations

# "Tens" are 20 to 200, "hundreds" 100 to 2,000: who counts 1,100 may say "hundreds". What is
# larger reaches a thousand times as far.
TENS = (20, 200)
HUNDREDS = (100, 2000)
_K, _M, _B = 1e3, 1e6, 1e9

# Regular expressions of lower-case text, with the least and the most that each may stand for.
MULTITUDES: dict[str, tuple[tuple[str, tuple[float, float]], ...]] = {
    "ar": (
        (r"عشرات (?:ال)?آلاف", (1e4, _M)), (r"مئات (?:ال)?آلاف", (1e5, 1e8)),
        (r"عشرات (?:ال)?ملايين", (1e7, _B)), (r"مئات (?:ال)?ملايين", (1e8, 1e11)),
        (r"(?:ال)?عشرات", TENS), (r"(?:ال)?مئات", HUNDREDS), (r"(?:ال)?آلاف", (_K, _M)),
        (r"(?:ال)?ملايين", (_M, _B)), (r"(?:ال)?مليارات", (_B, 1e12)),
    ),
    "de": (
        (r"zehntausenden?", (1e4, _M)), (r"hunderttausenden?", (1e5, 1e8)),
        (r"dutzenden?", TENS), (r"hunderten?", HUNDREDS), (r"tausenden?", (_K, _M)),
        (r"millionen", (_M, _B)), (r"milliarden", (_B, 1e12)),
    ),
    "en": (
        (r"tens of thousands", (1e4, _M)), (r"hundreds of thousands", (1e5, 1e8)),
        (r"tens of millions", (1e7, _B)), (r"hundreds of millions", (1e8, 1e11)),
        (r"dozens|scores of", TENS), (r"hundreds", HUNDREDS), (r"thousands", (_K, _M)),
        (r"millions", (_M, _B)), (r"billions", (_B, 1e12)), (r"trillions", (1e12, 1e15)),
    ),
    "es": (
        (r"decenas de miles", (1e4, _M)), (r"(?:cientos|centenares) de miles", (1e5, 1e8)),
        (r"decenas de millones", (1e7, _B)), (r"(?:cientos|centenares) de millones", (1e8, 1e11)),
        (r"decenas|docenas", TENS), (r"cientos|centenares", HUNDREDS),
        (r"miles|millares", (_K, _M)), (r"millones", (_M, _B)), (r"billones", (1e12, 1e15)),
    ),
    "fr": (
        (r"dizaines de milliers", (1e4, _M)), (r"centaines de milliers", (1e5, 1e8)),
        (r"dizaines de millions", (1e7, _B)), (r"centaines de millions", (1e8, 1e11)),
        (r"dizaines|douzaines", TENS), (r"centaines", HUNDREDS), (r"milliers", (_K, _M)),
        (r"millions", (_M, _B)), (r"milliards", (_B, 1e12)),
    ),
    "hi": (
        (r"दर्जनों", TENS), (r"सैकड़ों", HUNDREDS), (r"हजारों|हज़ारों", (_K, _M)),
        (r"लाखों", (1e5, 1e8)), (r"करोड़ों", (1e7, 1e10)), (r"अरबों", (_B, 1e12)),
    ),
    "pt": (
        (r"dezenas de milhares", (1e4, _M)), (r"centenas de milhares", (1e5, 1e8)),
        (r"dezenas de milhões", (1e7, _B)), (r"centenas de milhões", (1e8, 1e11)),
        (r"dezenas|dúzias", TENS), (r"centenas", HUNDREDS), (r"milhares", (_K, _M)),
        (r"milhões", (_M, _B)), (r"bilhões", (_B, 1e12)), (r"trilhões", (1e12, 1e15)),
    ),
    "ur": (
        (r"درجنوں", TENS), (r"سینکڑوں", HUNDREDS), (r"ہزاروں", (_K, _M)),
        (r"لاکھوں", (1e5, 1e8)), (r"کروڑوں", (1e7, 1e10)), (r"اربوں", (_B, 1e12)),
    ),
    "vi": (
        (r"hàng (?:chục nghìn|chục ngàn|vạn)", (1e4, _M)),
        (r"hàng trăm (?:nghìn|ngàn)", (1e5, 1e8)), (r"hàng chục triệu", (1e7, _B)),
        (r"hàng trăm triệu", (1e8, 1e11)), (r"hàng chục", TENS), (r"hàng trăm", HUNDREDS),
        (r"hàng (?:nghìn|ngàn)", (_K, _M)), (r"hàng triệu", (_M, _B)), (r"hàng tỷ", (_B, 1e12)),
    ),
    "zh": (
        (r"[数几]百万", (_M, _B)), (r"[数几]千万", (1e7, _B)), (r"[数几]十万", (1e5, 1e8)),
        (r"[数几]万|成千上万", (1e4, _M)), (r"[数几]十亿", (1e10, 1e12)),
        (r"[数几]亿", (1e8, 1e11)),
        (r"[数几]十", TENS), (r"[数几]百", HUNDREDS), (r"[数几]千", (_K, _M)),
    ),
}  # fmt: skip
