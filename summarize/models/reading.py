"""A reply, as the object that was asked for, in the language that was asked for.

1. Thoughts before `</think>` are set aside.
2. The last JSON object that fits the shape is taken, whatever stands around it: fences, prose. A
   reply in prose is taken apart by the shape itself.
3. Small slips are mended: a number as text ("[3]"), one thing where a list is due, a missing list.
4. A field that a template has added is left out where it does not fit; it costs nothing else.
5. The prose of the object is looked at for its language; verbatim quotes and the words of
   quotations may be in any.
"""

from __future__ import annotations

import json
import re
from collections import deque
from collections.abc import Iterator, Sequence
from typing import Any, get_args, get_origin

from pydantic import BaseModel, ValidationError

from summarize.article import UNKNOWN_LANGUAGE
from summarize.errors import WrongLanguage, WrongShape
from summarize.models.fields import due, mended
from summarize.models.request import Request, Shape
from summarize.read.clean import line
from summarize.read.language import code, detect
from summarize.text.stopwords import STOPWORDS

# More than any template asks for: what a model that runs on writes after that is left out.
MOST_PARTS = 200  # of one list
LONGEST_TEXT = 8_000  # characters
# Each failed attempt may read to the end of the reply: so many keep the time linear.
MOST_ATTEMPTS = 50
# A reply in another language than asked often changes to it only at its end.
WHOLE, LAST = 80, 60  # characters from which the language of the whole and of its end is judged
CLOSE = 400  # and between languages that are easily taken for one another

_HINT = "a larger model keeps to the form more often"
_START = re.compile(r'\{\s*["}]')
_NUMBER = re.compile(r"\d{1,9}")
# What `detect` tells, beside those whose function words it knows. Another language than these
# would be taken for the nearest of them.
_BY_LETTERS = frozenset({
    "am", "be", "bg", "bn", "el", "fa", "gu", "he", "hy", "ka", "kk", "km", "kn", "ko", "lo", "mk",
    "ml", "mr", "my", "pa", "ps", "ru", "si", "ta", "te", "th", "uk", "ur", "vi",
})  # fmt: skip
_ALIKE = (
    frozenset({"es", "it", "pt"}),
    frozenset({"de", "nl", "sv"}),
    frozenset({"ar", "fa", "ps", "ur"}),
    frozenset({"be", "bg", "kk", "mk", "ru", "sr", "uk"}),
    frozenset({"hi", "mr"}),
    frozenset({"ja", "zh"}),
)


def read_reply(text: str, request: Request) -> str:
    """The object of a reply, as compact JSON that fits `request.shape`.

    Raises WrongShape, naming the field at fault, or WrongLanguage.
    """
    if request.sending.form == "prose":
        found = _from_prose(text, request.shape)
    else:
        found = _from_json(text, request.shape)
    whole = found.model_dump(by_alias=True, exclude_unset=True)
    _check_language(list(_prose_of(whole)), request)
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":"))


def _from_prose(text: str, shape: type[Shape]) -> Shape:
    said = text.rpartition("</think>")[2]
    made = shape.of_prose(said)
    if made is None:
        raise WrongShape(f"the reply has no sentence with a mark [n]{_begins(said)}", hint=_HINT)
    return _fitted(made, shape)


def _from_json(text: str, shape: type[Shape]) -> Shape:
    problem = None
    for said in dict.fromkeys((text.rpartition("</think>")[2], text)):
        for found in reversed(_objects(said)):
            try:
                return _fitted(found, shape)
            except WrongShape as error:
                problem = problem or error
    said = text.rpartition("</think>")[2]
    raise problem or WrongShape(f"the reply holds no JSON object{_begins(said)}", hint=_HINT)


def _objects(text: str) -> deque[dict[str, Any]]:
    """The outermost JSON objects in a text; of very many the last."""
    decoder = json.JSONDecoder()
    found: deque[dict[str, Any]] = deque(maxlen=MOST_ATTEMPTS)
    at = failures = 0
    while failures < MOST_ATTEMPTS and (start := _START.search(text, at)):
        try:
            one, at = decoder.raw_decode(text, start.start())
            found.append(one)
        except (ValueError, RecursionError):
            failures += 1
            at = start.start() + 1
    return found


def _fitted(found: dict[str, Any], shape: type[Shape]) -> Shape:
    if not found.keys() & shape.model_fields.keys():
        names = line(", ".join(map(str, found))[:80])
        raise WrongShape(f"the reply has other fields than those asked for: {names}", hint=_HINT)
    made = _mended(found, shape)
    added = {
        field.name: _mended(mended(found[field.name], field), due(field))
        for field in shape.added
        if field.name in found
    }
    while True:
        try:
            return shape.model_validate({**made, **added})
        except ValidationError as error:
            faults = error.errors(include_url=False, include_input=False)
        for fault in faults:
            if fault["loc"][0] not in added:
                field = ".".join(map(str, fault["loc"]))
                raise WrongShape(f"the reply does not fit: {field}: {fault['msg']}", hint=_HINT)
        for fault in faults:
            added.pop(str(fault["loc"][0]), None)


def _mended(value: Any, due: Any) -> Any:
    """`value` with the slips mended that leave no doubt of what a type `due` was meant."""
    if get_origin(due) is list:
        return _mended_list(value, get_args(due)[0])
    if due is int and isinstance(value, str):
        number = _NUMBER.search(value)
        return int(number[0]) if number else value
    if due is str:
        return "" if value is None else _text(value)
    if isinstance(due, type) and issubclass(due, BaseModel) and isinstance(value, dict):
        return {
            name: _mended(value.get(name), field.annotation)
            for name, field in due.model_fields.items()
            if field.alias is None and (name in value or name != "text")
        }
    return value


def _mended_list(value: Any, each: Any) -> list[Any]:
    if value is None:
        return []
    parts = value[:MOST_PARTS] if isinstance(value, list) else [value]
    return _numbers(parts) if each is int else [_mended(one, each) for one in parts]


def _numbers(values: list[Any]) -> list[Any]:
    numbers: list[Any] = []
    for value in values:
        numbers += (
            map(int, _NUMBER.findall(value[:LONGEST_TEXT])) if isinstance(value, str) else [value]
        )
    return numbers[:MOST_PARTS]


def _text(value: Any) -> Any:
    """JSON can escape half a character; no file takes it."""
    if not isinstance(value, str):
        return value
    return value[:LONGEST_TEXT].encode("utf-8", "replace").decode()


def _begins(said: str) -> str:
    start = line(said[:200])[:60]
    return f"; it begins “{start}”" if start else ""


def _prose_of(value: Any) -> Iterator[str]:
    """Each `text` of an object in its order, without those of quotations."""
    if isinstance(value, list):
        for one in value:
            yield from _prose_of(one)
    elif isinstance(value, dict):
        for name, one in value.items():
            if name == "text" and isinstance(one, str):
                yield one
            elif name != "quotations":
                yield from _prose_of(one)


def _check_language(texts: Sequence[str], request: Request) -> None:
    asked = code(request.language or "")
    if asked is None or not (asked in STOPWORDS or asked in _BY_LETTERS):
        return
    shown = "\n".join(" ".join(quote.text.split()) for quote in request.quotes)
    own = [text for text in texts if " ".join(text.split()).rstrip(".!?。 ") not in shown]
    whole = " ".join(own)
    last = next((text for text in reversed(own) if len(text) >= LAST), "")
    for said, least in ((whole, WHOLE), (last, LAST)):
        found = detect(said) if len(said) >= least else UNKNOWN_LANGUAGE
        if found in {UNKNOWN_LANGUAGE, asked} or (_alike(found, asked) and len(said) < CLOSE):
            continue
        what = f"the reply is in the language {found}, not in {asked}"
        raise WrongLanguage(what, hint="ask a model that writes it")


def _alike(one: str, other: str) -> bool:
    return any({one, other} <= group for group in _ALIKE)
