from __future__ import annotations

import pytest

from summarize.fetch import Page
from summarize.read.finish import Finished
from summarize.read.options import AS_USUAL
from summarize.sources.pages import Manner, read_page
from tests.sources.conftest import NOW, article, words

MANNER = Manner(NOW, AS_USUAL)
URL = "http://ledger.test/a"
# What each text is in, what its server says, and a text of the language.
PIECE = {
    "fr": "Le préfet a décidé mercredi d’évacuer l’école où l’eau était entrée après la tempête. ",
    "cs": "Starosta řekl, že žáci se vrátí do školy, až bude střecha opravena a třídy uklizeny. ",
    "ru": "Мэр города сообщил, что мост через реку откроют после проверки всех опор и настила. ",
    "el": "Ο δήμαρχος είπε ότι η γέφυρα θα ανοίξει ξανά όταν ελεγχθούν όλα τα στηρίγματα της. ",
    "ja": "市長は、橋の点検がすべて終わってから通行を再開すると火曜日の会見で述べた。",
    "ko": "시장은 다리 점검이 모두 끝난 뒤에 통행을 다시 열겠다고 화요일 회견에서 말했다. ",
    "ar": "قال رئيس البلدية إن الجسر سيفتح من جديد بعد فحص جميع الدعامات في المدينة القديمة. ",
    "zh": "市长星期二在记者会上表示，大桥将在所有检查工作完成之后重新开放通行，居民可以放心。",
}
LIES = [
    ("fr", "utf-8", "iso-8859-1"), ("fr", "cp1252", "utf-8"), ("cs", "cp1250", "utf-8"),
    ("cs", "utf-8", "windows-1252"), ("ru", "cp1251", "utf-8"), ("ru", "koi8-r", "utf-8"),
    ("ru", "cp1251", "iso-8859-1"), ("el", "cp1253", "utf-8"), ("ja", "shift_jis", "utf-8"),
    ("ko", "euc_kr", "utf-8"), ("ar", "cp1256", "utf-8"), ("zh", "gb18030", "utf-8"),
]  # fmt: skip


def fetched(body: bytes, kind: str = "text/html", charset: str | None = None) -> Page:
    return Page(URL, URL, 200, kind, charset, body, None, None, NOW, unchanged=False)


@pytest.mark.parametrize(("language", "real", "said"), LIES)
def test_a_server_that_lies_about_the_charset_is_not_believed(
    language: str, real: str, said: str
) -> None:
    text = PIECE[language] * 12
    body = f"<html><head><title>T</title></head><body><p>{text}</p></body></html>"

    (read,) = read_page(fetched(body.encode(real), charset=said), MANNER)

    assert isinstance(read, Finished)
    assert PIECE[language].strip() in read.article.text


def test_a_server_may_be_the_only_one_who_knows_the_charset() -> None:
    text = "Prefektura zakázala vjezd, dokud voda neopadne, řekl mluvčí. " * 10
    body = f"<html><body><p>{text}</p></body></html>".encode("iso8859-2")

    (read,) = read_page(fetched(body, charset="iso-8859-2"), MANNER)

    assert isinstance(read, Finished)
    assert "řekl mluvčí" in read.article.text


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("text/plain", f"Title\n\n{words('Tavik')}".encode()),
        ("text/markdown", f"# Title\n\n{words('Tavik')}".encode()),
        ("application/octet-stream", article("Title")),
    ],
)
def test_other_kinds_of_documents_are_read_too(kind: str, body: bytes) -> None:
    (read,) = read_page(fetched(body, kind), MANNER)

    assert isinstance(read, Finished)
    assert (read.article.title, read.article.url) == ("Title", URL)
    assert read.article.retrieved == NOW


def test_a_document_of_several_articles_gives_none_the_address_of_all() -> None:
    lines = "\n".join(f'{{"title": "T{n}", "text": "{words("Tavik", 20)}"}}' for n in range(2))

    read = read_page(fetched(lines.encode(), "application/x-ndjson"), MANNER)

    assert [one.article.url for one in read if isinstance(one, Finished)] == [None, None]


def test_bytes_that_are_no_text_are_named() -> None:
    (read,) = read_page(fetched(b"\x00\x01\x02" * 500, "text/html", "utf-8"), MANNER)

    assert not isinstance(read, Finished)
    assert read.reason == "not text"


def test_a_page_that_calls_itself_by_what_is_no_address_is_read() -> None:
    head = '<title>T</title><meta property="og:url" content="http://[abc/">'
    body = f"<html><head>{head}</head><body><p>{words('T')}</p></body></html>"

    (read,) = read_page(fetched(body.encode()), MANNER)

    assert isinstance(read, Finished)
