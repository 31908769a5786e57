"""Which settings there are: `docs/settings.md` is written from this."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Key:
    """A setting: the type its value must have, what it says, a value as it is written in TOML."""

    kind: type
    says: str
    example: str


_KEY_FILE = Key(str, "A file that holds the API key, relative to this one.", '"openai.key"')
_KEY_COMMAND = Key(str, "A command that prints the API key.", '"pass show openai"')
_BASE_URL = Key(str, "The server, any that is OpenAI-compatible.", '"http://127.0.0.1:11434/v1"')
_CONTEXT = Key(int, "Tokens that the model takes in one call, prompt and reply.", "32768")
_OUTPUT = Key(int, "Tokens of a reply, at most.", "4096")
_PRICE = Key(list, "USD for a million tokens of input and of output.", "[0.10, 0.40]")

_ALLOW_PRIVATE = Key(bool, "Fetch from private and loopback addresses too.", "true")
_IGNORE_ROBOTS = Key(bool, "Do not ask robots.txt; the report says so.", "true")

# Each is an option of the commands, without its dashes, but for those that say where the key is.
KNOWN: Mapping[str, Key] = {
    "allow_private": _ALLOW_PRIVATE,
    "api_key_command": _KEY_COMMAND,
    "api_key_file": _KEY_FILE,
    "base_url": _BASE_URL,
    "concurrency": Key(int, "Requests in flight at once, at most.", "16"),
    "context": _CONTEXT,
    "exclude": Key(list, "Leave out articles that match, as --exclude.", '["outlet:Wire Ads"]'),
    "fallback": Key(str, "Who writes what the model could not: local or none.", '"local"'),
    "group": Key(str, "How stories are found: auto, one, each or model.", '"auto"'),
    "ignore_robots": _IGNORE_ROBOTS,
    "items": Key(int, "Items of a feed that are read, the newest.", "30"),
    "judge": Key(str, "A second model, asked whether claims follow.", '"gpt-5-mini"'),
    "language": Key(str, "Language of the labels: en, fr, es, de, ar, zh or vi.", '"fr"'),
    "length": Key(int, "Words of the brief of a story or an article.", "120"),
    "max_calls": Key(int, "Requests to a model in a run, at most.", "200"),
    "model": Key(str, "Who writes: local, a model of the server, or a profile.", '"desk"'),
    "only": Key(list, "Cover only articles that match, as --only.", '["lang:en"]'),
    "output": Key(list, "Where to write, relative to this file.", '["brief-{date}.md"]'),
    "price": Key(str, "USD for a million tokens of input and of output.", '"0.15,0.60"'),
    "prompts": Key(list, "Folders of templates, relative to this file.", '["prompts"]'),
    "requests_per_minute": Key(float, "Requests sent in a minute, at most.", "60"),
    "series": Key(str, "The series of editions that a daily brief belongs to.", '"desk"'),
    "since": Key(str, "Cover what was published since then.", '"2d"'),
    "store": Key(
        str, "Where answers and editions are kept, relative to this file.", '"answers.db"'
    ),
    "timezone": Key(str, "Time zone that decides the day.", '"Europe/Berlin"'),
    "title": Key(str, "Title of the report.", '"Morning brief"'),
    "tokens_per_minute": Key(float, "Tokens sent and asked for in a minute, at most.", "90000"),
    "top": Key(int, "Tell the first stories only.", "10"),
    "undated": Key(str, "What becomes of articles without a date: keep or drop.", '"drop"'),
    "words": Key(int, "Words of the printed body.", "1500"),
}
# Tables: of one kind of value, or one table for each name.
BUDGET: Mapping[str, Key] = {
    "day": Key(float, "USD that all runs of a day may cost.", "2.00"),
    "month": Key(float, "USD that all runs of a month may cost.", "30.00"),
    "run": Key(float, "USD that one run may cost, as --budget.", "0.50"),
}
BATCH: Mapping[str, Key] = {
    "poll_seconds": Key(float, "Seconds before the first look at a batch; it grows.", "30"),
}
# Which column of a table (.csv, .tsv) holds what; what is not said goes by the columns' names.
COLUMNS: Mapping[str, Key] = {
    "author": Key(str, "The column with the author.", '"By"'),
    "citekey": Key(str, "The column with the key of your bibliography.", '"Key"'),
    "doi": Key(str, "The column with the DOI.", '"DOI"'),
    "language": Key(str, "The column with the language.", '"Lang"'),
    "outlet": Key(str, "The column with the outlet.", '"Medium"'),
    "published": Key(str, "The column with the date.", '"Erscheinungsdatum"'),
    "text": Key(str, "The column with the text.", '"Volltext"'),
    "title": Key(str, "The column with the title.", '"Headline"'),
    "url": Key(str, "The column with the web address.", '"Link"'),
}
SPLIT: Mapping[str, Key] = {
    "pattern": Key(
        str,
        "How a line of a text file starts that begins an article; its title is the rest of it.",
        '"^=== "',
    ),
}
# What stands under the title of every report, and in the head of its mail.
REPORT: Mapping[str, Key] = {
    "contact": Key(str, "Where to write to the producer.", '"desk@ledger.example"'),
    "marking": Key(str, "How far the report may go; printed first, in bold.", '"INTERNAL"'),
    "next_report": Key(str, "When the next one comes.", '"tomorrow, 07:00"'),
    "producer": Key(str, "Who makes the report.", '"Valley Ledger, morning desk"'),
}
PLAIN_TABLES = {
    "batch": BATCH,
    "budget": BUDGET,
    "columns": COLUMNS,
    "report": REPORT,
    "split": SPLIT,
}
MODELS: Mapping[str, Key] = {"context": _CONTEXT, "output": _OUTPUT, "price": _PRICE}
PROFILE: Mapping[str, Key] = {
    "api_key_command": _KEY_COMMAND,
    "api_key_file": _KEY_FILE,
    "base_url": _BASE_URL,
    "context": _CONTEXT,
    "extra_body": Key(dict, "Sent along with each request.", "{ top_k = 20 }"),
    "model": Key(str, "The name of the model at the server.", '"qwen3-32b"'),
    "output": _OUTPUT,
    "price": _PRICE,
}
NAMED_TABLES = {"models": MODELS, "profile": PROFILE}
# The one table that is written once for each of its kind, as [[outlet]].
OUTLET: Mapping[str, Key] = {
    "aliases": Key(list, "Other names that it is read under.", '["Valley Ledger Online"]'),
    "country": Key(str, "Where it is; printed with its articles.", '"New Zealand"'),
    "domains": Key(list, "Its web domains, with those below them.", '["valleyledger.example"]'),
    "family": Key(str, "Its publisher: outlets of one count as one witness.", '"Valley Group"'),
    "name": Key(str, "What it is called in a report; needed.", '"Valley Ledger"'),
    "reliability": Key(str, "How far you trust it; printed with its articles.", '"B"'),
    "type": Key(str, "What kind it is; printed with its articles.", '"regional daily"'),
}
OUTLETS = "outlet"
# Written once for each source of the daily brief, as [[source]].
SOURCE: Mapping[str, Key] = {
    "language": Key(str, "The language of all that it has.", '"es"'),
    "name": Key(str, "What you call it.", '"Ledger, world news"'),
    "outlet": Key(str, "The outlet of all that it has.", '"Valley Ledger"'),
    "path": Key(str, "A file or folder, relative to this file.", '"news"'),
    "url": Key(
        str, "A feed, a list of feeds, a sitemap or a page.", '"https://ledger.example/feed"'
    ),
    "weight": Key(float, "How much its stories count beside others; 1 is usual.", "1.5"),
}
SOURCES = "source"
VARS = "vars"  # the table of variables for templates, whose names are a person's own
TABLES = (*PLAIN_TABLES, VARS, *NAMED_TABLES)
PATHS = ("api_key_file", "store", "path")
NOTHING_KEPT = ("store", "none")  # which is no path
KINDS = {
    str: "a text",
    int: "a whole number",
    float: "a number",
    list: "a list of texts",
    dict: "a table",
    bool: "true or false",
}
