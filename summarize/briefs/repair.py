"""A claim that failed the check, asked for once more with what was found against it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from summarize.article import Quote
from summarize.briefs.asking import Asker
from summarize.briefs.evidence import Source, one_line, show
from summarize.briefs.replies import claim_of
from summarize.claims import Call, Claim, Finding
from summarize.models.shapes import Cited, RepairReply
from summarize.text.words import content

NEAREST = 6  # passages shown for a claim that cites none of those that were


@dataclass(frozen=True)
class Repaired:
    """The claim as its passages support it, and what was asked.

    `claim` is None where the model says that they do not.
    """

    claim: Claim | None
    call: Call


async def repaired(
    asker: Asker, claim: Claim, findings: Sequence[Finding], passages: Sequence[Quote]
) -> Repaired:
    """What becomes of a claim that is asked for again, with what was found against it.

    Raises ModelError.
    """
    wrong = [f"WRONG: {one_line(f'{f.kind}: {f.text} {f.why}')}" for f in findings]
    shown = show([Source("PASSAGES", tuple(passages))], [f"SENTENCE: {claim.text}", *wrong])
    label = f"a claim on “{one_line(claim.text)[:60]}”"
    request = asker.request("repair", RepairReply, shown, label, 0.0)
    reply = await asker.ask(request, RepairReply)
    cited = Cited(text=reply.text, cites=reply.cites)
    made = claim_of(cited, shown.quotes, claim.language, claim.rank)
    return Repaired(made, asker.call(request))


def nearest(claim: Claim, shown: Sequence[Quote]) -> list[Quote]:
    """Of the passages that were shown, those that share most content words with the claim."""
    words = set(content(claim.text, claim.language))
    shares = [
        (len(words & set(content(quote.text, claim.language))), -n, quote)
        for n, quote in enumerate(shown)
    ]
    best = sorted((share for share in shares if share[0]), reverse=True)[:NEAREST]
    return [quote for _, _, quote in sorted(best, key=lambda share: -share[1])]
