"""Where templates are compiled and run: jinja2's immutable sandbox, in which a blank is an error.

The sandbox keeps a template from the interpreter and from changing a value. What it lets through
and a template of ours has no use for is taken away here: values that grow without end.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from jinja2 import StrictUndefined
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment

from summarize.templates.loading import Loader, Sources

LARGEST = 1_000_000  # characters or entries that one value may be multiplied to
_HIGHEST = 64  # exponent
_USELESS = ("lipsum",)  # functions that fill pages


class Sandbox(ImmutableSandboxedEnvironment):
    """The environment of the files in `sources`; the other arguments are those of jinja2."""

    intercepted_binops = frozenset({"*", "**"})

    def __init__(
        self,
        sources: Sources,
        *,
        autoescape: bool,
        finalize: Callable[[object], object] | None = None,
    ) -> None:
        super().__init__(
            loader=Loader(sources),
            undefined=StrictUndefined,
            autoescape=autoescape,
            finalize=finalize,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self.sources = sources
        for name in _USELESS:
            del self.globals[name]

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """`left` times or to the power of `right`. SecurityError where that is too large."""
        too_large = right > _HIGHEST if operator == "**" else _length(left, right) > LARGEST
        if too_large:
            raise SecurityError(f"{operator} makes a value that is too large")
        return super().call_binop(context, operator, left, right)


def _length(left: Any, right: Any) -> int:
    """How long the product is, of a text or list and a number."""
    text, times = (right, left) if isinstance(left, int) else (left, right)
    return len(text) * times if hasattr(text, "__len__") and isinstance(times, int) else 0
