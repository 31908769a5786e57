"""Foreign text in a Mermaid diagram (mermaid.js.org): as its entities, so that nothing is syntax.

In Markdown the diagram is a fenced block: a renderer that knows Mermaid draws it, as GitHub does.
"""

from __future__ import annotations

import regex

from summarize.report.escape import fold

# What ends an event, begins a comment or a directive, closes the fence, or would be HTML; a word
# that makes the rest of a line a title or a section gets its first letter written so.
_ACTIVE = regex.compile(r"""[#:;%`~<>&"{}\\\[\]()|]|^(?=title|section|acc)\w""", regex.IGNORECASE)


def escape_mermaid(text: str) -> str:
    """`text` as one line of a diagram that reads as `fold(text)`."""
    return str(_ACTIVE.sub(lambda found: f"#{ord(found[0])};", fold(text)))
