"""Bytes become the text that was meant, or none."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.read import charset

FRENCH = "La préfecture a annoncé mardi que la crue avait emporté trois ponts à Valmère."
RUSSIAN = "Мэр сообщил во вторник, что наводнение разрушило три моста недалеко от города."
TURKISH = "Belediye başkanı salı günü selin üç köprüyü yıktığını ve okulun kapandığını söyledi."


@pytest.mark.parametrize("name", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_decides(name: str) -> None:
    assert charset.decode(FRENCH.encode(name), "cp1251") == FRENCH


@pytest.mark.parametrize("name", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_is_seen(name: str) -> None:
    data = FRENCH.encode(name)
    assert not charset.looks_binary(data)
    assert charset.decode(data) == FRENCH


def test_a_broken_text_behind_a_mark_is_not_decodable() -> None:
    assert charset.decode(codecs.BOM_UTF16_LE + b"\x00\xd8\x00") is None


def test_the_declared_charset_is_used() -> None:
    assert charset.decode(RUSSIAN.encode("koi8-r"), "KOI8-R") == RUSSIAN


def test_latin_1_is_read_as_browsers_read_it() -> None:
    assert charset.decode("“Oui” – dit-il".encode("cp1252"), "iso-8859-1") == "“Oui” – dit-il"


def test_utf_8_is_seen_behind_a_single_byte_label() -> None:
    assert charset.decode(FRENCH.encode(), "iso-8859-1") == FRENCH


@pytest.mark.parametrize("label", ["utf-8", "shift_jis", "no-such-charset", "hex", "utf-16", None])
def test_a_label_that_lies_falls_through_to_detection(label: str | None) -> None:
    assert charset.decode(FRENCH.encode("cp1252"), label) == FRENCH


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (RUSSIAN, "cp1251"),
        (TURKISH, "cp1254"),
        ("El alcalde señaló que la inundación destruyó tres puentes en España.", "cp1252"),
        ("Starosta řekl, že povodeň zničila tři mosty a že škola zůstává zavřená.", "cp1250"),
        (
            "A polgármester szerint az árvíz három hidat elsodort az erős esőben.",
            "cp1250",
        ),
        ("Burmistrz poinformował we wtorek, że powódź zniszczyła trzy mosty.", "cp1250"),
        ("市長は火曜日、洪水で三つの橋が壊れたと発表した。学校は金曜日まで休校となる。", "cp932"),
        ("市长星期二宣布，洪水冲毁了三座桥梁。学校将停课至星期五。居民正在撤离。", "gb18030"),
    ],
)
def test_an_undeclared_charset_is_detected(text: str, name: str) -> None:
    assert charset.decode(text.encode(name)) == text


def test_a_long_text_is_detected_by_its_head() -> None:
    text = (RUSSIAN + "\n") * 1_000
    assert charset.decode(text.encode("cp1251")) == text


def test_bytes_of_no_charset_are_not_decodable() -> None:
    assert charset.decode(bytes(range(128, 256)) * 3 + b"\x00\x01") is None


@pytest.mark.parametrize(
    ("data", "label"),
    [
        (b'<meta charset="windows-1251">', "windows-1251"),
        (b"<META http-equiv=Content-Type content='text/html; charset=koi8-r'>", "koi8-r"),
        (b"<?xml version='1.0' encoding='iso-8859-2'?>", "iso-8859-2"),
        (b"<p>charset=utf-8</p>", None),
    ],
)
def test_the_declaration_of_a_page_is_found(data: bytes, label: str | None) -> None:
    assert charset.declared(data) == label


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n\x00\x00", b"PK\x03\x04\x14" * 9, b"ab\0c"])
def test_data_is_no_text(data: bytes) -> None:
    assert charset.looks_binary(data)


@pytest.mark.parametrize("data", [b"", b"a", FRENCH.encode(), b"page one\x0cpage two"])
def test_text_is_not_taken_for_data(data: bytes) -> None:
    assert not charset.looks_binary(data)


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\ufeff\0")))
def test_utf_8_comes_back_as_it_was(text: str) -> None:
    assert charset.decode(text.encode(), "utf-8") == text


@given(st.binary(max_size=300))
def test_no_bytes_raise(data: bytes) -> None:
    charset.looks_binary(data)
    assert charset.decode(data, charset.declared(data)) is None or data is not None
