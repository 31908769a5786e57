"""Which lines are the story."""

import pytest

from summarize.read import boilerplate
from summarize.read.draft import Block


@pytest.mark.parametrize(
    "text",
    [
        "Subscribe to our newsletter",
        "Sign up for our daily briefing.",
        "Read more: Dam inspector warned of cracks",
        "READ MORE",
        "Related: Five dams that failed",
        "We use cookies to improve your experience.",
        "Follow us on X",
        "Follow Ledger News on Instagram",
        "Advertisement",
        "Share this article",
        "© 2026 Valley Ledger. All rights reserved.",
        "GET THE LEDGER ON THE GO BY CLICKING HERE",
        "Abonnez-vous à notre lettre du soir",
        "Lire aussi : la vallée sous les eaux",
        "Nous utilisons des cookies.",
        "Suscríbete a nuestro boletín",
        "Lea también: El valle bajo el agua",
        "Este sitio web utiliza cookies",
        "» Read more",
    ],
)
def test_a_prompt_of_the_site_is_seen(text: str) -> None:
    assert boilerplate.is_prompt(text)


@pytest.mark.parametrize(
    "text",
    [
        "Read more than any other minister, the report had 4,000 pages.",
        "Subscribers of the phone company lost service on Tuesday.",
        "Related businesses were closed on Monday.",
        "Sharing the road with trucks was the main worry of residents.",
        "Copyright law was changed by parliament on Monday.",
        "Publicidad engañosa: el tribunal multó a la empresa con dos millones.",
        "Partager la rivière reste le vœu des deux communes depuis la crue.",
        "Follow-up tests were negative.",
        "Subscribe to our view or not, " + "the council wrote in its long letter, " * 6 + "it is.",
    ],
)
def test_a_sentence_of_the_story_stays(text: str) -> None:
    assert not boilerplate.is_prompt(text)


@pytest.mark.parametrize(
    ("text", "author", "date"),
    [
        ("By Anna Kell", "Anna Kell", None),
        ("by Anna Kell and Tom de Vree", "Anna Kell and Tom de Vree", None),
        ("Par Hélène Courtade", "Hélène Courtade", None),
        ("By Anna Kell | 10 March 2026", "Anna Kell", "10 March 2026"),
        ("By Anna Kell, Tom Vree", "Anna Kell, Tom Vree", None),
        ("By Anna Kell | the Ledger's editor", "Anna Kell", None),
        ("Staff writer, 2026-03-10", None, "2026-03-10"),
        ("March 10, 2026", None, "March 10, 2026"),
        ("Published: 10 March 2026", None, "10 March 2026"),
        ("Updated 3:15 p.m.", None, None),
    ],
)
def test_a_byline_says_who_and_when(text: str, author: str | None, date: str | None) -> None:
    said = boilerplate.byline(text)
    assert said is not None
    assert {name: field.value for name, field in said.items()} == {
        name: value for name, value in (("author", author), ("published", date)) if value
    }


@pytest.mark.parametrize(
    "text",
    [
        "By Tuesday the water had gone.",
        "By Tuesday",
        "By March 12, 2026 the bridge",
        "By Monday night, 400 people had left",
        "The dam broke on 10 March 2026.",
        "By Anna Kell the town was warned, and by nobody else.",
        "The council met on Monday, and the vote is for March 12, 2026, said its clerk again.",
        "x" * 1_000,
    ],
)
def test_a_sentence_is_no_byline(text: str) -> None:
    assert boilerplate.byline(text) is None


def test_lines_around_the_story_are_left_out() -> None:
    blocks = [
        Block("By Anna Kell"),
        Block("10 March 2026"),
        Block("The dam broke."),
        Block("Subscribe to our newsletter"),
        Block("Two bridges fell."),
    ]
    story = boilerplate.without(blocks)
    assert [block.text for block in story.blocks] == ["The dam broke.", "Two bridges fell."]
    assert {name: field.value for name, field in story.fields.items()} == {
        "author": "Anna Kell",
        "published": "10 March 2026",
    }


def test_a_name_far_down_is_no_byline() -> None:
    blocks = [Block(f"Paragraph {number}.") for number in range(6)] + [Block("By Anna Kell")]
    assert boilerplate.without(blocks).blocks == tuple(blocks)


def test_the_first_byline_counts() -> None:
    story = boilerplate.without([Block("By Anna Kell"), Block("By Tom Vree"), Block("Rain fell.")])
    assert story.fields["author"].value == "Anna Kell"
