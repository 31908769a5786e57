"""What nobody sees who looks at a page is taken out of it, and nothing else is."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.read import hidden, page
from tests.read.pages import SECRET, SEEN, left, parsed, stripped


@pytest.mark.parametrize(
    ("html", "carrier"),
    [
        ("<p hidden>{}</p>", "hidden attribute"),
        ("<p hidden='until-found'>{}</p>", "hidden attribute"),
        ("<p aria-hidden='TRUE'>{}</p>", "aria-hidden"),
        ("<template><p>{}</p></template>", "template"),
        ("<noscript><p>{}</p></noscript>", "noscript"),
        ("<dialog>{}</dialog>", "dialog"),
        ("<div><title>{}</title></div>", "title"),
        ("<p style='display:none'>{}</p>", "not displayed"),
        ("<p style='DISPLAY : NONE !important'>{}</p>", "not displayed"),
        ("<p style='content-visibility:hidden'>{}</p>", "not displayed"),
        ("<p style='visibility:hidden'>{}</p>", "invisible"),
        ("<p style='visibility:collapse'>{}</p>", "invisible"),
        ("<p style='opacity:0'>{}</p>", "transparent"),
        ("<p style='opacity:.05'>{}</p>", "transparent"),
        ("<p style='opacity:3%'>{}</p>", "transparent"),
        ("<div style='opacity:.2'><p style='opacity:.2'>{}</p></div>", "transparent"),
        ("<p style='filter:opacity(0)'>{}</p>", "transparent"),
        ("<p style='color:transparent'>{}</p>", "transparent"),
        ("<p style='color:rgba(0,0,0,0)'>{}</p>", "transparent"),
        ("<p style='-webkit-text-fill-color:#0000'>{}</p>", "transparent"),
        ("<p style='font-size:0'>{}</p>", "tiny text"),
        ("<p style='font-size:1px'>{}</p>", "tiny text"),
        ("<p style='font:0/0 serif'>{}</p>", "tiny text"),
        ("<div style='font-size:10%'><p style='font-size:.5em'>{}</p></div>", "tiny text"),
        ("<p style='color:white'>{}</p>", "colour of the ground"),
        ("<p style='color:#fefefe'>{}</p>", "colour of the ground"),
        ("<p style='color:hsl(0 0% 100%)'>{}</p>", "colour of the ground"),
        ("<p style='color:#123;background:#123 none'>{}</p>", "colour of the ground"),
        ("<div style='background-color:navy'><p style='color:navy'>{}</p></div>",
         "colour of the ground"),
        ("<font color='white'>{}</font>", "colour of the ground"),
        ("<table bgcolor='112233'><tr><td style='color:#112233'>{}</td></tr></table>",
         "colour of the ground"),
        ("<p style='position:absolute;left:-9999px'>{}</p>", "off-screen"),
        ("<p style='position:absolute;right:-9999px'>{}</p>", "off-screen"),
        ("<p style='position:fixed;top:-100vh'>{}</p>", "off-screen"),
        ("<p style='position:absolute;inset:-999em 0 0'>{}</p>", "off-screen"),
        ("<p style='position:absolute;left:-100%'>{}</p>", "off-screen"),
        ("<p style='text-indent:-9999px'>{}</p>", "off-screen"),
        ("<p style='margin-left:-5000px'>{}</p>", "off-screen"),
        ("<p style='margin:-5000px 0 0'>{}</p>", "off-screen"),
        ("<p style='transform:translate(-9999px, 0)'>{}</p>", "off-screen"),
        ("<p style='translate:0 -9999px'>{}</p>", "off-screen"),
        ("<p style='position:absolute;clip:rect(0,0,0,0)'>{}</p>", "clipped"),
        ("<p style='position:absolute;clip:rect(1px 1px 1px 1px)'>{}</p>", "clipped"),
        ("<p style='clip-path:inset(100%)'>{}</p>", "clipped"),
        ("<p style='clip-path:circle(0)'>{}</p>", "clipped"),
        ("<p style='clip-path:polygon(0 0, 0 0, 0 0)'>{}</p>", "clipped"),
        ("<p style='transform:scale(0)'>{}</p>", "no size"),
        ("<p style='transform:matrix(0,0,0,0,0,0)'>{}</p>", "no size"),
        ("<p style='scale:0'>{}</p>", "no size"),
        ("<p style='zoom:0'>{}</p>", "no size"),
        ("<p style='height:0;overflow:hidden'>{}</p>", "no size"),
        ("<p style='max-height:0;overflow-y:clip'>{}</p>", "no size"),
        ("<p style='width:1px;height:1px;overflow:hidden'>{}</p>", "no size"),
        ("<p style='height:0;overflow:auto'>{}</p>", "no size"),
        ("<p style='height:0;contain:paint'>{}</p>", "no size"),
        ("<p style='block-size:0;overflow:hidden'>{}</p>", "no size"),
        ("<p style='transform:scale(.001)'>{}</p>", "no size"),
        ("<p style='transform:scaleX(0%)'>{}</p>", "no size"),
        ("<p style='scale:.01'>{}</p>", "no size"),
        ("<p style='zoom:1%'>{}</p>", "no size"),
        ("<p style='transform:rotateX(90deg)'>{}</p>", "no size"),
        ("<p style='transform:rotateY(.25turn)'>{}</p>", "no size"),
        ("<p style='transform:rotate3d(1,0,0,90deg)'>{}</p>", "no size"),
        ("<p style='rotate:x 90deg'>{}</p>", "no size"),
        ("<p style='font-size:max(0px, 1px)'>{}</p>", "tiny text"),
        ("<p style='opacity:calc(0)'>{}</p>", "transparent"),
        ("<p style='filter:blur(50px)'>{}</p>", "transparent"),
        ("<p style='-webkit-filter:opacity(1%)'>{}</p>", "transparent"),
        ("<p style='color:oklch(1 0 0)'>{}</p>", "colour of the ground"),
        ("<p style='color:oklab(0 0 0);background:oklab(0 0 0)'>{}</p>", "colour of the ground"),
        ("<p style='color:Canvas'>{}</p>", "colour of the ground"),
        ("<p style='color:red;background:linear-gradient(red, red)'>{}</p>",
         "colour of the ground"),
        ("<p style='color:red;background-image:linear-gradient(red, red)'>{}</p>",
         "colour of the ground"),
        ("<p style='position:absolute;left:calc(0px - 9999px)'>{}</p>", "off-screen"),
        ("<p style='position:absolute;inset-inline-start:-9999px'>{}</p>", "off-screen"),
        ("<p style='position:absolute;bottom:9999px'>{}</p>", "off-screen"),
        ("<p style='position:absolute;left:-9999px;right:-9999px'>{}</p>", "off-screen"),
        ("<p style='transform:translateX(9999px)'>{}</p>", "off-screen"),
        ("<p style='transform:translateY(-9999px)'>{}</p>", "off-screen"),
        ("<p style='clip-path:polygon(50% 50%, 50% 50%, 50% 50%)'>{}</p>", "clipped"),
        ("<p style='clip-path:inset(9999px)'>{}</p>", "clipped"),
        ("<p style='clip-path:inset(0 60% 0 40%)'>{}</p>", "clipped"),
        ("<p style='clip-path:circle(1px)'>{}</p>", "clipped"),
        ("<p style='clip-path:rect(0 0 0 0)'>{}</p>", "clipped"),
        ("<p style='clip-path:xywh(0 0 0 0)'>{}</p>", "clipped"),
        ('<p style="clip-path:path(\'M0 0\')">{}</p>', "clipped"),
        ("<p style='position:absolute;clip:rect(auto,0,auto,auto)'>{}</p>", "clipped"),
        ("<p popover>{}</p>", "popover"),
    ],
)  # fmt: skip
def test_a_hidden_text_is_taken_out_and_counted(html: str, carrier: str) -> None:
    text, removed = stripped(html.format(SECRET))
    assert text == SEEN
    assert removed == {carrier: 1}


@pytest.mark.parametrize(
    "html",
    [
        "<details><summary>More</summary>{}</details>",
        "<dialog open>{}</dialog>",
        "<p aria-hidden='false'>{}</p>",
        "<p style='opacity:.6'>{}</p>",
        "<p style='font:700 16px/1.5 serif'>{}</p>",
        "<p style='font-size:12px'>{}</p>",
        "<p style='color:#777'>{}</p>",
        "<p style='color:white;background:#003'>{}</p>",
        "<p style='color:white;background:url(sky.jpg)'>{}</p>",
        "<p style='color:white;background-image:linear-gradient(red, blue)'>{}</p>",
        "<p style='color:white;background:var(--ground)'>{}</p>",
        "<p style='color:white;background:rgba(0,0,0,.5)'>{}</p>",
        "<p style='color:white;text-shadow:1px 1px #000'>{}</p>",
        "<p style='color:var(--ink)'>{}</p>",
        "<p style='color:currentColor'>{}</p>",
        "<p style='color:color(display-p3 1 1 1)'>{}</p>",
        "<div style='background:#000'><p style='color:#fff'>{}</p></div>",
        "<div style='visibility:hidden'><p style='visibility:visible'>{}</p></div>",
        "<div style='font-size:0'><p style='font-size:16px'>{}</p></div>",
        "<div style='color:white'><p style='color:black'>{}</p></div>",
        "<div style='text-indent:-9999px'><p style='text-indent:0'>{}</p></div>",
        "<p style='left:-9999px'>{}</p>",
        "<p style='position:relative;left:-20px;top:calc(1px + 1em)'>{}</p>",
        "<p style='float:left;margin-left:-100%'>{}</p>",
        "<p style='clip:rect(0,0,0,0)'>{}</p>",
        "<p style='clip-path:inset(10%)'>{}</p>",
        "<p style='transform:translate(-50%, -50%) scale(1.2)'>{}</p>",
        "<p style='transform:rotate(3deg)'>{}</p>",
        "<p style='height:0'>{}</p>",
        "<p style='height:0;overflow:hidden;padding-bottom:56%'>{}</p>",
        "<p style='height:0;overflow:hidden;min-height:100vh'>{}</p>",
        "<p style='height:40px;overflow:hidden'>{}</p>",
        "<p style='display:block;visibility:inherit;opacity:inherit'>{}</p>",
        "<p style='display;:none;!{{'>{}</p>",
        "<p style=''>{}</p>",
        "<p hidden style='display:block'>{}</p>",
        "<dialog style='display:block'>{}</dialog>",
        "<p style='color:white;-webkit-text-stroke:1px black'>{}</p>",
        "<div style='position:relative'><img src=a.jpg><p style='color:#fff'>{}</p></div>",
        "<div style='position:relative'><figure><img src=a.jpg></figure>"
        "<p style='color:#fff'>{}</p></div>",
        "<div style='position:absolute;inset:0;background:#000'></div><p style='color:#fff'>{}</p>",
        "<div style='transform:translateX(-1200px)'>"
        "<p style='transform:translateX(1200px)'>{}</p></div>",
        "<div style='position:relative;left:1280px'>"
        "<p style='position:relative;left:-1280px'>{}</p></div>",
        "<p style='clip-path:inset(10px 20%)'>{}</p>",
        "<p style='clip-path:inset()'>{}</p>",
        "<p style='clip-path:url(#shape)'>{}</p>",
        "<p style='clip-path:xywh(0 0 100% 100%)'>{}</p>",
        "<p style='clip:rect(0 1px);position:absolute'>{}</p>",
        "<p style='clip-path:polygon(0 0, 100% 0, 100% 100%)'>{}</p>",
        "<p style=\"clip-path:path('M0 0L90 0L90 90')\">{}</p>",
        "<p style='transform:matrix(1,0,0,1,0,0) rotateX(20deg)'>{}</p>",
        "<p style='filter:brightness(2) opacity(.9)'>{}</p>",
        "<p style='width:calc(100% - 20px);overflow:hidden'>{}</p>",
        "<p style='color:red;background:linear-gradient(red, blue)'>{}</p>",
        "<p style='background-image:none;contain:layout'>{}</p>",
        "<p style='translate:none;rotate:90deg'>{}</p>",
    ],
)
def test_what_is_seen_stays(html: str) -> None:
    text, removed = stripped(html.format(SECRET))
    assert SECRET in text
    assert removed == {}


def test_a_text_that_its_children_undo_loses_only_its_own() -> None:
    body = "<div style='visibility:hidden'>one <b style='visibility:visible'>two</b> three</div>"
    assert stripped(body) == (f"{SEEN} two", {"invisible": 1})


def test_a_hidden_part_counts_once_however_many_elements_it_has() -> None:
    body = "<div style='visibility:hidden'><p>one</p><p>two <b>three</b></p></div>"
    assert stripped(body) == (SEEN, {"invisible": 1})


def test_the_text_behind_a_hidden_element_stays() -> None:
    assert left(f"<p>before <span hidden>{SECRET}</span> behind</p>") == "before behind"


def test_a_link_with_an_address_is_known_by_it() -> None:
    style = "<style>a:any-link{display:none}</style>"
    assert left("<a href='/x'>one</a> <a>two</a>", style) == "two"


@pytest.mark.parametrize(
    "html",
    ["<p hidden> 12 </p>", "<style>x</style>", "<!-- words -->",
     "<svg><title>words</title></svg>", "<input type='hidden' value='words'>"],
)  # fmt: skip
def test_what_holds_no_text_is_not_counted(html: str) -> None:
    assert stripped(html) == (SEEN, {})


def test_descriptions_of_the_page_are_no_text() -> None:
    tree = parsed(
        f"<html><head><meta name='Description' content='{SECRET}'><meta name='author' content='x'>"
        f"<meta property='og:description' content='{SECRET}'></head><body><p>{SEEN}</p></body>"
        "</html>"
    )
    hidden.remove(tree)
    assert [meta.get("name") for meta in tree.iter("meta")] == ["author"]


@pytest.mark.parametrize(
    "css",
    ["html{opacity:0}", "body{visibility:hidden}", "body{display:none}", "html{font-size:1px}"],
)
def test_a_page_that_a_script_shows_stays(css: str) -> None:
    assert stripped("", f"<style>{css}</style>") == (SEEN, {})


def test_a_page_that_fades_in_inside_its_body_stays() -> None:
    html = f"<html><body><div style='opacity:0'><p>{SEEN}</p></div><p>Menu</p></body></html>"
    tree = parsed(html)
    assert hidden.remove(tree) == {}
    assert SEEN in tree.text_content()


def test_a_transparent_part_beside_the_article_goes_even_if_it_is_longer() -> None:
    body = f"<div style='opacity:0'>{SECRET * 20}</div>"
    assert stripped(body) == (SEEN, {"transparent": 1})


def test_only_one_element_can_be_the_page() -> None:
    tree = parsed(
        "<html><body><div style='opacity:0'><div style='opacity:0'>"
        f"<p>{SEEN}</p></div></div><p>Menu</p></body></html>"
    )
    assert hidden.remove(tree) == {"transparent": 1}


def test_an_article_is_read_without_what_is_hidden_in_it() -> None:
    paragraphs = "".join(f"<p>{SEEN}</p><p class='note'>{SECRET}</p>" for _ in range(4))
    html = (
        f"<html><head><style>.note{{display:none}}</style></head><body><article>{paragraphs}"
        "<p>Zero\u200bwidth and \u202ebidi are counted too, in a sentence that is long.</p>"
        "</article></body></html>"
    )
    found = page.found(html, datetime(2026, 3, 12, tzinfo=UTC))
    assert SECRET not in "".join(block.text for block in found.blocks)
    assert found.removed == {"stylesheet": 4, "zero-width": 1, "bidi": 1}


values = st.sampled_from(
    ["", "0", "1px", "-9999px", "50%", "red", "none", "hidden", "auto", "rgb(", "rgb(1,2,3)",
     "hsl(x 1% 2%)", "lab(1 2 3)", "color()", "rect(0)", "url(x)", "var(--x)", "inset(x)", "#12",
     "calc(1px)", "a b", "0/0 a", "none none", "polygon()", "scale()", "translate()"]
)  # fmt: skip
names = st.sampled_from(
    ["display", "visibility", "opacity", "font", "font-size", "color", "background", "left",
     "background-color", "margin", "padding", "inset", "overflow", "clip", "clip-path", "filter",
     "transform", "translate", "scale", "text-shadow", "text-indent", "position", "height"]
)  # fmt: skip


@given(st.lists(st.tuples(names, values), max_size=4))
def test_no_value_breaks_the_reading(declared: list[tuple[str, str]]) -> None:
    style = ";".join(f"{name}:{value}" for name, value in declared)
    text, _ = stripped(f'<p style="{style}">{SECRET}</p>')
    assert text in {SEEN, f"{SEEN} {SECRET}"}


def test_scripts_go_when_they_have_said_what_they_say_of_the_page() -> None:
    tree = parsed(f"<html><body><p>{SEEN}</p><script>var x</script> end</body></html>")
    hidden.remove(tree)
    assert len(list(tree.iter("script"))) == 1
    hidden.drop_scripts(tree)
    assert tree.text_content() == f"{SEEN} end"


def test_an_author_that_nobody_sees_is_none() -> None:
    html = (
        f"<html><body><article><p>{SEEN}</p><p class='author' hidden>Ida Molen</p>"
        f"<p>{SEEN[:80]}</p></article></body></html>"
    )
    assert "author" not in page.found(html, datetime(2026, 3, 12, tzinfo=UTC)).fields


def test_the_author_that_a_script_names_is_kept() -> None:
    script = (
        '{"@context": "https://schema.org", "@type": "Report", "author": {"name": "Ida Molen"}}'
    )
    html = (
        f"<html><head><script type='application/ld+json'>{script}</script></head>"
        f"<body><article><p>{SEEN}</p><p>{SEEN[:80]}</p></article></body></html>"
    )
    fields = page.found(html, datetime(2026, 3, 12, tzinfo=UTC)).fields
    assert fields["author"].value == "Ida Molen"
