"""Invented news for the tests of origins and stories."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime

from summarize.article import Article

NOW = datetime(2026, 3, 12, 8, tzinfo=UTC)


def _unwrapped(text: str) -> str:
    """A paragraph of an article has no line break in it."""
    return re.sub(r"(?<!\n)\n(?!\n)", " ", text)


DAM = _unwrapped(
    """\
The Karrow dam above Dunmore broke on Tuesday morning and flooded two towns, killing 26 people,
the governor said.

Water stood two metres high in the market square of Dunmore. Rescuers took families from their
roofs with boats and a helicopter. No one had warned the people of the lower town, said Jon
Vale, who lost his bakery.

The governor, Mara Quill, called it the worst flood in a hundred years. She said that inspectors
had found cracks in the wall in autumn. The company that runs the dam did not answer questions.

Schools will stay closed until Friday. The army sent four hundred soldiers and a field kitchen.
Engineers are to examine two more dams on the river this week."""
)

SAME_PRESS_CONFERENCE = _unwrapped(
    """\
At least 26 people drowned when a wall of water swept through the valley below Karrow, officials
confirmed on Tuesday.

“We have not seen a flood like this in a hundred years,” Governor Mara Quill told reporters in
Dunmore. Families were still waiting on roofs at noon, and boats were scarce.

Shopkeepers in the lower town were angry. Inspectors reported cracks in the dam months ago,
according to the governor, yet nothing was repaired. Soldiers began to hand out meals in the
evening, and lessons are off for the rest of the week."""
)

DAM_LATER = _unwrapped(
    """\
Engineers who examined the broken Karrow dam said on Thursday that cracks in its wall had been
known since autumn.

The governor, Mara Quill, promised an inquiry into the flood that killed 26 people in Dunmore
and a second town. The company that runs the dam said it would help the inspectors.

Families in the lower town of Dunmore returned to clean their houses of mud."""
)

HARBOUR = _unwrapped(
    """\
A container ship ran aground on a sand bank off Port Ellis and closes the harbour to all large
vessels.

The Brenna, with 8,000 containers on board, lost power in a storm. Tugs pulled at high tide
without success, the harbour master said. Forty ships wait outside, and exporters of fruit fear
for their cargo.

Divers looked for damage to the hull. The owner hired a salvage firm from abroad."""
)

HARBOUR_AGAIN = _unwrapped(
    """\
Forty vessels wait off Port Ellis after the container ship Brenna ran aground and closed the
harbour.

Tugs failed again at high tide to free the ship from the sand bank, said the harbour master. A
salvage firm will unload some of the 8,000 containers. Fruit exporters spoke of losses in their
cargo."""
)

# The governor of the flood, on the same day, in another story.
GOVERNOR_TAX = _unwrapped(
    """\
Mara Quill, the governor, signed a tax on vacant houses in the capital on Tuesday.

Owners will pay two percent of the value for every year that a house stands empty. Landlords
announced that they would sue. The parliament had passed the law by three votes after a long
night of debate, and tenants cheered in the gallery."""
)


def article(
    key: str,
    text: str,
    *,
    title: str = "",
    outlet: str = "Harbor Gazette",
    author: str | None = None,
    published: date | datetime | None = date(2026, 3, 10),
    language: str = "en",
) -> Article:
    return Article(
        key=key,
        title=title,
        text=text,
        retrieved=NOW,
        outlet=outlet,
        author=author,
        published=published,
        language=language,
    )
