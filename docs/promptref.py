"""Writes the reference of templates into a page, for `make docs` and `make docs-check` (cog).

All of it is read from the code: what a template may use, what it is asked for, how it is found.
"""

from __future__ import annotations

import inspect
import types
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields as fields_of
from dataclasses import is_dataclass
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

import cog  # type: ignore[import-not-found]  # cog gives it to the code it runs
from pydantic import BaseModel

from summarize import errors
from summarize.cases.case import Assert, Case
from summarize.models.shapes import REPLIES
from summarize.report.labels import FALLBACK, labels_for
from summarize.report.markdown import markdown_environment
from summarize.report.template_lint import PAGES
from summarize.templates import PROMPTS, SHIPPED, Field, Prompts, folders, prompts_folder
from summarize.templates.blocks import blocks
from summarize.templates.fields import FieldType
from summarize.templates.front import KEYS, RANGES, Front
from summarize.templates.growth import LARGEST, WIDEST
from summarize.templates.known import prompt_file
from summarize.templates.meter import SECONDS, STEP, WORK
from summarize.templates.prompts import FIELDLESS, GIVEN, LONGEST
from summarize.templates.shelf import listed, name_of
from summarize.templates.sources import sources_of

_PLAIN = {
    bool: "true or false",
    float: "number",
    int: "whole number",
    list: "list",
    str: "text",
    type(None): "none",
}
_TOML = {dict: "table", **_PLAIN}
_PROPERTIES = {"field": "fields"}  # keys of front matter whose property has another name


def show() -> None:
    """Put the whole reference into the page."""
    for part in (_search, _prompts, _variables, _front, _fields, _replies, _reports, _nouns):
        part()
    for part in (_limits, _cases, _exits):
        part()


def _heading(text: str) -> None:
    cog.outl(f"\n### {text}\n")


def _table(head: Sequence[str], rows: Iterator[Sequence[str]]) -> None:
    cog.outl(f"| {' | '.join(head)} |\n|{'---|' * len(head)}")
    for row in rows:
        cog.outl(f"| {' | '.join(cell.replace('|', '&#124;') for cell in row)} |")


def _search() -> None:
    _heading("Where templates are looked for")
    said = inspect.getdoc(folders) or ""
    cog.outl(said.partition("\n\n")[2])


def _code(names: Sequence[str] | Iterator[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)


def _blocks(file: str) -> str:
    return _code(block.name for block in blocks(sources_of(SHIPPED).get(file).text))


def _prompts() -> None:
    _heading("Prompts")
    prompts = Prompts()
    described = {name: prompts.get(name).description for name in PROMPTS}
    rows = ((f"`{name}`", described[name], _blocks(prompt_file(name))) for name in PROMPTS)
    _table(["template", "what it is for", "blocks"], rows)
    cog.outl(
        "\nBlock `system` holds all inner ones but `input`; it is the same for every input of a "
        "run. Block `untrusted` says that articles are never instructions: add to it with "
        "`{{ super() }}`, and `prompts check` finds it where it is gone."
    )


def _variables() -> None:
    _heading("Variables of prompts")
    _table(["variable", "what it is"], ((f"`{name}`", said) for name, said in GIVEN.items()))
    cog.outl(
        "\nThose of your own come from `[variables]` of the front matter, from `[vars]` of the "
        "settings, or from `--set NAME=VALUE`; the later go before the earlier."
    )


def _front() -> None:
    _heading("Front matter")
    cog.outl(
        "TOML between two lines of `+++` at the head of a file. A template that extends another "
        "inherits each key that it does not give. The model is not among them: it is named with "
        "`-m`, or in the settings.\n"
    )
    rows = ((f"`{key}`", _form_of_key(key), _doc(_property(key))) for key in KEYS)
    _table(["key", "form", "what it is"], rows)


def _form_of_key(key: str) -> str:
    form = "`[[field]]` tables" if key == "field" else _TOML[KEYS[key][-1]]
    return f"{form} from {RANGES[key][0]} to {RANGES[key][1]:,}" if key in RANGES else form


def _property(key: str) -> object:
    return getattr(Front, _PROPERTIES.get(key, key))


def _doc(thing: object) -> str:
    """What a docstring says, in one line."""
    return " ".join((inspect.getdoc(thing) or "").split())


def _fields() -> None:
    _heading("Fields")
    cog.outl(f"{_doc(Field)}\n")
    without = _code(FIELDLESS)
    cog.outl(
        "A field is asked for and stands in `extra` of the brief, story or report of report.json. "
        "What is cited is a claim, and checked like every other; what is not is printed marked as "
        f"unsourced. No fields of their own have {without}: a merge is asked for those of "
        "`article`.\n"
    )
    keys = {key.name: key for key in fields_of(Field)}
    kinds = {key: _form(hint) for key, hint in get_type_hints(Field).items()}
    rows = ((f"`{name}`", kinds[name], _default(key.default)) for name, key in keys.items())
    _table(["key", "form", "where it is not given"], rows)
    cog.outl("")
    examples = (
        Field("x", kind, "", cited, 30, ("low", "high") if kind == "choice" else ())
        for kind in get_args(FieldType)
        for cited in (False, True)
        if not cited or kind in ("text", "list")
    )
    rows = ((f'`type = "{one.type}"`', str(one.cited).lower(), one.shape) for one in examples)
    _table(["type", "cited", "what is asked for"], rows)


def _default(value: object) -> str:
    if value in (None, (), ""):
        return "none"
    return f"`{str(value).lower()}`" if isinstance(value, str | bool) else "it must be given"


def _replies() -> None:
    _heading("What each prompt is answered with")
    cog.outl(
        "A JSON object of these names; `cites` are numbers of sentences that were shown. "
        "`prompts check` finds a name that a template no longer asks for.\n"
    )
    rows = (
        (f"`{name}`", f"`{key}`", f"`{_shape(hint)}`")
        for name in PROMPTS
        for key, hint in _hints(REPLIES[name]).items()
    )
    _table(["template", "name", "form"], rows)


def _hints(model: type[BaseModel]) -> Mapping[str, Any]:
    return {name: field.annotation for name, field in model.model_fields.items()}


def _shape(hint: Any) -> str:
    if isinstance(hint, type) and issubclass(hint, BaseModel):
        inner = (f'"{key}": {_shape(one)}' for key, one in _hints(hint).items())
        return f"{{{', '.join(inner)}}}"
    if get_origin(hint) is list:
        return f"[{_shape(get_args(hint)[0])}, …]"
    if get_origin(hint) is Literal:
        return " or ".join(f'"{one}"' for one in get_args(hint))
    return _PLAIN[hint]


def _reports() -> None:
    _heading("Report templates")
    pages = {name: page.__name__ for name, page in PAGES.items()}
    rows = (
        (f"`{name_of(one.name)}`", one.description, _page(pages, one.name), _blocks(one.name))
        for one in listed(SHIPPED)
        if one.name.startswith("report/")
    )
    _table(["template", "what it is for", "`page` is", "blocks"], rows)
    cog.outl(
        "\nA report template has `page`, your variables, and the filter `target`, which makes an "
        "address fit for a link. Every other text is made inert for the format when it is printed: "
        "there is no `safe`. A template that another one includes or imports has what that one has."
    )


def _page(pages: Mapping[str, str], name: str) -> str:
    return f"`{pages[name]}`" if name in pages else ""


def _nouns() -> None:
    _heading("What `page` holds")
    cog.outl("Texts are worded and raw, and lists keep the order in which they are printed.\n")
    nouns: dict[type, None] = {}
    for page in PAGES.values():
        _collect(page, nouns)
    rows = ((f"`{kind.__name__}`", _doc(kind), _members(kind)) for kind in nouns)
    _table(["noun", "what it is", "what it has"], rows)
    cog.outl("\n`page.label` has the words of the report in its language. In English:\n")
    labels = sorted(labels_for(FALLBACK).texts.items())
    # One with a place to be filled is used where a page is made.
    _table(["label", "text"], ((f"`{key}`", text) for key, text in labels if "{" not in text))


def _collect(hint: Any, found: dict[type, None]) -> None:
    if is_dataclass(hint) and isinstance(hint, type) and hint not in found:
        found[hint] = None
        for one in get_type_hints(hint).values():
            _collect(one, found)
    for one in get_args(hint):
        _collect(one, found)


def _members(kind: type) -> str:
    return "; ".join(f"`{name}` {_form(hint)}" for name, hint in get_type_hints(kind).items())


def _form(hint: Any) -> str:
    """A type in words."""
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return _form(arguments[0])
    if origin in (tuple, list):
        if arguments[-1] is Ellipsis or origin is list:
            return f"list of {_form(arguments[0])}"
        return f"pair of {' and '.join(map(_form, arguments))}"
    if origin in (types.UnionType, Union, Literal):
        return " or ".join(map(_form, arguments))
    if origin in (Mapping, dict):
        return f"{_form(arguments[1])} by name"
    if isinstance(hint, str):
        return f"`{hint}`"
    return _PLAIN.get(hint) or f"`{hint.__name__}`"


def _limits() -> None:
    _heading("What a template cannot do")
    filters = sorted(name for name in Prompts().environment.filters if name.isidentifier())
    reports = markdown_environment(SHIPPED).filters
    cog.outl(
        "Templates run in jinja2's immutable sandbox and see plain values only: no file, no "
        "setting, no key. A name that does not exist is an error. A file stands in its folder: no "
        "link out of it, no `..`. What an article says is a value, and never a template.\n\n"
        f"One value has at most {LARGEST:,} characters, a number is padded to at most {WIDEST:,}, "
        f"a prompt has at most {LONGEST:,}. Filling one may make {WORK:,} characters on the way "
        f"or take {WORK // STEP:,} steps, and {SECONDS} seconds.\n\n"
        f"Filters: {_code(filters)}. In a report there are no "
        f"{_code(name for name in filters if name not in reports)}."
    )


def _cases() -> None:
    _heading("Golden cases")
    folder = prompts_folder().name
    cog.outl(f"`{folder}/tests/NAME.toml`; places of files are relative to it.\n")
    rows = [*_keys(Case, ""), *_keys(Assert, "[assert] ")]
    _table(["key", "form", "where it is not given"], iter(rows))


def _keys(model: type[BaseModel], before: str) -> Iterator[Sequence[str]]:
    for name, key in model.model_fields.items():
        if name == "path" or key.alias:
            continue
        usual = "it must be given" if key.is_required() else f"`{key.default}`"
        if name == "name":
            usual = "the name of the file"
        empty = key.default in (None, [], {})
        form = _form(key.annotation).removesuffix(" or none")
        yield f"`{before}{name}`", form, "" if empty else usual


def _exits() -> None:
    _heading("Exit codes")
    rows = [
        ("0", "done; `check` has no finding, all cases of `test` passed"),
        ("1", "`check` has a finding, or a case of `test` failed or there is none"),
        (str(errors.TemplateFault.exit_code), "wrong usage, or a template that cannot be used"),
    ]
    _table(["code", "of the commands `summarize prompts`"], iter(rows))
