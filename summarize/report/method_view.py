"""How a report was made, in plain statements. No time and no place of the machine stands here:
the same run on the same input gives the same page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from summarize.check.suspicious import suspicious
from summarize.report.causes import causes, findings
from summarize.report.citations import SHOWN
from summarize.report.credit import credit
from summarize.report.desk import NOT_SUPPORTED, Desk, marks, second_note
from summarize.report.families import story_of
from summarize.report.field_view import has_unsourced
from summarize.report.head import MISSING
from summarize.report.review import passage_line
from summarize.report.view import LeftOut, MethodView
from summarize.report.walk import all_claims, tally
from summarize.reported import Method
from summarize.stories.bridge import not_joined

LISTED = 20  # more inputs skipped for one reason are counted, not listed


def view_method(desk: Desk) -> MethodView:
    """Writer, templates, calls, withheld claims; what was excluded, removed, marked, skipped."""
    report, labels = desk.report, desk.labels
    lines = [
        labels.say("marks_explained"),
        *_unchecked(desk),
        *([labels.say("unsourced_explained")] if has_unsourced(report) else ()),
        credit(desk),
        *([labels.say("by_values")] if report.previous and report.previous.by_values else ()),
        *(report.missing if len(report.missing) > MISSING else ()),
        *_templates(desk, report.method),
        *_calls(desk, report.method),
        *_second(desk),
        *_withheld(desk),
        *_not_joined(desk),
        *_excluded(desk),
        *report.method.notes,
        *_removed(desk),
        *_suspicious(desk),
    ]
    skipped = labels.count("skipped", len(report.skipped)) if report.skipped else ""
    said = tuple(_sentence(line, labels.say("stop")) for line in lines)
    return MethodView(said, tuple(_withheld_claims(desk)), skipped, _inputs(desk))


def _templates(desk: Desk, method: Method) -> list[str]:
    if not method.templates:
        return []
    names = ", ".join(f"{name} {digest}" for name, digest in sorted(method.templates.items()))
    return [desk.labels.say("templates", names=names)]


def _calls(desk: Desk, method: Method) -> list[str]:
    """Calls, tokens and cost; nothing where no model was asked."""
    if not method.calls and not method.reused:
        return []
    labels, tokens = desk.labels, method.tokens
    calls = labels.say("calls", calls=method.calls, reused=method.reused)
    used = labels.say(
        "tokens" if tokens.exact else "tokens_estimated",
        input=tokens.input,
        cached=tokens.cached,
        output=tokens.output,
    )
    unknown = method.cost_usd is None
    cost = labels.say("cost_unknown") if unknown else labels.say("cost", usd=method.cost_usd)
    return [f"{calls}; {used}; {cost}"]


def _second(desk: Desk) -> list[str]:
    """How a second judge found, over all claims that it was shown."""
    opinions = [claim.judge for claim in all_claims(desk.report).values() if claim.judge]
    counts = Counter((opinion.model, opinion.verdict) for opinion in opinions)
    return [
        desk.labels.say(
            "second_judge_found",
            model=model,
            supported=counts[model, "supported"],
            unsupported=counts[model, "unsupported"],
            unchecked=counts[model, "unchecked"],
        )
        for model in dict.fromkeys(opinion.model for opinion in opinions)
    ]


def _unchecked(desk: Desk) -> list[str]:
    """How many claims were not decided, what that means, and where they stand."""
    count = tally(desk.report).unchecked
    said = desk.labels.say("unchecked_explained")
    return [f"{desk.labels.count('left_unchecked', count)}: {said}"] if count else []


def _withheld(desk: Desk) -> list[str]:
    """How many claims were withheld, and for what."""
    withheld = {entry.claim.id: entry.claim for entry in desk.report.withheld}
    if not withheld:
        return []
    why = causes(desk.labels, withheld.values())
    said = desk.labels.count("withheld", len(withheld))
    return [f"{said}: {why}" if why else said]


def _withheld_claims(desk: Desk) -> Iterator[LeftOut]:
    """The withheld claims themselves, each with why and its passages, where they are asked for."""
    if not desk.printing.withheld:
        return
    claims = {entry.claim.id: entry.claim for entry in desk.report.withheld}
    for claim in claims.values():
        yield LeftOut(
            text=claim.text,
            marks=marks(desk, claim.quotes),
            notes=tuple(second_note(desk, claim)),
            lead=NOT_SUPPORTED,
            why=tuple(findings(claim.verdict.findings)),
            passages=tuple(passage_line(desk, quote) for quote in claim.quotes[:SHOWN]),
        )


def _not_joined(desk: Desk) -> list[str]:
    """How many articles stand alone in a language of their own: nothing joined them to a story."""
    found = not_joined([story_of(story, desk.articles) for story in desk.report.stories])
    counts = ", ".join(f"{code}: {n}" for code, n in found.items())
    return [desk.labels.say("not_joined", counts=counts)] if counts else []


def _excluded(desk: Desk) -> list[str]:
    rules = ", ".join(
        f"{rule} ({desk.labels.count('articles', n)})"
        for rule, n in sorted(desk.report.excluded.items())
        if n
    )
    return [desk.labels.say("excluded", rules=rules)] if rules else []


def _removed(desk: Desk) -> list[str]:
    """How many pieces that no reader could see were taken out of how many articles, by carrier."""
    found = [article.removed for article in desk.report.own_articles if article.removed]
    if not found:
        return []
    carriers: Counter[str] = Counter()
    for removed in found:
        carriers.update(removed)
    said = desk.labels.say(
        "removed",
        pieces=desk.labels.count("pieces", carriers.total()),
        articles=desk.labels.count("articles", len(found)),
    )
    return [f"{said} ({', '.join(f'{name} {n}' for name, n in _most_first(carriers))})"]


def _suspicious(desk: Desk) -> list[str]:
    """How many passages (or titles) of each outlet speak to a model."""
    outlets: Counter[str] = Counter()
    for article in desk.report.own_articles:
        outlets[article.outlet] += len(suspicious(article.text)) + bool(suspicious(article.title))
    named = ", ".join(f"{outlet} ({n})" for outlet, n in _most_first(+outlets))
    return [desk.labels.say("suspicious", outlets=named)] if named else []


def _most_first(counted: Counter[str]) -> list[tuple[str, int]]:
    return sorted(counted.items(), key=lambda entry: (-entry[1], entry[0]))


def _inputs(desk: Desk) -> tuple[str, ...]:
    """`name: reason`; more than 20 of one reason are one line."""
    reasons = Counter(skipped.reason for skipped in desk.report.skipped)
    lines = dict.fromkeys(
        f"{desk.labels.count('inputs', reasons[skipped.reason])}: {skipped.reason}"
        if reasons[skipped.reason] > LISTED
        else f"{skipped.source}: {skipped.reason}"
        for skipped in desk.report.skipped
    )
    return tuple(lines)


def _sentence(text: str, stop: str) -> str:
    return text[:1].upper() + text[1:].rstrip("." + stop) + stop
