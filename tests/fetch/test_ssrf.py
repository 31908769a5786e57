"""Nothing that is not of the public internet is connected to, in whatever form it is asked for."""

from __future__ import annotations

import pytest
from hostile_site import Handler, Site, moved, page
from pytest_socket import SocketConnectBlockedError

from summarize.errors import FetchError
from summarize.fetch import FetchSettings
from summarize.fetch.client import Fetcher
from summarize.fetch.resolving import Resolver, SystemResolver, TableResolver

# PORT is that of a server on 127.0.0.1 that counts who connects to it.
FORMS = [
    "http://127.0.0.1:PORT/", "http://127.1:PORT/", "http://127.0.1:PORT/",
    "http://2130706433:PORT/", "http://017700000001:PORT/", "http://0x7f000001:PORT/",
    "http://0x7f.0.0.1:PORT/", "http://0x7F.1:PORT/", "http://0177.0.0.1:PORT/",
    "http://127.000.000.001:PORT/", "http://127.0.0.1.:PORT/", "http://127.0.0.2:PORT/",
    "http://0:PORT/", "http://0.0.0.0:PORT/", "http://①②⑦.⓪.⓪.①:PORT/",
    "http://127。0。0。1:PORT/", "http://１２７.0.0.1:PORT/", "http://%31%32%37.0.0.1:PORT/",
    "http://4294967297:PORT/", "http://127.0.0.1%2f.example:PORT/",
    "http://localhost:PORT/", "http://LOCALHOST.:PORT/", "http://a.localhost:PORT/",
    "http://ⓛocalhost:PORT/", "http://localhost.localdomain:PORT/", "http://printer.local:PORT/",
    "http://wiki.lan:PORT/", "http://metadata.google.internal/", "http://host.home.arpa:PORT/",
    "http://[::1]:PORT/", "http://[::]:PORT/", "http://[0:0:0:0:0:0:0:1]:PORT/",
    "http://[::ffff:127.0.0.1]:PORT/", "http://[::ffff:7f00:1]:PORT/",
    "http://[::127.0.0.1]:PORT/", "http://[64:ff9b::127.0.0.1]:PORT/",
    "http://[64:ff9b:1::7f00:1]:PORT/", "http://[2002:7f00:1::]:PORT/",
    "http://[2001:0:7f00:1::1]:PORT/", "http://[fe80::1]:PORT/", "http://[fe80::1%25lo]:PORT/",
    "http://[fec0::1]:PORT/", "http://[fd00:ec2::254]/", "http://[ff02::1]:PORT/",
    "http://[::ffff:a9fe:a9fe]/", "http://[::1%25lo]:PORT/",
    "http://10.0.0.1/", "http://172.16.0.1/", "http://192.168.1.1/", "http://169.254.169.254/",
    "http://2852039166/", "http://100.64.0.1/", "http://100.100.100.200/",
    "http://168.63.129.16/", "http://192.0.0.192/", "http://198.18.0.1/", "http://224.0.0.1/",
    "http://240.0.0.1/", "http://255.255.255.255/", "http://192.88.99.1/",
    "http://mara@127.0.0.1:PORT/", "http://news.example@127.0.0.1:PORT/",
    "http://news.example:80@127.0.0.1:PORT/", "http://127.0.0.1:PORT\\@news.example/",
    "http://news.example\\@127.0.0.1:PORT/", "http://127.0.0.1:PORT#@news.example/",
    "http://127.0.0.1:PORT?@news.example/", "http://127.0.0.1\t:PORT/", "http://127.0.0.1\n:PORT/",
    "http:127.0.0.1:PORT/", "http:/127.0.0.1:PORT/", "http:///127.0.0.1:PORT/",
    "//127.0.0.1:PORT/", "127.0.0.1:PORT", "file:///etc/hosts", "file://127.0.0.1/etc/hosts",
    "gopher://127.0.0.1:PORT/_GET", "ftp://127.0.0.1:PORT/", "ws://127.0.0.1:PORT/",
    "dict://127.0.0.1:PORT/", "data:text/html,a", "javascript:alert(1)", "jar:http://127.0.0.1!/",
    "view-source:http://127.0.0.1:PORT/", "http+unix://127.0.0.1:PORT/", "", "http://",
]  # fmt: skip
# What public-looking names may stand for.
ANSWERS = [
    ["127.0.0.1"], ["10.1.2.3", "127.0.0.1"], ["::1"], ["::ffff:127.0.0.1"], ["169.254.169.254"],
    ["64:ff9b::7f00:1"], ["0.0.0.0"], ["fe80::1%1"],
]  # fmt: skip


async def refusal(
    url: str, *, resolver: Resolver | None = None, environ: dict[str, str] | None = None
) -> FetchError:
    """Why an address is not fetched, with the settings that everyone has."""
    resolver = resolver or SystemResolver()
    async with Fetcher(FetchSettings(), resolver=resolver, environ=environ or {}) as fetcher:
        with pytest.raises(FetchError) as raised:
            await fetcher.get(url)
    return raised.value


@pytest.mark.parametrize("form", FORMS)
async def test_no_form_of_a_private_address_is_connected_to(form: str) -> None:
    async with Site({"*": page(b"secret")}) as inside:
        error = await refusal(form.replace("PORT", str(inside.port)))

        assert inside.connections == 0
    assert error.reason in {"address not allowed", "not http(s)"}


@pytest.mark.parametrize("answer", ANSWERS, ids=" ".join)
async def test_a_public_name_of_a_private_address_is_not_connected_to(answer: list[str]) -> None:
    async with Site({"*": page(b"secret")}) as inside:
        resolver = TableResolver({"rebound.example": [answer]})

        error = await refusal(f"http://rebound.example:{inside.port}/", resolver=resolver)

        assert inside.connections == 0
    assert error.reason == "address not allowed"


@pytest.mark.filterwarnings("ignore:A test tried to use socket")
async def test_what_was_checked_is_what_is_connected_to() -> None:
    """A name that is public when it is checked and private when it is used."""
    resolver = TableResolver({"rebound.example": [["93.184.216.34"], ["127.0.0.1"]]})
    async with (
        Site({"*": page(b"secret")}) as inside,
        Fetcher(FetchSettings(ignore_robots=True), resolver=resolver, environ={}) as fetcher,
    ):
        with pytest.raises(SocketConnectBlockedError, match=r"93\.184\.216\.34"):  # by the tests
            await fetcher.get("http://rebound.example:81/")
        assert resolver.asked == ["rebound.example"]

        with pytest.raises(FetchError, match=r"address not allowed \(127\.0\.0\.1 is loopback\)"):
            await fetcher.get(f"http://rebound.example:{inside.port}/")
        assert inside.connections == 0


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
@pytest.mark.parametrize(
    "where",
    [
        "http://127.0.0.1:PORT/", "//127.0.0.1:PORT/", "http://0x7f.1:PORT/", "file:///etc/hosts",
        "http://mara@127.0.0.1:PORT/", "http://rebound.example:PORT/", "\\\\127.0.0.1:PORT/",
        "http://[::ffff:127.0.0.1]:PORT/", "gopher://127.0.0.1:PORT/",
    ],
)  # fmt: skip
async def test_a_redirect_leads_to_no_private_address(status: int, where: str) -> None:
    # The public site is one behind a proxy: it alone can be on this machine.
    pages: dict[str, Handler] = {}
    resolver = TableResolver({"rebound.example": [["127.0.0.1"]]})
    async with Site(pages) as proxy, Site({"*": page(b"secret")}) as inside:
        target = where.replace("PORT", str(inside.port))
        pages["http://news.example/a"] = moved(target, status)
        environ = {"http_proxy": proxy.url, "no_proxy": "rebound.example"}

        error = await refusal("http://news.example/a", resolver=resolver, environ=environ)

        assert inside.connections == 0
    assert error.reason in {"address not allowed", "not http(s)", "http status 404"}


async def test_a_robots_txt_leads_to_no_private_address() -> None:
    pages: dict[str, Handler] = {"http://news.example/a": page(b"an article")}
    async with Site(pages) as proxy, Site({"*": page(b"secret")}) as inside:
        pages["http://news.example/robots.txt"] = moved(f"{inside.url}/")

        error = await refusal("http://news.example/a", environ={"http_proxy": proxy.url})

        assert inside.connections == 0
    assert error.reason == "address not allowed"
