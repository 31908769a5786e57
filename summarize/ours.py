"""What this program wrote, told from what others wrote: a report is no source and may be replaced.

1. A page holds its passages as reference definitions (`[3a]: #c3a`), one for a browser says who
   made it; report.json and claims as lines have their keys.
2. A review begins with its title and the counts of claims, in one of the languages of the labels.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache

from summarize.templates import prompts_folder

_OURS = re.compile(
    r'(?m)^\[\d+[a-z]+\]: #|\A\s*\{\s*"schema"\s*:\s*\d+,\s*"kind"\s*:\s*"|\A# .+ · .+\n\nAs of'
    r'|^<meta name="generator" content="summarize">|\A\{"story": "[^"\n]*", "headline": '
    r"|\A% The articles that a report cites, written by summarize\."
    r'|"custom": \{\s*"summarize": \d+\s*\}'
)
# In whatever order another program has put them.
_KEYS = ('"schema"', '"bottom_line"', '"key_figures"', '"withheld"', '"method"')
_FILLED_IN = re.compile(r"\\\{\w+\\\}")
# Characters of a file of JSON Lines that are looked at: the first line begins in them.
HEAD = 200


def is_ours(text: str) -> bool:
    """Whether `text`, a file or how it begins, is a report in one of its formats."""
    return bool(_OURS.search(text)) or _is_report_json(text) or _is_review(text)


def _is_report_json(text: str) -> bool:
    return text.lstrip()[:1] == "{" and all(key in text for key in _KEYS)


def _is_review(text: str) -> bool:
    title, _, rest = text.partition("\n\n")
    if not title.startswith("# ") or ": " not in title:
        return False
    return any(
        title.startswith(f"# {review}: ") and re.match(_counts(checked), rest)
        for review, checked in _reviews()
    )


@cache
def _reviews() -> tuple[tuple[str, str], ...]:
    """How a review is called and how it counts, in each language that has labels."""
    folder = prompts_folder() / "report" / "labels"
    files = [tomllib.loads(path.read_text(encoding="utf-8")) for path in folder.glob("*.toml")]
    return tuple((labels["review"], labels["checked"]) for labels in files)


def _counts(label: str) -> str:
    return _FILLED_IN.sub(r"\\d+", re.escape(label))
