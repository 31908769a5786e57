"""From a template and its input to a reply that can be used."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Protocol, TypeVar

from summarize.briefs.evidence import Shown
from summarize.claims import Call
from summarize.models.request import Message, Model, Request, Shape
from summarize.models.window import Window, room
from summarize.templates import Prompts, Template

R = TypeVar("R", bound=Shape)

# Tokens around the messages that a server adds for roles and turns.
FRAME = 16
LANGUAGES = {"en": "English", "es": "Spanish", "fr": "French"}


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
    where the answer to a request is kept; it is empty where answers are not kept.
    """

    model: Model
    prompts: Prompts
    counter: Counts
    window: Window
    language: str
    words: int
    key: Callable[[Request], str] = lambda _request: ""
    _fixed: dict[str, int] = field(default_factory=dict, repr=False, compare=False)

    @property
    def variables(self) -> Mapping[str, object]:
        """What every template may use."""
        return {"language": LANGUAGES.get(self.language, self.language), "words": self.words}

    def room(self, name: str) -> int:
        """Tokens of input that one call of the template `name` can take."""
        reply = self._max_output(self.prompts.get(name))
        left = room(self.window, self._fixed_tokens(name), reply, exact=self.counter.exact)
        return max(left, LEAST_ROOM)

    def _fixed_tokens(self, name: str) -> int:
        """Tokens of all that is the same in every call of the template."""
        if name not in self._fixed:
            template = self.prompts.get(name)
            text = template.system(self.variables) + template.user(self.variables, "")
            self._fixed[name] = self.counter.count(text) + FRAME
        return self._fixed[name]

    def _max_output(self, template: Template) -> int:
        return min(template.max_output, self.window.output)

    def request(
        self, name: str, shape: type[Shape], shown: Shown, label: str, priority: float
    ) -> Request:
        """The question of template `name` about what is shown."""
        template = self.prompts.get(name)
        system = template.system(self.variables)
        user = template.user(self.variables, shown.text)
        return Request(
            template=name,
            messages=(Message("system", system), Message("user", user)),
            shape=shape,
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
        """The reply to a request. Raises ModelError."""
        reply = await self.model.ask(request)
        return shape.model_validate_json(reply.text)

    def call(self, request: Request) -> Call:
        """How a report names a request."""
        template = self.prompts.get(request.template)
        return Call(request.template, template.hash, request.hash, self.key(request))


LEAST_ROOM = 400  # tokens: with less, a paragraph and its numbers do not fit
