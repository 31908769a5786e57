"""Is the claim in its passages? Answered without a second model."""

from summarize.check.carry import carries, near_copy
from summarize.check.facts import Facts, facts
from summarize.check.verdict import check, supports

__all__ = ["Facts", "carries", "check", "facts", "near_copy", "supports"]
