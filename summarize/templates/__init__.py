"""Prompt and report templates: where they are found, how they are filled, what they hash to.

A template sees plain frozen data only. It runs in jinja2's immutable sandbox, a name that does not
exist is an error, and a template of a report has every string escaped when it is printed. The text
of an article is always a value, and never a template.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarize.templates.fields import Field
from summarize.templates.folders import SHIPPED, Folders, prompts_folder, search
from summarize.templates.known import PROMPTS

if TYPE_CHECKING:
    from summarize.templates.prompts import Prompts, Template
    from summarize.templates.reports import environment, report_hashes

__all__ = [
    "PROMPTS",
    "SHIPPED",
    "Field",
    "Folders",
    "Prompts",
    "Template",
    "environment",
    "prompts_folder",
    "report_hashes",
    "search",
]
# What needs jinja2, which is imported when it is first asked for.
_FILLING = {
    "Prompts": "prompts",
    "Template": "prompts",
    "environment": "reports",
    "report_hashes": "reports",
}


def __getattr__(name: str) -> object:
    from importlib import import_module

    if name not in _FILLING:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_FILLING[name]}"), name)
