"""Bytes whose declared charset may be a lie."""

import pytest

from summarize.read.charset_lies import decode

POLISH = "Tama powyżej Orlen pękła we wtorek tuż po północy, podała rada regionu. Ratownicy łodzią."
TURKISH = "Orlen'in üstündeki baraj salı günü gece yarısından kısa süre sonra çöktü, açıkladı."
CHINESE = "奧爾倫上游的大壩週二午夜後不久決堤，洪水沖過下城區，地區委員會在聲明中說。"


@pytest.mark.parametrize(
    ("text", "real", "declared"),
    [
        (POLISH, "iso8859-2", "iso-8859-1"),
        (POLISH, "cp1250", "utf-8"),
        (TURKISH, "cp1254", "utf-8"),
        (CHINESE, "big5", "gb2312"),
        (CHINESE, "big5", None),
        (CHINESE, "utf-8", "big5"),
        (POLISH, "cp1250", "no such charset"),
        ("plain text of ASCII", "ascii", "utf-16"),
    ],
)
def test_the_text_is_what_was_written(text: str, real: str, declared: str | None) -> None:
    assert decode(text.encode(real), declared) == text


@pytest.mark.parametrize("charset", ["iso8859-2", "cp1250", "iso8859-9", "big5", "utf-8"])
def test_what_is_declared_truly_is_believed(charset: str) -> None:
    text = {"iso8859-9": TURKISH, "big5": CHINESE}.get(charset, POLISH)
    assert decode(text.encode(charset), charset) == text


def test_a_mark_is_believed() -> None:
    assert decode(POLISH.encode("utf-16"), "koi8-r") == POLISH


def test_what_nobody_wrote_is_no_text() -> None:
    odd = b" ".join(bytes([n, 255 - n % 64, n]) for n in range(128, 256))
    assert decode(odd, "cp1252") is None
