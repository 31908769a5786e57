from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, ip_address

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from summarize.errors import FetchError
from summarize.fetch.addresses import checked, kind_of

V4 = st.ip_addresses(v=4)


@given(address=st.one_of(V4, st.ip_addresses(v=6)))
@example(address=ip_address("fc00::1"))
@example(address=ip_address("2001:2::1"))
def test_what_python_knows_to_be_special_is_never_allowed(
    address: IPv4Address | IPv6Address,
) -> None:
    if not address.is_global or address.is_multicast:
        assert kind_of(address) is not None


@given(inner=V4, prefix=st.sampled_from(["::ffff:0:0", "64:ff9b::"]))
def test_an_embedded_address_is_allowed_as_the_one_it_embeds(
    inner: IPv4Address, prefix: str
) -> None:
    outer = IPv6Address(int(IPv6Address(prefix)) + int(inner))

    assert (kind_of(outer) is None) == (kind_of(inner) is None)


@given(inner=V4)
def test_a_6to4_address_is_allowed_as_the_one_it_embeds(inner: IPv4Address) -> None:
    outer = IPv6Address((0x2002 << 112) | (int(inner) << 80))

    assert (kind_of(outer) is None) == (kind_of(inner) is None)


@pytest.mark.parametrize("address", ["8.8.4.4", "2606:4700::1111", "::ffff:8.8.4.4"])
def test_a_public_address_is_allowed(address: str) -> None:
    assert kind_of(ip_address(address)) is None


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("168.63.129.16", "cloud metadata"),
        ("::ffff:169.254.169.254", "link-local (169.254.169.254)"),
        ("4000::1", "reserved"),
        ("100.100.100.200", "carrier-grade NAT"),
    ],
)
def test_the_kind_of_an_address_is_named(address: str, kind: str) -> None:
    assert kind_of(ip_address(address)) == kind


def test_an_address_loses_its_fragment_and_is_spelled_as_it_is_sent() -> None:
    assert str(checked(" HTTPS://Zürich.example:443/ä?q=ö#top ")) == (
        "https://xn--zrich-kva.example/%C3%A4?q=%C3%B6"
    )


@pytest.mark.parametrize("address", ["http://a.example?b", "http://a.example/?b"])
def test_an_address_without_a_path_is_the_one_of_the_root(address: str) -> None:
    assert str(checked(address)) == "http://a.example/?b"


@pytest.mark.parametrize("host", ["news.example", "a_b.example.", "8.8.4.4", "[2606:4700::1]"])
def test_a_public_host_may_be_asked(host: str) -> None:
    checked(f"http://{host}:8080/")


@pytest.mark.parametrize("host", ["127.0.0.1", "[::1]", "desk.local", "localhost", "[fe80::1%251]"])
def test_private_hosts_may_be_asked_where_a_person_says_so(host: str) -> None:
    with pytest.raises(FetchError, match="--allow-private allows it"):
        checked(f"http://{host}/")

    checked(f"http://{host}/", allow_private=True)


@pytest.mark.parametrize("host", ["2130706433", "127.1", "[1:2]", "a..b", "-a", "a%20b", "x" * 254])
def test_what_is_no_host_is_refused_even_then(host: str) -> None:
    with pytest.raises(FetchError):
        checked(f"http://{host}/", allow_private=True)


def test_a_password_is_in_no_error() -> None:
    with pytest.raises(FetchError) as raised:
        checked("http://mara:secret@news.example/")

    assert "secret" not in str(raised.value)


@given(address=st.text() | st.builds("http://{}/".format, st.text()))
def test_any_text_is_an_address_or_a_named_error(address: str) -> None:
    try:
        checked(address)
    except FetchError as error:
        line = str(error)
    else:
        line = ""

    assert "\n" not in line
