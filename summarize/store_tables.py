"""The tables of the store, and how an older file is brought up to date."""

from __future__ import annotations

_EDITIONS = """
CREATE TABLE editions (
  series TEXT NOT NULL, number INTEGER NOT NULL, revision INTEGER NOT NULL, as_of TEXT NOT NULL,
  made REAL NOT NULL, partial INTEGER NOT NULL, title TEXT NOT NULL, stories INTEGER NOT NULL,
  articles INTEGER NOT NULL, pages TEXT NOT NULL, report BLOB NOT NULL,
  PRIMARY KEY (series, number, revision))
"""
_PAGES = """
CREATE TABLE pages (
  url TEXT PRIMARY KEY, status INTEGER NOT NULL, content_type TEXT NOT NULL, charset TEXT,
  body BLOB NOT NULL, etag TEXT, last_modified TEXT, moved TEXT, retrieved REAL NOT NULL,
  confirmed REAL NOT NULL)
"""
_SOURCES = """
CREATE TABLE sources (
  url TEXT PRIMARY KEY, tried REAL NOT NULL, success REAL, items INTEGER NOT NULL, newest REAL,
  error TEXT, failures INTEGER NOT NULL)
"""
_FEED_ITEMS = """
CREATE TABLE feed_items (
  feed TEXT NOT NULL, item TEXT NOT NULL, entry TEXT NOT NULL, read BLOB NOT NULL, published REAL,
  first REAL NOT NULL, last REAL NOT NULL, PRIMARY KEY (feed, item))
"""
# `id` is ours, `batch` the server's; a line without an answer is open, or its batch was lost.
_BATCHES = """
CREATE TABLE batches (
  id TEXT PRIMARY KEY, batch TEXT, endpoint TEXT NOT NULL, model TEXT NOT NULL, named TEXT NOT NULL,
  file TEXT, state TEXT NOT NULL, done INTEGER NOT NULL, total INTEGER NOT NULL,
  created REAL NOT NULL, seen REAL NOT NULL, cost_usd REAL)
"""
_BATCH_LINES = """
CREATE TABLE batch_lines (id TEXT PRIMARY KEY, batch TEXT NOT NULL, answer BLOB)
"""
TABLES = f"""
CREATE TABLE answers (
  key TEXT PRIMARY KEY, template TEXT NOT NULL, model TEXT NOT NULL, endpoint TEXT NOT NULL,
  request TEXT NOT NULL, reply TEXT NOT NULL, input INTEGER, cached INTEGER, output INTEGER,
  cost_usd REAL, created REAL NOT NULL, used REAL NOT NULL, asked BLOB);
CREATE TABLE leases (key TEXT PRIMARY KEY, owner TEXT NOT NULL, expires REAL NOT NULL);
CREATE TABLE spending (day TEXT PRIMARY KEY, usd REAL NOT NULL);
CREATE TABLE memory (
  endpoint TEXT, model TEXT, name TEXT, value TEXT NOT NULL, PRIMARY KEY (endpoint, model, name));
{_EDITIONS};
{_PAGES};
{_SOURCES};
{_FEED_ITEMS};
{_BATCHES};
{_BATCH_LINES};
"""
# What came after the first schema, in order: an older store is brought up to date by what it lacks.
SINCE = (
    "ALTER TABLE answers ADD COLUMN asked BLOB",
    _EDITIONS,
    _PAGES,
    _SOURCES,
    _FEED_ITEMS,
    _BATCHES,
    _BATCH_LINES,
)
SCHEMA = 1 + len(SINCE)
_COLUMNS = {
    "answers": (
        *("key", "template", "model", "endpoint", "request", "reply", "input", "cached"),
        *("output", "cost_usd", "created", "used", "asked"),
    ),
    "memory": ("endpoint", "model", "name", "value"),
    "pages": (
        *("url", "status", "content_type", "charset", "body", "etag", "last_modified", "moved"),
        *("retrieved", "confirmed"),
    ),
}
_KEYS = {"answers": ("key",), "memory": ("endpoint", "model", "name"), "pages": ("url",)}


def upsert(table: str) -> str:
    """The statement that puts a whole row in place of one with the same key."""
    columns = _COLUMNS[table]
    values = ", ".join("?" for _ in columns)
    rest = ", ".join(f"{c} = excluded.{c}" for c in columns if c not in _KEYS[table])
    return (
        f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({values})"
        f" ON CONFLICT ({', '.join(_KEYS[table])}) DO UPDATE SET {rest}"
    )


# By model and template; the cost of a kind is unknown where that of one answer is.
KINDS = """
SELECT model, template, count(*), coalesce(sum(input), 0), coalesce(sum(cached), 0),
  coalesce(sum(output), 0), CASE WHEN count(cost_usd) = count(*) THEN sum(cost_usd) END
FROM answers GROUP BY model, template ORDER BY model, template
"""
