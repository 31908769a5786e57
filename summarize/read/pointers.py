"""Lines of a page that only lead to another page of its site, taken out before its text is read.

A paragraph, an item of a list or a heading that is one link and no sentence ("Six held over the
fire at Hale") stands in the middle of many articles. What leads to other sites, as a list of
products or sources does, stays.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from summarize.read import urls
from summarize.read.clean import line
from summarize.text import words

if TYPE_CHECKING:
    from lxml.html import HtmlElement  # type: ignore[import-untyped]

LINES = ("p", "li", "h2", "h3", "h4", "h5", "h6")
FEWEST_WORDS = 4  # a shorter one may name what follows: a dish, a place, a product
LONGEST = 400  # characters

_SENTENCE = regex.compile(r"[.!?…。！？؟][\"”’»)\]]*$")


def remove(tree: HtmlElement, address: str) -> None:
    """Take out of the page at `address` ("" where it does not say) lines that are one link each."""
    site = urls.domain(address)
    for element in list(tree.iter(*LINES)):
        links = element.xpath(".//a[@href]")
        if (
            len(links) == 1
            and _is_within(links[0].get("href"), site)
            and _is_line(element, links[0])
        ):
            element.drop_tree()


def _is_within(address: str, site: str | None) -> bool:
    """Whether a link leads to another page of the same site."""
    address = f"https:{address}" if address.startswith("//") else address.strip()
    if ":" in address.split("/", 1)[0]:
        return site is not None and urls.domain(address) == site
    return not address.startswith("#")


def _is_line(element: HtmlElement, link: HtmlElement) -> bool:
    """Whether the element is nothing but the link, and no sentence."""
    text = line(element.text_content())
    if len(text) > LONGEST or text != line(link.text_content()) or _SENTENCE.search(text):
        return False
    return words.count(text) >= FEWEST_WORDS
