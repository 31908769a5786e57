from __future__ import annotations

import gzip
import hashlib
import socketserver
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import platformdirs
import pytest

from summarize.text.token_tables import Table, find

CONTENT = b"YQ== 0\nYg== 1\n"
Answer = Callable[[socketserver.StreamRequestHandler, threading.Event], object]


def table(url: str = "http://127.0.0.1:9/nobody-listens") -> Table:
    return Table(url, hashlib.sha256(CONTENT).hexdigest(), ".")


def key(one: Table) -> str:
    return hashlib.sha1(one.url.encode()).hexdigest()


@contextmanager
def serving(answer: Answer) -> Iterator[str]:
    """The address of a server that answers so; it is told when the test is over."""
    over = threading.Event()

    class Handler(socketserver.StreamRequestHandler):
        def handle(self) -> None:
            self.rfile.readline()
            try:
                answer(self, over)
            except OSError:
                return

    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}/some.tiktoken"
        finally:
            over.set()
            server.shutdown()
            thread.join()


def sending(content: bytes) -> Answer:
    head = b"HTTP/1.0 200 OK\r\n\r\n"
    return lambda handler, _: handler.wfile.write(head + content)


def silent(_: socketserver.StreamRequestHandler, over: threading.Event) -> None:
    over.wait(20)


def dripping(handler: socketserver.StreamRequestHandler, over: threading.Event) -> None:
    handler.wfile.write(b"HTTP/1.0 200 OK\r\n\r\n")
    while not over.wait(0.02):
        handler.wfile.write(b"Y")


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Our own folder; nothing is kept anywhere else, and no proxy is asked."""
    monkeypatch.setattr(platformdirs, "user_cache_path", lambda name: tmp_path / name)
    monkeypatch.setenv("TIKTOKEN_CACHE_DIR", str(tmp_path / "tiktoken's"))
    monkeypatch.delenv("DATA_GYM_CACHE_DIR", raising=False)
    monkeypatch.delenv("SUMMARIZE_OFFLINE", raising=False)
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    return tmp_path / "summarize" / "tiktoken"


def kept(folder: Path, one: Table, content: bytes = CONTENT) -> None:
    folder.mkdir(parents=True)
    (folder / key(one)).write_bytes(content)


@pytest.mark.parametrize("name", ["TIKTOKEN_CACHE_DIR", "DATA_GYM_CACHE_DIR"])
def test_a_table_is_found_where_tiktoken_keeps_it(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("TIKTOKEN_CACHE_DIR")
    monkeypatch.setenv(name, str(tmp_path / "there"))
    kept(tmp_path / "there", table())
    assert find("some", table(), 0.1) == CONTENT


def test_a_table_is_found_in_the_temporary_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("TIKTOKEN_CACHE_DIR")
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    kept(tmp_path / "data-gym-cache", table())
    assert find("some", table(), 0.1) == CONTENT


def test_a_harmed_table_is_passed_over(cache: Path, tmp_path: Path) -> None:
    kept(tmp_path / "tiktoken's", table(), CONTENT[:-3])
    kept(cache, table())
    assert find("some", table(), 0.1) == CONTENT


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The data folder of a package bpe_openai that breaks when it is imported."""
    data = tmp_path / "site" / "bpe_openai" / "data"
    data.mkdir(parents=True)
    (data.parent / "__init__.py").write_text("raise ImportError", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path / "site")
    monkeypatch.delitem(sys.modules, "bpe_openai", raising=False)
    return data


def test_a_table_is_read_from_the_package_without_importing_it(package: Path) -> None:
    (package / "some.tiktoken.gz").write_bytes(gzip.compress(CONTENT, mtime=0))
    assert find("some", table(), 0.1) == CONTENT


@pytest.mark.parametrize("content", [b"no gzip", gzip.compress(CONTENT, mtime=0)[:-9], b""])
def test_a_package_that_is_harmed_is_passed_over(package: Path, content: bytes) -> None:
    (package / "some.tiktoken.gz").write_bytes(content)
    with pytest.raises(LookupError):
        find("some", table(), 0.1)


def test_a_download_is_kept(cache: Path) -> None:
    with serving(sending(CONTENT)) as url:
        assert find("some", table(url), 10) == CONTENT
    assert [path.name for path in cache.iterdir()] == [key(table(url))]
    assert find("some", table(url), 0.1) == CONTENT


def test_a_download_is_used_where_it_cannot_be_kept(cache: Path) -> None:
    cache.parent.write_text("a file where the folder would be", encoding="utf-8")
    with serving(sending(CONTENT)) as url:
        assert find("some", table(url), 10) == CONTENT


@pytest.mark.parametrize("answer", [silent, dripping], ids=["silent", "dripping"])
def test_a_server_that_does_not_finish_is_not_waited_for(answer: Answer, cache: Path) -> None:
    with serving(answer) as url, pytest.raises(LookupError):
        find("some", table(url), 0.2)
    assert not cache.exists()


@pytest.mark.parametrize("content", [b"something else", b"", CONTENT[:-1]])
def test_a_download_with_another_sha256_is_not_used(content: bytes, cache: Path) -> None:
    with serving(sending(content)) as url, pytest.raises(LookupError):
        find("some", table(url), 10)
    assert not cache.exists()


def test_a_server_that_speaks_no_http_is_no_source() -> None:
    with (
        serving(lambda handler, _: handler.wfile.write(b"220 mail\r\n")) as url,
        pytest.raises(LookupError),
    ):
        find("some", table(url), 10)


def test_nobody_listening_is_no_source() -> None:
    with pytest.raises(LookupError):
        find("some", table(), 10)


def test_offline_nothing_is_downloaded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SUMMARIZE_OFFLINE", "1")
    with serving(sending(CONTENT)) as url, pytest.raises(LookupError):
        find("some", table(url), 10)
