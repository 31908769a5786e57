import pytest
from dataclasses import replace
from summarize.report.markdown import to_markdown
def test_x(second):
    t=to_markdown(replace(second, changes=(second.changes[2],)*5)); print(t[:3000])
