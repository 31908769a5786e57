from __future__ import annotations

import pytest
from yarl import URL

from summarize.errors import UsageError
from summarize.fetch.proxies import Proxies, Proxy

PROXY = Proxy(URL("http://gate.example:3128"))


@pytest.mark.parametrize(
    ("environ", "url", "proxied"),
    [
        ({}, "http://a.example/", False),
        ({"http_proxy": "http://gate.example:3128"}, "http://a.example/", True),
        ({"http_proxy": "gate.example:3128"}, "http://a.example/", True),
        ({"http_proxy": "http://gate.example:3128"}, "https://a.example/", False),
        ({"https_proxy": "http://gate.example:3128"}, "https://a.example/", True),
        ({"HTTPS_PROXY": "http://gate.example:3128"}, "https://a.example/", True),
        ({"HTTP_PROXY": "http://gate.example:3128"}, "http://a.example/", False),
        ({"ALL_PROXY": "http://gate.example:3128"}, "http://a.example/", False),
    ],
)
def test_a_proxy_is_taken_from_the_environment(
    environ: dict[str, str], url: str, proxied: bool
) -> None:
    assert Proxies(environ)(URL(url)) == (PROXY if proxied else None)


@pytest.mark.parametrize(
    ("none_for", "proxied"),
    [
        ("a.example", False),
        (".example", False),
        ("b.example, EXAMPLE", False),
        ("a.example:8080", False),
        ("*", False),
        ("a.example:80", True),
        ("xample", True),
        ("", True),
    ],
)
def test_some_hosts_are_asked_without_it(none_for: str, proxied: bool) -> None:
    proxies = Proxies({"http_proxy": "http://gate.example:3128", "no_proxy": none_for})

    assert (proxies(URL("http://a.example:8080/")) is not None) == proxied


def test_a_login_is_told_to_the_proxy_and_stands_in_no_address() -> None:
    found = Proxies({"http_proxy": "http://mara:s%40t@gate.example"})(URL("http://a.example/"))

    assert found == Proxy(URL("http://gate.example"), {"Proxy-Authorization": "Basic bWFyYTpzQHQ="})


@pytest.mark.parametrize("where", ["socks5://gate.example:1080", "http://", "http://[::1"])
def test_what_is_no_http_proxy_is_refused_in_one_line(where: str) -> None:
    with pytest.raises(UsageError, match="http_proxy of the environment"):
        Proxies({"http_proxy": where})
