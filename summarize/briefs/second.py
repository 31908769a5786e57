"""`--judge MODEL`: a second model beside the writer, asked for its opinion on what was written.

It shares the store, the recording and the caps of the writer's session: what that has used is gone.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from summarize.article import Article
from summarize.briefs.judge import TEMPLATE, Judged, judged
from summarize.briefs.session import Asked, Session, open_session
from summarize.claims import Claim, Opinion
from summarize.errors import UsageError
from summarize.writer import Account

# What a person may say for all models, and a profile (or the table of a model) for one.
_OF_ONE_MODEL = ("base_url", "context", "price")


def open_second(
    asked: Asked, name: str, beside: Session | None, say: Callable[[str], None]
) -> Second:
    """The second judge `name`, a model or a profile; `asked` is what is asked of the writer.

    Its own address, price and window in the settings go before those of `asked`. Raises what
    `open_session` does.
    """
    if name == "local":
        raise UsageError(
            "--judge local: the built-in writer gives no opinion", hint="name a model, or a profile"
        )
    tables = asked.settings.tables
    profile: Mapping[str, Any] = tables.get("profile", {}).get(name, {})
    listed = tables.get("models", {}).get(profile.get("model", name), {})
    own: dict[str, Any] = {
        given: None for given in _OF_ONE_MODEL if given in profile or given in listed
    }
    mine = replace(asked, name=name, overview=False, **own)
    return Second(open_session(mine, None, say, beside), beside, say)


class Second:
    """A second judge at its model. Its `session` is closed by whoever opened it."""

    def __init__(
        self, session: Session, beside: Session | None, say: Callable[[str], None]
    ) -> None:
        self.session = session
        self._beside = beside
        self._say = say
        self._judged = Judged()

    @property
    def account(self) -> Account:
        """What it has used; its template is named where it was asked."""
        asker = self.session.asker
        missing = (
            f"the second opinion on {n} {'claim' if n == 1 else 'claims'}: {why}"
            for why, n in self._judged.missing.items()
        )
        return replace(
            self.session.used(),
            templates=asker.prompts.hashes([TEMPLATE]) if asker else {},
            missing=tuple(missing),
        )

    async def judge(
        self, claims: Sequence[Claim], articles: Mapping[str, Article]
    ) -> Mapping[str, Opinion]:
        """Opinions on those claims that say something in other words than their passages."""
        asked_about = [claim for claim in claims if claim.quotes and self._is_open(claim)]
        if not asked_about:
            self._say("--judge has nothing to do: each claim is its own passage, word for word")
            return {}
        asker = await self.session.begin()
        self._judged = await judged(asker, self.session.choice.name, asked_about, articles)
        return self._judged.opinions

    def _is_open(self, claim: Claim) -> bool:
        """Whether it needs an opinion: a passage follows from itself.

        In a dry run, selected claims stand for those that the model would write.
        """
        dry = self._beside.dry if self._beside else None
        return bool(dry and dry.planned) or not claim.is_quote
