"""A compressed body, decoded as it comes and never beyond a cap.

gzip and deflate are offered. Brotli and zstd are not, as Python has no decoder of them that stops
at a cap without a further package; a server that sends them all the same is told of by name.
"""

from __future__ import annotations

import zlib

OFFERED = "gzip, deflate"
# Bytes that one step may give: the difference to the cap, not the whole bomb, is what is held.
STEP = 65_536
_GZIP, _RAW = zlib.MAX_WBITS | 16, -zlib.MAX_WBITS


class TooLarge(Exception):
    """The body is larger than it may be."""


class Undecodable(Exception):
    """The body is not coded as the server says, or in a way that was not offered."""


class Body:
    """Takes a body as it comes. `coding` is the Content-Encoding, `largest` bytes decoded."""

    def __init__(self, coding: str, largest: int) -> None:
        self._coding = coding.strip().lower()
        if self._coding not in {"", "identity", "gzip", "x-gzip", "deflate"}:
            raise Undecodable(f"{self._coding[:40]} was not offered")
        self._largest = largest
        self._parts: list[bytes] = []
        self._decoder: zlib._Decompress | None = None
        self.size = 0

    def take(self, data: bytes) -> None:
        """A further piece as it came."""
        if self._coding in {"", "identity"}:
            self._add(data)
        else:
            self._inflate(data)

    def whole(self) -> bytes:
        """All of it, decoded. Undecodable where its end is missing."""
        if self._decoder is not None and not self._decoder.eof:
            raise Undecodable("its end is missing")
        return b"".join(self._parts)

    def _add(self, data: bytes) -> None:
        self.size += len(data)
        if self.size > self._largest:
            self._parts.clear()
            raise TooLarge
        self._parts.append(data)

    def _inflate(self, data: bytes) -> None:
        while data:
            if self._decoder is None or self._decoder.eof:
                if not self._begins(data):
                    return
                self._decoder = zlib.decompressobj(self._window(data))
            data = self._member(self._decoder, data)

    def _member(self, decoder: zlib._Decompress, data: bytes) -> bytes:
        """Decode what is of one member of a file; what comes after its end is given back."""
        full = True
        while (data or full) and not decoder.eof:
            try:
                given = decoder.decompress(data, STEP)
            except zlib.error:
                raise Undecodable(f"it is not {self._coding}") from None
            self._add(given)
            data, full = decoder.unconsumed_tail, len(given) == STEP
        return decoder.unused_data

    def _begins(self, data: bytes) -> bool:
        """Whether a member begins: a gzip file has one or more, and may have padding after them."""
        return self._decoder is None or ("gzip" in self._coding and data.startswith(b"\x1f"))

    def _window(self, data: bytes) -> int:
        """gzip, zlib, or the bare deflate that some servers send under that name."""
        if "gzip" in self._coding:
            return _GZIP
        zlib_head = data[0] & 0x0F == 8 and (len(data) < 2 or (data[0] << 8 | data[1]) % 31 == 0)
        return zlib.MAX_WBITS if zlib_head else _RAW
