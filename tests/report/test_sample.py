"""Pages to try templates on."""

from __future__ import annotations

from dataclasses import fields, is_dataclass

import pytest

from summarize.report.sample import samples
from summarize.report.view import ArticlePage, ReviewPage, SituationPage


def empty(value: object) -> bool:
    """Whether a page has a part that holds nothing."""
    if is_dataclass(value):
        return any(empty(getattr(value, field.name)) for field in fields(value))
    if isinstance(value, tuple):
        return not value or any(map(empty, value))
    return not value


@pytest.mark.parametrize("kind", [ArticlePage, SituationPage, ReviewPage])
def test_the_first_page_has_every_part_and_the_last_one_none(kind: type) -> None:
    full, single, bare = samples(kind)  # type: ignore[var-annotated]

    assert not empty(full)
    assert not empty(single)
    assert empty(bare)
    assert all(isinstance(page, kind) for page in (full, single, bare))


def test_lists_are_long_then_short_then_empty() -> None:
    sizes = [len(page.stories) for page in samples(SituationPage)]

    assert sizes == [2, 1, 0]
