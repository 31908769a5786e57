"""What is wrong with templates, before anything is asked or made with them.

Of prompts `templates.lint` knows. Of the templates of a report it is:

1. Syntax, front matter, characters that a person does not see.
2. Names of variables that nothing sets; blocks, and text outside of blocks, that the extended
   template never shows.
3. Fields that a page does not have: each template is filled with sample pages.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path

from summarize.errors import TemplateFault, known_are
from summarize.report.markdown import markdown_environment
from summarize.report.page_view import HtmlPage
from summarize.report.sample import samples
from summarize.report.view import ArticlePage, ReviewPage, SituationPage
from summarize.templates import Folders, Prompts
from summarize.templates.faults import Fault, fault_of, unseen
from summarize.templates.known import ARTICLE, HTML, MAIL, REVIEW, SITUATION, prompt_file
from summarize.templates.lint import lint, unshown
from summarize.templates.names import unknown
from summarize.templates.reports import PAGE, fill, front_variables
from summarize.templates.sandbox import Sandbox
from summarize.templates.shelf import REPORT, base_name, name_of, names
from summarize.templates.sources import Source
from summarize.templates.structure import chain, closure

PAGES: Mapping[str, type[ArticlePage | SituationPage | ReviewPage | HtmlPage]] = {
    ARTICLE: ArticlePage,
    SITUATION: SituationPage,
    REVIEW: ReviewPage,
    HTML: HtmlPage,
    MAIL: HtmlPage,
}


def lint_all(
    folders: Folders,
    variables: Mapping[str, object],
    replies: Mapping[str, Collection[str]],
    wanted: Sequence[str] = (),
) -> list[Fault]:
    """What is wrong with the templates `wanted`, by their files, else with all that are found.

    `replies` are the names in the reply to each prompt. TemplateFault where one is not found.
    """
    for name in wanted:
        folders.find(name)
    prompts = Prompts(folders, variables)
    faults: set[Fault] = set()
    for name in wanted or names(folders):
        if name in PAGES:
            faults.update(_lint(name, folders, variables))
        else:
            faults.update(_lint_prompt(name, prompts, replies))
    if any(name.startswith(REPORT) and name not in PAGES for name in wanted):
        faults.update(lint_reports(folders, variables))  # of which it is a part
    return sorted(faults)


def _lint_prompt(
    name: str, prompts: Prompts, replies: Mapping[str, Collection[str]]
) -> Sequence[Fault]:
    """Of what is no prompt, but a part of one or of a report, only the syntax is looked at."""
    try:
        source = prompts.sources.get(name)
        files = chain(name, prompts.sources)
    except TemplateFault as error:
        return [fault_of(error, Path(name))]
    reply = replies.get(base_name(files))
    if reply is None or name != prompt_file(name_of(name)):
        return [*unseen(source)]
    return lint(prompts, name_of(name), reply)


def lint_reports(folders: Folders, variables: Mapping[str, object]) -> list[Fault]:
    """What is wrong with the report templates that are found in `folders`."""
    return sorted({fault for name in PAGES for fault in _lint(name, folders, variables)})


def refuse_faulty(folders: Folders, variables: Mapping[str, object]) -> None:
    """TemplateFault for the first thing that is wrong with a person's own report templates."""
    if not any((folder / "report").is_dir() for folder in folders.own):
        return
    for fault in lint_reports(folders, variables):
        raise TemplateFault(str(fault), hint="summarize prompts check lists all that is wrong")


def _lint(name: str, folders: Folders, variables: Mapping[str, object]) -> Iterator[Fault]:
    made = markdown_environment(folders)
    try:
        files = list(closure(name, made.sources))
        known = {PAGE, *front_variables(files), *variables}
        faults = [*_seen(files, made, known)]
        for page in samples(PAGES[name]) if not faults else ():
            fill(made, name, page, variables)
    except TemplateFault as error:
        yield fault_of(error, Path(name))
    else:
        yield from faults


def _seen(files: list[Source], made: Sandbox, known: set[str]) -> Iterator[Fault]:
    """What is wrong without filling a template."""
    for file in files:
        yield from unseen(file)
        yield from unshown(chain(file.name, made.sources))
    for found in unknown(files, made, known):
        message = f"unknown variable {found.name}; {known_are(found.name, sorted(known))}"
        yield Fault(found.file.found.path, found.line, message)
