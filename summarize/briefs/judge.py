"""A second opinion: a model says of each claim whether it follows from its passages.

1. A claim is shown with the sentences it cites and one around each, as the check sees them.
2. Several claims go into one call, numbered within it; a call that the server would not take whole
   is made in halves.
3. Claims that a reply leaves out are asked about once more, as long as it answers any.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from summarize.article import Article, Quote
from summarize.aside import aside
from summarize.briefs.asking import Asker
from summarize.briefs.evidence import Shown, Source, cost, one_line, show
from summarize.briefs.replies import plain
from summarize.briefs.rounds import MARGIN, halves
from summarize.claims import Claim, Opinion
from summarize.errors import ModelError, PromptCut, TooLong
from summarize.models.shapes import Judgement, JudgeReply
from summarize.text.packing import pack

TEMPLATE = "judge"
CLAIMS = 20  # of one call, at most
A_VERDICT = 75  # tokens of a verdict with its reason of 25 words, which other scripts take
# Passages shown of a claim: a writer is asked for four at most, and what code adds to them (other
# origins that say the same) carries the claim alone.
PASSAGES = 6
NO_VERDICT = "the reply has none"
DEEPEST = 3  # a call is halved so often at most: each try is paid


@dataclass(frozen=True)
class Judged:
    """The opinions by the ids of the claims; of the others how many there are, by the reason."""

    opinions: Mapping[str, Opinion] = field(default_factory=dict)
    missing: Mapping[str, int] = field(default_factory=dict)


async def judged(
    asker: Asker, model: str, claims: Sequence[Claim], articles: Mapping[str, Article]
) -> Judged:
    """What `model`, behind `asker`, says of claims that cite something, each of another id."""
    batches = await aside(_batches, asker, claims, articles)
    judge = _Judge(asker, model, articles)
    await asyncio.gather(*(judge.batch(batch, place) for place, batch in enumerate(batches)))
    return Judged(judge.opinions, judge.missing)


def claims_shown(claims: Sequence[Claim], articles: Mapping[str, Article]) -> Shown:
    """The claims as they are shown in one call, each with its passages."""
    numbered = enumerate(claims, 1)
    return show([part for n, claim in numbered for part in _parts(n, claim, articles)])


def _parts(number: int, claim: Claim, articles: Mapping[str, Article]) -> list[Source]:
    """A claim under its number, then its passages, article by article in the order of citing."""
    found: dict[str, dict[int, Quote]] = {}
    for quote in claim.quotes[:PASSAGES]:
        article = articles[quote.article]
        near = (article.quote(sentence.start, sentence.end) for sentence in article.around(quote))
        found.setdefault(article.id, {}).update((one.start, one) for one in near)
    lead = f"CLAIM {number}: {one_line(claim.text)}\n"
    parts = []
    for id_, near_by in found.items():
        quotes = tuple(near_by[start] for start in sorted(near_by))
        parts.append(Source(lead + _heading(articles[id_]), quotes))
        lead = ""
    return parts


def _heading(article: Article) -> str:
    outlet = one_line(article.outlet).replace("|", "/")
    facts = ["PASSAGES", outlet, article.day.isoformat() if article.day else ""]
    return " | ".join(fact for fact in facts if fact)


def _batches(
    asker: Asker, claims: Sequence[Claim], articles: Mapping[str, Article]
) -> list[Sequence[Claim]]:
    """As few calls as their size and the length of the reply allow."""
    room = max(asker.room(TEMPLATE) - MARGIN, 1)
    reply = min(asker.prompts.get(TEMPLATE).max_output, asker.window.output)
    most = max(1, min(CLAIMS, reply // A_VERDICT))
    count = asker.counter.count
    # None counts for less than its share of a full call: so no call has more than that.
    least = room // (most + 1) + 1
    sizes = [
        max(least, sum(cost(part, count) for part in _parts(most, claim, articles)))
        for claim in claims
    ]
    return [claims[one.start : one.stop] for one in pack(sizes, room)]


@dataclass
class _Judge:
    """One model at work on the claims of one report."""

    asker: Asker
    model: str
    articles: Mapping[str, Article]
    opinions: dict[str, Opinion] = field(default_factory=dict)
    missing: dict[str, int] = field(default_factory=dict)

    async def batch(self, claims: Sequence[Claim], place: int, depth: int = 0) -> None:
        """Ask about some claims; an error costs their opinions and nothing else."""
        try:
            found = await self._verdicts(claims, place)
        except ModelError as error:
            if isinstance(error, TooLong | PromptCut) and len(claims) > 1 and depth < DEEPEST:
                smaller = (self.batch(half, place, depth + 1) for half in halves(claims))
                await asyncio.gather(*smaller)
            else:
                self._miss(claims, error.what)
            return
        for number, verdict in found.items():
            why = plain(verdict.why)
            self.opinions[claims[number - 1].id] = Opinion(self.model, verdict.verdict, why)
        left = [claim for claim in claims if claim.id not in self.opinions]
        if left and found:
            await self.batch(left, place, depth)
        elif left:
            self._miss(left, NO_VERDICT)

    async def _verdicts(self, claims: Sequence[Claim], place: int) -> Mapping[int, Judgement]:
        """The first verdict on each number that was shown. Raises ModelError."""
        shown = await aside(claims_shown, claims, self.articles)
        others = f" and {len(claims) - 1} more" if len(claims) > 1 else ""
        label = f"a claim “{one_line(claims[0].text)[:60]}”{others}"
        request = self.asker.request(TEMPLATE, JudgeReply, shown, label, float(place))
        reply = await self.asker.ask(request, JudgeReply)
        known = [one for one in reply.verdicts if 1 <= one.claim <= len(claims)]
        return {one.claim: one for one in reversed(known)}

    def _miss(self, claims: Sequence[Claim], why: str) -> None:
        self.missing[why] = self.missing.get(why, 0) + len(claims)
