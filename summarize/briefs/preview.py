"""What a run would send with one template, seen before anything is sent.

A dry run has made the report and noted every request; here those of one template are chosen. The
claims that it would be shown are answers out of the store where they are there, else selected.
"""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from dataclasses import dataclass, replace

from summarize.briefs.asking import Asker
from summarize.briefs.evidence import statement_quotes
from summarize.briefs.session import Session
from summarize.briefs.writer import Written
from summarize.claims import Finding
from summarize.errors import UsageError
from summarize.models.dry import Dry
from summarize.models.prices import worst_cost
from summarize.models.request import Message, Request
from summarize.models.window import ASSUMED
from summarize.reported import Report
from summarize.templates import PROMPTS, SHIPPED, Prompts, Template
from summarize.templates.folders import DEFAULT

LEAST_CONTEXT = 2_048  # tokens: --context takes no fewer
SMALLER = 4_096  # tokens: with so many, an article of some pages is read in parts
_ALL = "all stories"
_OF_ALL = ("overview", "judge", "pair")  # the templates that are about them
# What is said of a claim that nothing speaks against, so that a repair of it can be seen.
SAMPLE = Finding("name", "A Name", "is in no passage that is cited")


@dataclass(frozen=True)
class Previewed:
    """One request: tokens of its parts, what it costs at most (None where no price is known).

    `system` and `user` are tokens of the template, `input` those of what is shown. `stored` says
    that the answer to it is in the store: a run would not send it.
    """

    request: Request
    system: int
    user: int
    input: int
    cost_usd: float | None
    stored: bool

    @property
    def around(self) -> int:
        """Tokens that a server adds for roles and turns."""
        return self.request.prompt_tokens - self.system - self.user - self.input


@dataclass(frozen=True)
class Preview:
    """The calls of one template about one article or story, `number` of `of`, or about all stories.

    `claims` says who wrote the claims that are shown, `exact` whether tokens are counted as the
    model counts them. `is_sample` says that no run would ask this: nothing speaks against the claim
    that is to be repaired.
    """

    template: Template
    title: str
    number: int
    of: int
    calls: tuple[Previewed, ...]
    claims: str
    exact: bool
    is_sample: bool = False


@dataclass(frozen=True)
class _Subject:
    """What a call is about: its title, and the ids of its articles."""

    title: str
    articles: frozenset[str]

    def has(self, request: Request) -> bool:
        return any(quote.article in self.articles for quote in request.quotes)


def require_asked(name: str) -> None:
    """UsageError where no run asks with a template `name`; it says with which ones it asks."""
    if name not in PROMPTS:
        raise UsageError(
            f"no run asks with a template {name!r}", hint=f"preview one of {', '.join(PROMPTS)}"
        )


async def preview(
    report: Report, session: Session, writer: Written, name: str, number: int | None
) -> Preview:
    """The requests of template `name` about story (or article) `number`, counted from 1.

    The first one that needs such a call, where no number is given. `session` is that of the dry run
    that made `report`. UsageError where no such call is needed.
    """
    dry, asker = session.dry, session.asker
    if dry is None or asker is None:
        raise ValueError("only a dry run can be previewed")
    subjects = _subjects(report, name)
    _require_number(name, number, len(subjects))
    found = _found(dry, name, subjects)
    is_sample = name == "repair" and (not found or number not in {None, *found})
    if is_sample:
        await _try_repair(report, writer, number)
        found = _found(dry, name, subjects)
    if number not in {None, *found} or not found:
        raise _not_needed(report, name, number, list(found))
    chosen = number or next(iter(found))
    subject, requests = subjects[chosen - 1], found[chosen]
    return Preview(
        template=asker.prompts.get(name),
        title=subject.title,
        number=chosen,
        of=len(subjects),
        calls=tuple(_previewed(one, asker, session, dry) for one in requests),
        claims=_claims_of(report, dry, name, subject, requests),
        exact=session.counter.exact,
        is_sample=is_sample,
    )


def _require_number(name: str, number: int | None, of: int) -> None:
    if number is not None and name in _OF_ALL:
        raise UsageError(f"{name} is about all stories", hint="leave --story out")
    if number is not None and number > of:
        what = "articles" if name == "article" else "stories"
        raise UsageError(f"--story {number} is more than there are {what}", hint=f"up to {of}")


def _subjects(report: Report, name: str) -> list[_Subject]:
    """What the calls of a template are about, in the order of the report."""
    if name in _OF_ALL:
        return [_Subject(_ALL, frozenset(article.id for article in report.articles))]
    if name == "article":
        titles = {article.id: article.title for article in report.articles}
        origins = (articles for story in report.stories for _, articles in story.origins)
        return [_Subject(titles[articles[0]], frozenset(articles)) for articles in origins]
    return [_Subject(one.brief.headline, frozenset(one.articles)) for one in report.stories]


def _found(dry: Dry, name: str, subjects: Sequence[_Subject]) -> dict[int, list[Request]]:
    """The requests of a template by the number of what they are about."""
    requests = [one for one in dry.asked.values() if one.template == name]
    found = {
        number: [one for one in requests if subject.has(one)]
        for number, subject in enumerate(subjects, 1)
    }
    return {number: some for number, some in found.items() if some}


async def _try_repair(report: Report, writer: Written, number: int | None) -> None:
    """Ask, of nobody, for the repair of a claim as if something had been found against it."""
    stories = report.stories[number - 1 : number] if number else report.stories
    claims = (claim for story in stories for claim in story.brief.claims if claim.quotes)
    if claim := next(claims, None):
        await writer.repair(claim, [SAMPLE])


def _not_needed(report: Report, name: str, number: int | None, needed: list[int]) -> UsageError:
    what = "article" if name == "article" else "story"
    if needed:
        listed = ", ".join(map(str, needed))
        return UsageError(
            f"no {name} call is needed for {what} {number}", hint=f"one is for --story {listed}"
        )
    context = report.method.context or ASSUMED
    if name == "merge":
        smaller = SMALLER if context > SMALLER else LEAST_CONTEXT
        return UsageError(
            f"no merge call is needed: nothing is longer than the context of {context:,} tokens",
            hint=f"try --context {smaller}" if context > LEAST_CONTEXT else "give a longer article",
        )
    if name == "pair":
        return UsageError("no pair call is needed: no two articles are in doubt")
    if name == "story":
        return UsageError(
            "no story call is needed: each story is told by one source",
            hint="give articles of several outlets about one event",
        )
    return UsageError(f"no {name} call is needed: there is nothing to show it")


def _previewed(request: Request, asker: Asker, session: Session, dry: Dry) -> Previewed:
    template, count = asked_with(asker, request), asker.counter.count
    system = count(template.system(asker.variables))
    user = count(template.user(asker.variables, ""))
    price = session.price
    return Previewed(
        request,
        system,
        user,
        count(request.evidence),
        worst_cost(request.prompt_tokens, request.max_output, price) if price else None,
        request.hash not in dry.planned,
    )


def asked_with(asker: Asker, request: Request) -> Template:
    """The template of a request, with the fields that were asked for."""
    return replace(asker.prompts.get(request.template), fields=request.shape.added)


def _claims_of(
    report: Report, dry: Dry, name: str, subject: _Subject, requests: Sequence[Request]
) -> str:
    """Who wrote the claims that the requests show, in words."""
    if name == "article":
        return "none are shown: the sentences of the article are"
    if name == "pair":
        return "none are shown: the first sentences of both articles are"
    if name == "story" and _shows_all(report, subject, requests[0]):
        return "none are shown: the sentences of all articles fit"
    before = PROMPTS[: PROMPTS.index(name)]  # in the order in which they are asked
    earlier = [one for one in dry.asked.values() if one.template in before and subject.has(one)]
    stored = sum(one.hash not in dry.planned for one in earlier)
    if stored == len(earlier):
        return "written by the model, from the store"
    if not stored:
        return "selected by the built-in writer: the store has no answers"
    return (
        f"{stored} of {len(earlier)} answers from the store, else selected by the built-in writer"
    )


def _shows_all(report: Report, subject: _Subject, request: Request) -> bool:
    shown = {quote.span for quote in request.quotes}
    leads = {brief.article for brief in report.briefs} & subject.articles
    articles = (article for article in report.articles if article.id in leads)
    return all(quote.span in shown for one in articles for quote in statement_quotes(one))


def messages_text(messages: Sequence[Message]) -> str:
    """The messages one after the other, each under a line `--- ROLE`."""
    return "".join(f"--- {message.role}\n{message.content}\n" for message in messages)


def shipped_diff(made: Preview, asker: Asker) -> str:
    """How the messages differ from those that the shipped template makes of the same input."""
    shipped = Prompts(SHIPPED, asker.prompts.set).get(made.template.name)
    lines: list[str] = []
    for call in made.calls:
        evidence = call.request.evidence
        before = (
            Message("system", shipped.system(asker.variables)),
            Message("user", shipped.user(asker.variables, evidence)),
        )
        lines += difflib.unified_diff(
            messages_text(before).splitlines(),
            messages_text(call.request.messages).splitlines(),
            f"{DEFAULT}{shipped.path.name}",
            str(made.template.path),
            lineterm="",
        )
    return "".join(f"{line}\n" for line in lines)
