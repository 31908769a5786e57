"""The shape of a reply that a template has added fields to.

A field is read as leniently as the rest of a reply. One that is not there, or does not fit, is left
out alone: the others and the reply itself stand.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Annotated, Any, TypeVar

from pydantic import Field as Said
from pydantic import WithJsonSchema, create_model

from summarize.models.request import Shape
from summarize.models.shapes import Cited
from summarize.templates.fields import Field

S = TypeVar("S", bound=Shape)

_NUMBER = re.compile(r"\s*[+-]?\d{1,15}(?:\.\d{1,15})?\s*")
_UNSAID = {"text": "", "cites": []}


@cache
def with_fields(shape: type[S], fields: tuple[Field, ...]) -> type[S]:
    """The shape with the fields that a template adds, each under its own name in the reply."""
    if not fields:
        return shape
    # pydantic has names of its own, as `copy`: a field goes by an alias.
    added: dict[str, Any] = {
        f"field_{n}": (due(field), Said(default=None, alias=field.name))
        for n, field in enumerate(fields)
    }
    made: type[S] = create_model(shape.__name__, __base__=shape, **added)
    made.added = fields
    return made


def due(field: Field) -> Any:
    """The type of a field's value in a reply."""
    if field.type == "choice":  # any text: what stands in place of a choice is told
        return Annotated[str, WithJsonSchema({"enum": [*field.choices], "type": "string"})]
    if field.type == "number":
        return Annotated[float, Said(strict=True, allow_inf_nan=False)] | None
    entry: Any = Cited if field.cited else str
    return list[entry] if field.type == "list" else entry


def said_in(reply: Shape) -> Mapping[str, Any]:
    """The values of the added fields that the reply has, by name."""
    return {
        field.name: getattr(reply, f"field_{n}")
        for n, field in enumerate(reply.added)
        if f"field_{n}" in reply.model_fields_set
    }


def mended(value: Any, field: Field) -> Any:
    """A value with the slips mended that only a field can have."""
    if field.type == "number" and isinstance(value, str) and _NUMBER.fullmatch(value):
        return float(value)
    if field.type == "choice" and isinstance(value, str):
        return _chosen(value, field.choices)
    if field.type == "text" and field.cited and value is None:
        return _UNSAID
    return value


def _chosen(value: str, choices: Sequence[str]) -> str:
    """The choice that is meant, whatever its case."""
    folded = {" ".join(choice.split()).casefold(): choice for choice in choices}
    return folded.get(" ".join(value.split()).casefold(), value)
