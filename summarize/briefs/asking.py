"""From a template and its input to a reply that can be used."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Protocol, TypeVar

from summarize.briefs.evidence import Shown
from summarize.claims import Call
from summarize.models.fields import with_fields
from summarize.models.request import Message, Model, Request, Shape
from summarize.models.window import Window, room
from summarize.templates import Prompts, Template
from summarize.templates.prompts import OF_ARTICLES

R = TypeVar("R", bound=Shape)

# Tokens around the messages that a server adds for roles and turns.
FRAME = 16
LANGUAGES = {
    "ar": "Arabic",
    "de": "German",
    "en": "English",
    "es": "Spanish",
    "fr": "French",
    "vi": "Vietnamese",
    "zh": "Chinese",
}


class Counts(Protocol):
    """Whoever counts tokens; `exact` says whether it knows the model's own."""

    @property
    def exact(self) -> bool:
        """Whether the counts are those of the model."""
        ...

    def count(self, text: str) -> int:
        """Tokens of `text`."""
        ...


@dataclass(frozen=True)
class Asker:
    """Asks one model with one set of templates.

    `language` is the code of the language to write in, `words` the length of a brief. `key` says
    where the answer to a request is kept; it is empty where answers are not kept. `alone` asks an
    article for the fields of a story too; without stories (`with_stories`) that is never done.
    """

    model: Model
    prompts: Prompts
    counter: Counts
    window: Window
    language: str
    words: int
    key: Callable[[Request], str] = lambda _request: ""
    with_stories: bool = True
    alone: bool = False
    _fixed: dict[tuple[str, bool], int] = field(default_factory=dict, repr=False, compare=False)

    @property
    def variables(self) -> Mapping[str, object]:
        """What every template may use."""
        return {"language": LANGUAGES.get(self.language, self.language), "words": self.words}

    def template(self, name: str) -> Template:
        """The template `name`, with the fields that it is to be asked for."""
        found = self.prompts.get(name)
        if self.alone and name in OF_ARTICLES:
            return replace(found, fields=self.prompts.fields_alone)
        return found

    def of_article(self, alone: bool) -> Asker:
        """Who asks about an article, which may tell its story alone."""
        return replace(self, alone=alone and self.with_stories)

    def room(self, name: str) -> int:
        """Tokens of input that one call of the template `name` can take."""
        reply = self._max_output(self.prompts.get(name))
        left = room(self.window, self._fixed_tokens(name), reply, exact=self.counter.exact)
        return max(left, LEAST_ROOM)

    def _fixed_tokens(self, name: str) -> int:
        """Tokens of all that is the same in every call of the template."""
        place = name, self.alone
        if place not in self._fixed:
            template = self.template(name)
            text = template.system(self.variables) + template.user(self.variables, "")
            self._fixed[place] = self.counter.count(text) + FRAME
        return self._fixed[place]

    def _max_output(self, template: Template) -> int:
        return min(template.max_output, self.window.output)

    def request(
        self, name: str, shape: type[Shape], shown: Shown, label: str, priority: float
    ) -> Request:
        """The question of template `name` about what is shown."""
        template = self.template(name)
        system = template.system(self.variables)
        user = template.user(self.variables, shown.text)
        return Request(
            template=name,
            messages=(Message("system", system), Message("user", user)),
            shape=with_fields(shape, template.fields),
            label=label,
            quotes=shown.quotes,
            evidence=shown.text,
            max_output=self._max_output(template),
            longest_output=self.window.output,
            prompt_tokens=self._fixed_tokens(name) + self.counter.count(shown.text),
            temperature=template.temperature,
            language=self.language,
            priority=priority,
        )

    async def ask(self, request: Request, shape: type[R]) -> R:
        """The reply to a request for this shape and added fields. Raises ModelError."""
        reply = await self.model.ask(request)
        asked: type[R] = with_fields(shape, request.shape.added)
        return asked.model_validate_json(reply.text)

    def call(self, request: Request) -> Call:
        """How a report names a request."""
        template = self.prompts.get(request.template)
        return Call(request.template, template.hash, request.hash, self.key(request))


LEAST_ROOM = 400  # tokens: with less, a paragraph and its numbers do not fit
