"""Code counts, writers propose: agreement, differences, figures and dates of a story.

What is counted here comes from all sentences of a story, so that it is the same whoever wrote.
"""

from summarize.compare.carriers import Witnesses
from summarize.compare.compare import compare, compare_brief
from summarize.compare.figures import key_figures

__all__ = ["Witnesses", "compare", "compare_brief", "key_figures"]
