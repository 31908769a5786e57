"""The code of templates, kept while the program runs.

Reading and compiling a prompt takes 4 ms, and a program that makes several reports, as a library
or for the cases of `summarize prompts test`, does it anew for each of them. A file that was changed
meanwhile is compiled again: code is kept with a digest of the text that it was made from.
"""

from __future__ import annotations

from functools import cache
from types import CodeType

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

_MOST = 500  # files of which code is kept: the shipped ones are 30, and 10 KB each


class Compiled(BytecodeCache):
    """What was compiled last of each file, for environments with the same filters."""

    def __init__(self) -> None:
        self._kept: dict[tuple[object, ...], tuple[str, CodeType]] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give the code of a file where it was kept and the file is still the same."""
        checksum, code = self._kept.get(_key(bucket), ("", None))
        if checksum == bucket.checksum:
            bucket.code = code

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code of a file in place of the one before."""
        if bucket.code is not None:
            if len(self._kept) >= _MOST:
                self._kept.clear()
            self._kept[_key(bucket)] = (bucket.checksum, bucket.code)


def _key(bucket: Bucket) -> tuple[object, ...]:
    """What the code depends on beside the text: how values are escaped, and which filters exist."""
    made = bucket.environment
    return bucket.key, made.autoescape, frozenset(made.filters)


@cache
def compiled() -> Compiled:
    """The one of this program."""
    return Compiled()
