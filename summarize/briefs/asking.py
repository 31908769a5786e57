"""From a template and its input to a reply that can be used."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Protocol, TypeVar

from summarize.briefs.evidence import Shown
from summarize.errors import (
    CutShort,
    Declined,
    EmptyReply,
    Filtered,
    ModelError,
    WrongLanguage,
    WrongShape,
)
from summarize.models.request import Message, Model, Request, Shape
from summarize.models.window import Window, room
from summarize.templates import Prompts, Template

R = TypeVar("R", bound=Shape)

# Tokens around the messages that a server adds for roles and turns.
FRAME = 16
# Replies that a second, clearer question may mend.
_ASK_AGAIN = (CutShort, Declined, EmptyReply, Filtered, WrongLanguage, WrongShape)
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

    `language` is the code of the language to write in, `words` the length of a brief.
    """

    model: Model
    prompts: Prompts
    counter: Counts
    window: Window
    language: str
    words: int
    _fixed: dict[str, int] = field(default_factory=dict, repr=False, compare=False)

    @property
    def variables(self) -> Mapping[str, object]:
        """What every template may use."""
        return {"language": LANGUAGES.get(self.language, self.language), "words": self.words}

    def room(self, name: str) -> int:
        """Tokens of input that one call of the template `name` can take."""
        if name not in self._fixed:
            template = self.prompts.get(name)
            text = template.system(self.variables) + template.user(self.variables, "")
            self._fixed[name] = self.counter.count(text) + FRAME
        reply = self._max_output(self.prompts.get(name))
        left = room(self.window, self._fixed[name], reply, exact=self.counter.exact)
        return max(left, LEAST_ROOM)

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
            max_output=self._max_output(template),
            prompt_tokens=self.counter.count(system) + self.counter.count(user) + FRAME,
            temperature=template.temperature,
            language=self.language,
            priority=priority,
        )

    async def ask(self, request: Request, shape: type[R]) -> R:
        """The reply to a request.

        A reply that cannot be used is asked for once more, with what was wrong with it; one that
        was cut at the output limit with twice the limit, where the model has it.
        """
        try:
            reply = await self.model.ask(request)
        except _ASK_AGAIN as error:
            reply = await self.model.ask(self._clearer(request, error))
        return shape.model_validate_json(reply.text)

    def _clearer(self, request: Request, error: ModelError) -> Request:
        if isinstance(error, CutShort):
            said = f"Your last answer was too long. Write at most {self.words // 2} words in all."
        else:
            said = f"Your last answer could not be used ({error.cause}). {_WANTED}"
        *others, last = request.messages
        clearer = Message(last.role, f"{last.content}\n\n{said}")
        return replace(
            request,
            messages=(*others, clearer),
            max_output=max(request.max_output, min(2 * request.max_output, self.window.output)),
            prompt_tokens=request.prompt_tokens + self.counter.count(said),
        )


LEAST_ROOM = 400  # tokens: with less, a paragraph and its numbers do not fit
_WANTED = "Answer with the one JSON object that was described, in the language that was named."
