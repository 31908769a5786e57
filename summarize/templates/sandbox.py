"""Where templates are compiled and run: jinja2's immutable sandbox, in which a blank is an error.

The sandbox keeps a template from the interpreter and from changing a value. What it lets through
and a template of ours has no use for is taken away here: values that grow without end, loops that
hardly end, and what is another text in each run.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import update_wrapper, wraps
from typing import Any

from jinja2 import StrictUndefined, TemplateSyntaxError, Undefined, nodes, pass_eval_context
from jinja2.exceptions import SecurityError
from jinja2.nodes import EvalContext
from jinja2.runtime import Context, LoopContext, markup_join, str_join
from jinja2.sandbox import ImmutableSandboxedEnvironment, SandboxedFormatter
from jinja2.visitor import NodeTransformer
from markupsafe import EscapeFormatter, Markup

from summarize.templates.compiled import compiled
from summarize.templates.growth import (
    FILTERS,
    METHODS,
    extent,
    operated,
    require_narrow,
    require_small,
)
from summarize.templates.loading import Loader
from summarize.templates.meter import CALL, STEP, charge, each
from summarize.templates.sources import Sources
from summarize.templates.structure import TOO_DEEP

_USELESS = ("lipsum",)  # functions that fill pages
_UNSTEADY = ("random",)  # filters that make another prompt in each run
# Filters that only the tree of a template names: nobody can write a name with a blank.
_EACH, _JOINED = "each of", "joined by ~"


class Sandbox(ImmutableSandboxedEnvironment):
    """The environment of the files in `sources`; the other arguments are those of jinja2."""

    intercepted_binops = frozenset({"+", "*", "**", "%"})

    def __init__(
        self,
        sources: Sources,
        *,
        autoescape: bool,
        finalize: Callable[[object], object] | None = None,
    ) -> None:
        super().__init__(
            loader=Loader(sources),
            bytecode_cache=compiled(),
            undefined=StrictUndefined,
            autoescape=autoescape,
            finalize=_counting(finalize),
            trim_blocks=True,
            lstrip_blocks=True,
            optimized=False,  # nothing is worked out while compiling, where nothing is counted
        )
        self.sources = sources
        for name in _USELESS:
            del self.globals[name]
        for name in _UNSTEADY:
            del self.filters[name]
        tables: list[dict[str, Any]] = [self.filters, self.tests]
        for table in tables:
            table.update({name: _gated(name, function) for name, function in table.items()})
        self.filters |= {_EACH: each, _JOINED: _joined}

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        """The tree of a template, in which loops and `~` are counted."""
        tree: nodes.Template = _Counted().visit(super()._parse(source, name, filename))
        return tree

    def compile(self, source: Any, name: str | None = None, *args: Any, **kwargs: Any) -> Any:
        """The code of a template. TemplateSyntaxError also where Python finds it too deep."""
        try:
            return super().compile(source, name, *args, **kwargs)
        except (RecursionError, SyntaxError):
            raise TemplateSyntaxError(TOO_DEEP, 1, name) from None

    def get_template(self, *args: Any, **kwargs: Any) -> Any:
        """As jinja2 does it, also for each `include`."""
        charge(CALL)
        return super().get_template(*args, **kwargs)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """What `operator` makes of both. SecurityError where that is too large."""
        require_small(operator, operated(operator, left, right))
        made = super().call_binop(context, operator, left, right)
        charge(extent(made))
        return made

    def call(__self, __context: Context, __obj: Any, *args: Any, **kwargs: Any) -> Any:
        """What a function, method or macro returns. SecurityError where that is too large."""
        owner, name = getattr(__obj, "__self__", None), getattr(__obj, "__name__", "")
        if isinstance(owner, str) and name in METHODS:
            require_small(name, METHODS[name](owner, [*args, *kwargs.values()]))
        if isinstance(__obj, LoopContext):
            args = tuple(each(one) for one in args)
        made = super().call(__context, __obj, *args, **kwargs)
        charge(CALL + extent(made))
        return made

    def wrap_str_format(self, value: Any) -> Callable[..., str] | None:
        """`format` and `format_map` of a text, with what they look up and make looked at."""
        if super().wrap_str_format(value) is None:
            return None
        text: str = value.__self__
        formatter = (
            _EscapeFormatter(self, escape=text.escape)
            if isinstance(text, Markup)
            else _Formatter(self)
        )

        def formatted(*args: Any, **kwargs: Any) -> str:
            if value.__name__ == "format_map":
                (kwargs,), args = args, ()
            return type(text)(formatter.vformat(text, args, kwargs))

        return update_wrapper(formatted, value)


class _Formatter(SandboxedFormatter):
    def format_field(self, value: Any, format_spec: str) -> Any:
        require_narrow(format_spec)
        require_small("format", extent(value))
        made = super().format_field(value, format_spec)
        charge(len(made))
        return made


class _EscapeFormatter(_Formatter, EscapeFormatter):
    pass


class _Counted(NodeTransformer):
    """Puts a filter around what a loop goes through, and in place of `~`."""

    def visit_For(self, node: nodes.For) -> nodes.For:
        self.generic_visit(node)
        printed = sum(len(data.data) for data in _data(node.body))
        work: list[nodes.Expr] = [nodes.Const(printed)]
        node.iter = nodes.Filter(node.iter, _EACH, work, [], None, None).set_lineno(node.lineno)
        return node

    def visit_Concat(self, node: nodes.Concat) -> nodes.Filter:
        self.generic_visit(node)
        parts = nodes.Tuple(node.nodes, "load")
        made = nodes.Filter(parts, _JOINED, [], [], None, None)
        made.set_lineno(node.lineno)
        return made


def _data(body: Iterable[nodes.Node]) -> Iterator[nodes.TemplateData]:
    for node in body:
        yield from node.find_all(nodes.TemplateData)


def _gated(name: str, function: Callable[..., Any]) -> Callable[..., Any]:
    """A filter or test that makes nothing too large, and is counted."""
    first = 1 if hasattr(function, "jinja_pass_arg") else 0
    bound = FILTERS.get(name)

    @wraps(function)
    def gated(*args: Any, **kwargs: Any) -> Any:
        value, *given = [*args[first:], *kwargs.values()]
        require_small(name, extent(value))
        if bound is not None:
            require_small(name, bound(value, given))
        made = function(*args, **kwargs)
        if isinstance(made, Iterator):
            made = tuple(each(made))
        charge(STEP + extent(given) + extent(made))
        return made

    return gated


@pass_eval_context
def _joined(context: EvalContext, parts: Iterable[Any]) -> str:
    require_small("~", extent(parts))
    made = (markup_join if context.autoescape else str_join)(parts)
    charge(len(made))
    return made


def _counting(finalize: Callable[[object], object] | None) -> Callable[..., object]:
    """What is done with each value that is printed. It needs a context so that jinja2 waits."""

    @pass_eval_context
    def counted(_context: EvalContext, value: object) -> object:
        if callable(value) and not isinstance(value, Undefined):  # it would print an address
            raise SecurityError(f"{getattr(value, '__name__', 'this')} is a function, no text")
        require_small("{{ … }}", extent(value))
        made = value if finalize is None else finalize(value)
        charge(extent(made))
        return made

    return counted
