from __future__ import annotations

import gzip
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.fetch.decoding import STEP, Body, TooLarge, Undecodable


def packed(data: bytes, coding: str) -> bytes:
    if coding in {"", "identity"}:
        return data
    bits = {"gzip": 31, "x-gzip": 31, "deflate": 15, "bare": -15}[coding]
    packer = zlib.compressobj(9, zlib.DEFLATED, bits)
    return packer.compress(data) + packer.flush()


def decoded(pieces: list[bytes], coding: str, largest: int = 10_000_000) -> bytes:
    body = Body(coding, largest)
    for piece in pieces:
        body.take(piece)
    return body.whole()


@given(
    data=st.one_of(st.binary(), st.builds(bytes.__mul__, st.binary(max_size=3), st.just(150_000))),
    coding=st.sampled_from(["", "identity", "gzip", "x-gzip", "deflate", "bare"]),
    size=st.integers(1, 5_000),
)
def test_a_body_is_the_same_however_it_is_coded_and_cut(
    data: bytes, coding: str, size: int
) -> None:
    sent = packed(data, coding)
    pieces = [sent[start : start + size] for start in range(0, len(sent), size)]
    if coding == "bare" and len(pieces[0]) == 1:  # two bytes tell zlib from bare deflate
        pieces = [sent]

    assert decoded(pieces, coding.replace("bare", "deflate")) == data


def test_a_gzip_file_may_have_several_parts_and_padding() -> None:
    sent = gzip.compress(b"first ") + gzip.compress(b"second")

    assert decoded([sent[:20], sent[20:], b"\0" * 9, b"\0"], "gzip") == b"first second"


@pytest.mark.parametrize("coding", ["gzip", "deflate"])
def test_a_bomb_is_decoded_to_the_cap_and_no_further(coding: str) -> None:
    body = Body(coding, 1_000_000)
    sent = packed(b"\0" * 50_000_000, coding)

    with pytest.raises(TooLarge):
        body.take(sent)

    assert body.size <= 1_000_000 + STEP


def test_a_body_of_exactly_the_cap_is_taken() -> None:
    assert decoded([packed(b"a" * 1_000, "gzip")], "gzip", 1_000) == b"a" * 1_000


@pytest.mark.parametrize("coding", ["br", "zstd", "gzip, gzip", "gzip,br"])
def test_a_coding_that_was_not_offered_is_named(coding: str) -> None:
    with pytest.raises(Undecodable, match="was not offered"):
        Body(coding, 1_000)


@pytest.mark.parametrize("coding", ["gzip", "deflate"])
def test_a_body_that_is_not_coded_as_said_is_named(coding: str) -> None:
    with pytest.raises(Undecodable, match=f"it is not {coding}"):
        decoded([b"<p>plain text</p>"], coding)


def test_a_body_without_its_end_is_named() -> None:
    with pytest.raises(Undecodable, match="its end is missing"):
        decoded([gzip.compress(b"a long story of a harbour")[:-9]], "gzip")
