"""Our Markdown as a mail shows it where HTML is not shown: without anchors, escapes and links.

What is foreign in the Markdown is escaped, so that each piece of syntax that is left is our own.
"""

from __future__ import annotations

import regex

from summarize.text.patterns import compiled

_ESCAPE = r"\\(?=[!-/:-@\[-`{-~])"
_LABEL = r"(?:[^\[\]\\]|\\.)*+"
# In this order: a definition, an escape, an anchor, a link.
_SYNTAX = (
    r"(?m)^\[\w+\]:\ \#\w+\n?"
    r"|\\(?P<plain>[!-/:-@\[-`{-~])"
    r'|\ <a\ id="\w+"></a>$|<a\ id="\w+"></a>'
    rf"|\[(?P<label>{_LABEL})\]\((?P<to>[^()\s]+)\)"
)


def plain_text(markdown: str) -> str:
    """A report in Markdown as plain text; an address of a source follows its word, in `<…>`."""
    return compiled(_SYNTAX).sub(_shown, markdown).rstrip("\n") + "\n"


def _shown(found: regex.Match[str]) -> str:
    if found["plain"]:
        return str(found["plain"])
    if found["label"] is None:
        return ""
    label = compiled(_ESCAPE).sub("", found["label"])
    return label if found["to"].startswith("#") else f"{label} <{found['to']}>"
