"""Prompt and report templates: where they are found, how they are filled, what they hash to.

A template sees plain frozen data only. It runs in jinja2's immutable sandbox, a name that does not
exist is an error, and a template of a report has every string escaped when it is printed. The text
of an article is always a value, and never a template.
"""

from summarize.templates.fields import Field
from summarize.templates.folders import SHIPPED, Folders, prompts_folder, search
from summarize.templates.prompts import PROMPTS, Prompts, Template
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
