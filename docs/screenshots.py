"""The pictures of the page in `docs/pictures/`: the report of the second day of the example.

    python docs/screenshots.py

Needs Chromium. Each picture is a PNG of less than 200 KB.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Literal

from playwright.sync_api import Browser, Page, sync_playwright

from summarize.cli import main as summarize

ROOT = Path(__file__).resolve().parents[1]
PICTURES = ROOT / "docs" / "pictures"
CHROMIUM = Path("/usr/bin/chromium")
ARGUMENTS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run")
LARGEST = 200_000  # bytes
PAPER = (794, 1123)  # pixels of a page of A4
MARGINS = "18mm 17mm 20mm"  # as the style of the page has them


def example(folder: Path) -> Path:
    """The page of the second day, compared with the first."""
    page, store = folder / "brief.html", str(folder / "editions.db")
    for day, files in (("day-1", []), ("day-2", ["-o", str(page)])):
        news, spare = str(ROOT / "examples" / day), ["-o", str(folder / "brief.md")]
        if summarize(["daily", news, "-q", "--store", store, *(files or spare)]):
            raise SystemExit(f"the report of {day} could not be made")
    return page


def paper(page: Page) -> None:
    """The first page, with the margins that a printer leaves."""
    page.evaluate("margins => { document.body.style.padding = margins }", MARGINS)


def passage(page: Page) -> None:
    """A citation of the first story opened, its passage beside it."""
    page.locator(".story .item .cite").nth(1).click()
    page.locator(".story").first.evaluate("node => node.scrollIntoView()")


def story(page: Page) -> None:
    """On a phone: the same, the passage under it."""
    page.locator(".story .item .cite").nth(1).click()


SHOTS: Mapping[str, tuple[tuple[int, int], Literal["light", "dark"], Callable[[Page], None]]] = {
    "page-light": ((1250, 860), "light", passage),
    "page-dark": ((1250, 860), "dark", passage),
    "page-phone": ((390, 844), "light", story),
    "page-print": (PAPER, "light", paper),
}


def shoot(browser: Browser, file: Path, name: str) -> None:
    """One picture. SystemExit where it is too large for the repository."""
    (width, height), scheme, prepare = SHOTS[name]
    size: Any = {"width": width, "height": height}
    page = browser.new_page(viewport=size, color_scheme=scheme, reduced_motion="reduce")
    if name == "page-print":
        page.emulate_media(media="print")
    page.goto(file.as_uri())
    prepare(page)
    target = PICTURES / f"{name}.png"
    page.screenshot(path=target)
    page.close()
    if target.stat().st_size > LARGEST:
        raise SystemExit(f"{target} has {target.stat().st_size} bytes")


def main() -> None:
    """Make all of them anew."""
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        file = example(Path(folder))
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
            for name in SHOTS:
                shoot(browser, file, name)
            browser.close()


if __name__ == "__main__":
    main()
