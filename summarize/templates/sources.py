"""The files of templates, as they are read. jinja2 is not needed for that, and not imported."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from summarize.errors import TemplateFault
from summarize.templates import front
from summarize.templates.folders import SHIPPED, Folders, Found

if TYPE_CHECKING:
    from jinja2 import nodes

_READABLE = 1_000_000  # bytes; a longer file is no template


@dataclass(frozen=True)
class Source:
    """One file: where it was found, its front matter as TOML, and its text without that.

    `tree` holds its syntax tree once that was made.
    """

    name: str
    found: Found
    toml: str
    text: str
    digest: str
    tree: list[nodes.Template] = field(default_factory=list, repr=False, compare=False)

    @property
    def short(self) -> str:
        """12 hex digits of sha256 over its bytes: how a person is shown which state it has."""
        return self.digest[:12]


@dataclass(frozen=True)
class Sources:
    """The files of templates, each read once."""

    folders: Folders
    _read: dict[str, Source] = field(default_factory=dict, repr=False, compare=False)

    def get(self, name: str) -> Source:
        """The file of the template `name`. TemplateFault where it cannot be read."""
        if name not in self._read:
            found = self.folders.find(name)
            try:
                content = found.path.read_bytes()
                if len(content) > _READABLE:
                    raise TemplateFault(f"{found.path}: it is too large for a template")
                toml, text = front.split(content.decode("utf-8-sig").replace("\r\n", "\n"))
                if fault := front.broken(text):
                    raise TemplateFault(f"{found.path}: {fault[0]}", hint=fault[1])
            except OSError as error:
                raise TemplateFault(f"{found.path}: cannot read it: {error.strerror}") from None
            except UnicodeDecodeError:
                raise TemplateFault(f"{found.path}: it is not UTF-8 text") from None
            digest = hashlib.sha256(content).hexdigest()
            self._read[name] = Source(name, found, toml, text, digest)
        return self._read[name]


def sources_of(folders: Folders) -> Sources:
    """The files in `folders`; the shipped ones are read once, others may change meanwhile."""
    return _shipped() if folders == SHIPPED else Sources(folders)


@cache
def _shipped() -> Sources:
    return Sources(SHIPPED)
