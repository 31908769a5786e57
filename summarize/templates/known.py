"""Which templates there are: those of prompts, and those of a report that are filled."""

from __future__ import annotations

WRITING = ("article", "merge", "story", "overview", "repair")  # those of who writes the report
PROMPTS = (*WRITING, "judge", "pair")
ARTICLE = "report/article.md.j2"
SITUATION = "report/situation.md.j2"
REVIEW = "report/review.md.j2"
HTML = "report/page.html.j2"
MAIL = "report/mail.html.j2"
# The templates that are filled; the others are parts of these.
REPORTS = (ARTICLE, SITUATION, REVIEW, HTML, MAIL)


def prompt_file(name: str) -> str:
    """The file of the prompt `name`."""
    return f"{name}.md.j2"
