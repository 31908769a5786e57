"""Lines of a page that only lead to another page, taken out before its text is read.

A paragraph, an item of a list or a heading that is one link and no sentence ("Six held over the
fire at Hale") stands in the middle of many articles. A title of the page itself stays.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from summarize.text import words

if TYPE_CHECKING:
    from lxml.html import HtmlElement  # type: ignore[import-untyped]

LINES = ("p", "li", "h2", "h3", "h4", "h5", "h6")
FEWEST_WORDS = 4  # a shorter one may name what follows: a dish, a place, a product
LONGEST = 400  # characters

_SENTENCE = regex.compile(r"[.!?…。！？؟][\"”’»)\]]*$")


def remove(tree: HtmlElement) -> None:
    """Take out of `tree` the lines that are one link each."""
    for element in list(tree.iter(*LINES)):
        links = element.xpath(".//a[@href]")
        if len(links) == 1 and _leads(element, links[0]):
            element.drop_tree()


def _leads(element: HtmlElement, link: HtmlElement) -> bool:
    text = " ".join(element.text_content().split())
    if len(text) > LONGEST or text != " ".join(link.text_content().split()):
        return False
    if link.get("href").startswith("#") or _SENTENCE.search(text):
        return False
    return words.count(text) >= FEWEST_WORDS
