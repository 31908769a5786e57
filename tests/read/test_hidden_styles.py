"""What the style blocks of a page hide, as far as a browser would apply them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.read import hidden, hidden_match, hidden_styles
from tests.read.pages import SECRET, SEEN, left, stripped


@pytest.mark.parametrize(
    "css",
    [
        ".x{display:none}",
        "#one{visibility:hidden}",
        "aside{opacity:0}",
        "[data-kind]{display:none}",
        "[data-kind=note]{display:none}",
        "[DATA-KIND='Note']{display:none}",
        "[data-kind~=note]{display:none}",
        "[data-kind|=note]{display:none}",
        "[data-kind^=no]{display:none}",
        "[data-kind$=te]{display:none}",
        "[data-kind*=ot]{display:none}",
        "body > aside.x{display:none}",
        "html aside{display:none}",
        "p + aside{display:none}",
        "p ~ aside{display:none}",
        "*{font-size:16px} body *.x{font-size:0}",
        "aside:not(.y):not(:hover){display:none}",
        "aside:is(.y, .x){display:none}",
        "aside:where(#one){display:none}",
        "aside:last-child{display:none}",
        "aside:nth-child(2){display:none}",
        "aside:nth-child(2n){display:none}",
        "aside:nth-last-of-type(1){display:none}",
        "aside:only-of-type{display:none}",
        ":root .x{display:none}",
        ".X{display:none}",
        r".\78{display:none}",
        "/* } */ .x /**/ {/* ; */display:/**/none}",
        ".unused{color:red} .unused b{x:(} .y{} )} .x{display:none}",
        "p:after{content:'}'} .x{display:none}",
        "@media screen{.x{display:none}}",
        "@media all and (min-width:600px){.x{display:none}}",
        "@media print, screen{.x{display:none}}",
        "@supports (display:grid){@media screen{.x{display:none}}}",
        "@layer a{.x{display:none}}",
        ".x{display:none!important} aside.x{display:block}",
        ".x{color:#fff}",
        ".x{position:absolute;left:-9999px}",
        ".a,.b,.x{display:none}",
        "@import url(other.css); .x{display:none}",
        ".broken{ .x{ } } .x{display:none}",
        ".x:not(p aside){display:none}",
        ".x:not(.a .b, .c){display:none}",
        ".x:is(body aside, .y){display:none}",
        "aside:where(html > body > .x){display:none}",
        "body:not(p body) .x{display:none}",
        "body{& .x{display:none}}",
        "body{.x{display:none}}",
        "body, main{> .x, .y{display:none}}",
        "aside{&.x{display:none}}",
        ".x{html &{display:none}}",
        ".x{@media screen{display:none}}",
        "@media screen{body{.x{@supports (a:b){display:none}}}}",
        "@media not print{.x{display:none}}",
        "@media (prefers-reduced-motion: no-preference){.x{display:none}}",
        ":root{--h:none}.x{display:var(--h)}",
        ":root{--h:var(--g)}body{--g:none;--h:var(--g)}.x{display:var(--h)}",
        ".x{display:var(--nowhere, none)}",
        ":root{--w:#fff}.x{color:var(--w)}",
        ":root{--far:9999px}.x{position:absolute;left:calc(-1 * var(--far))}",
        ":root{--g:#eee}body{background:var(--g)}.x{color:#eee}",
        "@keyframes k{from{opacity:1}to{opacity:0}}.x{animation:k 1s forwards}",
        ".x:defined:read-only{display:none}",
    ],
)
def test_the_stylesheet_of_the_page_hides(css: str) -> None:
    aside = f"<aside id='one' class='x' data-kind='note'>{SECRET}</aside>"
    text, removed = stripped(aside, f"<style>{css}</style>")
    assert text == SEEN
    assert removed == {"stylesheet": 1}


@pytest.mark.parametrize(
    "css",
    [
        ".y{display:none}",
        ".x.y{display:none}",
        "p > aside{display:none}",
        "aside ~ aside{display:none}",
        "aside + aside{display:none}",
        "p aside{display:none}",
        ".x:hover{display:none}",
        ".x::before{display:none}",
        ".x:before{display:none}",
        ".x:has(p){display:none}",
        ".x:not(aside){display:none}",
        ".x:is(p > aside){display:none}",
        ".x:is(:is(:is(:is(:is(aside))))){display:none}",
        ".x:first-child{display:none}",
        ".x:only-child{display:none}",
        ".x:first-of-type:nth-of-type(2){display:none}",
        ".x:nth-child(odd){display:none}",
        ".x:nth-child(x){display:none}",
        ".x:lang(en){display:none}",
        ".x:link{display:none}",
        ".x:{display:none}",
        ".x.{display:none}",
        "svg|aside{display:none}",
        "> .x{display:none}",
        ".x >{display:none}",
        ".x > > p{display:none}",
        ", {display:none}",
        "[data-kind=other]{display:none}",
        "[data-kind%=note]{display:none}",
        "[]{display:none}",
        "@media print{.x{display:none}}",
        "@media (max-width:600px){.x{display:none}}",
        "@media (min-width:100em){.x{display:none}}",
        "@media (prefers-color-scheme: dark){.x{display:none}}",
        "@font-face{display:none}",
        "@media screen;",
        "@supports(a:b){@supports(a:b){@supports(a:b){@supports(a:b){@supports(a:b){.x{"
        "display:none}}}}}}",
        ".x{display:none} aside.x{display:block}",
        ".x{display:none} #one{display:block}",
        ".x{display:none} .x{display:flex}",
        ".x{display:block!important} #one{display:none}",
        ".x{position:absolute}",
        ".x:is(p aside, .y){display:none}",
        ".x:not(body aside){display:none}",
        ".x:not(:is(body aside)){display:none}",
        ".y{.x{display:none}}",
        ".x{.x{display:none}}",
        ".x{@media print{display:none}}",
        ":root{--h:none}.x{display:var(--g)}",
        ":root{--h:none}body{--h:block}.x{display:var(--h)}",
        ":root{--a:var(--b);--b:var(--a)}.x{display:var(--a)}",
        ".x{display:var(none)}",
        ".x{display:env(nothing)}",
        ".x{color:rgb(var(--nowhere))}",
        "@keyframes f{to{opacity:1}}.x{opacity:0;animation:f 1s forwards}",
        "@keyframes f{from{opacity:0}100%{opacity:100%}}.x{opacity:0;animation:1s 'f'}",
        "@keyframes k{from{opacity:1}to{opacity:0}}.x{animation:k 1s}",
        "@keyframes k{to{color:red}}.x{animation:k 1s both}",
        ".x:empty{display:none}",
    ],
)
def test_a_rule_that_does_not_hold_hides_nothing(css: str) -> None:
    aside = f"<aside id='one' class='x' data-kind='note'>{SECRET}</aside>"
    assert left(aside, f"<style>{css}</style>") == SECRET


@pytest.mark.parametrize(
    "block",
    [
        "<style media='print'>.x{display:none}</style>",
        "<style type='text/template'>.x{display:none}</style>",
        "<noscript><style>.x{display:none}</style></noscript>",
        "<style></style>",
    ],
)
def test_a_style_block_that_does_not_count_hides_nothing(block: str) -> None:
    assert left(f"<p class='x'>{SECRET}</p>", block) == SECRET


def test_a_style_attribute_goes_before_the_stylesheet() -> None:
    style = "<style>.x{display:none}</style>"
    assert left(f"<p class='x' style='display:block'>{SECRET}</p>", style) == SECRET


def test_a_stylesheet_is_read_up_to_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hidden_styles, "MOST_STYLE", 6_000)
    filler = "p{color:#123456}" * 400
    body = f"<p class='x'>{SECRET}</p>"
    assert left(body, f"<style>.x{{display:none}}{filler}</style>") == ""
    assert left(body, f"<style>{filler}.x{{display:none}}</style>") == SECRET


def test_styles_of_elements_are_read_up_to_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hidden_styles, "MOST_STYLE", 6_000)
    filler = f"<p style='color:#123456{' ' * 7_000}'></p>"
    assert left(f"{filler}<p style='display:none'>{SECRET}</p>") == SECRET


def test_rules_are_looked_for_up_to_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hidden_match, "MOST_COMPARED", 3)
    body = f"<p class='x'>{SECRET}</p>" * 5
    text, removed = stripped(body, "<style>.x{display:none}</style>")
    assert removed["stylesheet"] < 5
    assert SECRET in text


css_text = st.text(alphabet="ab .#>+~*,:()[]{}'\"\\/;!@-0%\n<", max_size=60)


@given(css_text, css_text)
def test_no_style_breaks_the_reading(sheet: str, style: str) -> None:
    quoted = style.replace("'", "&#39;").replace("<", "&lt;")
    text, _ = stripped(f"<p class='a b' id='ab' style='{quoted}'>x</p>", f"<style>{sheet}</style>")
    assert isinstance(text, str)


def test_names_that_double_their_names_end() -> None:
    names = "".join(f"--n{i}:var(--n{i + 1}) var(--n{i + 1});" for i in range(30))
    css = f":root{{{names}--n30:none}}.x{{display:var(--n0)}}"

    assert left(f"<p class='x'>{SECRET}</p>", f"<style>{css}</style>") == SECRET


def test_lists_of_rules_inside_of_lists_end() -> None:
    names = ", ".join(f".a{i}" for i in range(300))
    css = f"{names}{{{names}{{{names}{{display:none}}}}}} .x{{display:none}}"

    assert left(f"<p class='x a1'>{SECRET}</p>", f"<style>{css}</style>") == ""


@pytest.mark.parametrize(
    "css",
    [
        "@media " + "(" * 5_000 + ")" * 5_000 + "{p{left:1px}}",
        "p{left:" + "a(" * 5_000 + "var(--x)" + ")" * 5_000 + "}",
        "p{left:" + "var(--x," * 5_000 + "1" + ")" * 5_000 + "}",
        "p{left:" + "calc(" * 5_000 + "1px" + ")" * 5_000 + "}",
        ".x" + ":is(.y " * 5_000 + ")" * 5_000 + "{left:1px}",
        ".x{" * 5_000 + "left:1px",
    ],
)
def test_brackets_in_brackets_do_not_break_the_reading(css: str) -> None:
    assert left(f"<p class='x'>{SECRET}</p>", f"<style>{css}</style>") == SECRET


def test_names_mean_nothing_where_a_page_is_made_to_be_slow(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(hidden, "MOST_NAMES", 20)
    css = "<style>:root{--h:none}.x{display:var(--h)}</style>"

    assert left("<b></b>" * 30 + f"<p class='x'>{SECRET}</p>", css) == SECRET
