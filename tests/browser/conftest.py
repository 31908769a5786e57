"""A browser, and reports made by the command line: skipped where there is no Chromium."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from summarize.claims import Finding, Verdict
from summarize.cli import main
from summarize.report.desk import Printing
from summarize.report.html import to_html
from summarize.report.reading import load

CHROMIUM = Path("/usr/bin/chromium")
ARGUMENTS = (
    *("--no-sandbox", "--disable-gpu", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync", "--no-first-run"),
)
ROOT = Path(__file__).resolve().parents[2]
FILES = ("brief.html", "report.json")
ARABIC = (
    "انهار سد كارو مساء الاثنين وغمرت المياه بلدتين في الوادي، وقال المحافظ إن 26 شخصا قتلوا. "
    "وأعلنت الحكومة حالة الطوارئ في المقاطعة يوم الثلاثاء وأرسلت الجنود إلى الوادي."
)
CHINESE = (
    "卡罗大坝星期一晚上决口，洪水淹没了两个城镇，省长说有二十六人死亡，数千人流离失所。"
    "政府星期二宣布全省进入紧急状态，并派出士兵前往河谷救援。"
)
HOSTILE = (
    '</span></script><script>window.hacked=1</script><img src=x onerror="window.hacked=2">'
    "\" onmouseover='window.hacked=3' \u202eevil\u202c {{ 7*7 }} </style> javascript:alert(4)"
)
SHORT = 300  # words: enough for a part of each kind, and axe looks at every one
PATIENCE = 5_000  # milliseconds until a step of a test has failed


@dataclass
class Opened:
    """A page in the browser, what it said on its console and what it asked for."""

    page: Page
    said: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)


Open = Callable[..., Opened]


@pytest.fixture(scope="module")
def browser(doubts: Path, strangers: Path, languages: Path) -> Iterator[Browser]:  # noqa: ARG001
    """Once the pages are made: a run has a loop of its own, and so has the browser."""
    if not CHROMIUM.exists():
        pytest.skip(f"{CHROMIUM} is not installed")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Open]:
    """`open_page(file, "#s1", width=360, …)`: the other names are those of a browser context."""
    contexts = []

    def opened(file: Path, place: str = "", width: int = 1280, **more: Any) -> Opened:
        size: Any = {"width": width, "height": 800}
        context = browser.new_context(viewport=size, reduced_motion="reduce", **more)
        contexts.append(context)
        context.set_default_timeout(PATIENCE)
        made = Opened(context.new_page())
        made.page.on("console", lambda message: made.said.append(message.text))
        made.page.on("pageerror", lambda error: made.said.append(str(error)))
        made.page.on("dialog", lambda dialog: made.said.append(dialog.message))
        made.page.on("request", lambda request: made.asked.append(request.url))
        made.page.goto(file.as_uri() + place)
        return made

    yield opened
    for context in contexts:
        context.close()


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with `brief.html` and `report.json` of the example."""
    folder = tmp_path_factory.mktemp("example")
    files = [argument for name in FILES for argument in ("-o", str(folder / name))]
    assert main(["daily", str(ROOT / "examples" / "day-1"), "-q", "--no-history", *files]) == 0
    return folder


@pytest.fixture(scope="module")
def doubts(example: Path) -> Path:
    """The page of the example, flagged: of its first story one claim fails, one is unchecked."""
    report = load(example / "report.json").report
    story = report.stories[0]
    lead, first, second, *rest = story.brief.claims
    lost = Verdict("unsupported", (Finding("number", "17", "the passage says 12"),))
    open_ = Verdict("unchecked", (Finding("language", "", "nobody here reads it"),))
    claims = (lead, replace(first, verdict=lost), replace(second, verdict=open_), *rest)
    told = replace(story, brief=replace(story.brief, claims=claims))
    flagged = replace(report.method, unsupported="flag")
    report = replace(report, stories=(told, *report.stories[1:]), method=flagged)
    page = example / "doubts.html"
    page.write_text(to_html(report, Printing(words=SHORT)), encoding="utf-8")
    return page


@pytest.fixture(scope="module")
def strangers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of articles that want to be more than text."""
    return _page(tmp_path_factory.mktemp("strangers"), [_hostile(11, "Karrow"), _hostile(12, "Ro")])


@pytest.fixture(scope="module")
def languages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of an Arabic and a Chinese article."""
    articles = [
        {"title": "سد كارو", "outlet": "الوادي", "published": "2026-03-10", "text": ARABIC},
        {"title": "大坝", "outlet": "日报", "published": "2026-03-10", "text": CHINESE},
    ]
    return _page(tmp_path_factory.mktemp("languages"), articles)


def _hostile(day: int, name: str) -> dict[str, str]:
    return {
        "title": f"{HOSTILE} {name}",
        "outlet": f"{HOSTILE} {name}",
        "url": f'https://{name}.example/a?b="><script>window.hacked=5</script>&copy=1',
        "published": f"2026-03-{day}",
        "text": f"The dam at {name} burst on Monday {HOSTILE} and {day} people died.\n\n{HOSTILE}",
    }


def _page(folder: Path, articles: list[dict[str, str]]) -> Path:
    lines = "\n".join(json.dumps(one, ensure_ascii=False) for one in articles)
    (folder / "news.jsonl").write_text(lines, encoding="utf-8")
    page = folder / "brief.html"
    assert main(["brief", str(folder / "news.jsonl"), "-q", "-o", str(page)]) == 0
    return page
