from __future__ import annotations

import pytest

from summarize.sources.kinds import kind_of
from tests.sources.conftest import article


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"<?xml version='1.0'?><!-- made --><rss version='2.0'>", "feed"),
        (b"\n\n  <feed xmlns='http://www.w3.org/2005/Atom'>", "feed"),
        (b"<rdf:RDF xmlns='http://purl.org/rss/1.0/'>", "feed"),
        ('<?xml version="1.0" encoding="utf-16"?><rss>'.encode("utf-16"), "feed"),
        (b'{"version": "https://jsonfeed.org/version/1.1", "items": []}', "feed"),
        (b'{"title": "a", "version": "https:\\/\\/jsonfeed.org\\/version\\/1"}', "feed"),
        (b"<opml version='2.0'><body>", "opml"),
        (b"<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>", "sitemap"),
        (b"<sitemapindex>", "sitemaps"),
        (article("Feeds and <rss> explained"), "page"),
        (b"<!DOCTYPE html><title>About RSS</title><code><rss></code>", "page"),
        (b'{"title": "a", "text": "b"}', "page"),
        (b"%PDF-1.7", "page"),
        (b"", "page"),
    ],
)
def test_what_came_is_known_by_its_bytes(data: bytes, kind: str) -> None:
    assert kind_of(data, "text/html") == kind
