"""How an element looks after its styles, and why a person would not see it.

What is inherited (visibility, size, colour, indent) hides the text of an element itself, and its
children may look otherwise; anything else hides all that is inside. Of the ground behind a text
only colours are followed, up to the nearest ancestor that has one; the page is white. Over an image
or a gradient, or where a value cannot be known, text counts as seen. How far things are moved out
of their place is summed up: the slide of a carousel may be moved back.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from summarize.read.hidden_lengths import SCREEN, Length, Paint, Value
from summarize.read.hidden_paint import BLACK, WHITE
from summarize.read.hidden_styles import Declared
from summarize.read.hidden_values import Open

FAINTEST = 0.05  # opacity and alpha: at less, black on white has a contrast of 1.1
SMALLEST = 1.0  # pixels of a letter
# Pixels to the left or above. What hides goes by 1,000 and more; sliders and menus move by less.
OFF_SCREEN = 500.0
FAR_RIGHT = 3_000.0  # pixels: beyond every screen, and no page is scrolled so far sideways
ROOM = 8.0  # pixels of padding in which the content of a box without a height still shows

SHEET = "stylesheet"


@dataclass(frozen=True, slots=True)
class Look:
    """What an element hands on to those inside it. `from_sheets` are the properties so set."""

    visible: bool = True
    size: float = 16.0
    colour: Paint | None = BLACK
    fill: Paint | None = None  # -webkit-text-fill-color, in place of the colour
    ground: Paint | None = WHITE
    opacity: float = 1.0
    shadow: bool = False
    indented: bool = False
    across: float = 0.0  # pixels to the right that it is moved out of its place; left is negative
    down: float = 0.0
    from_sheets: frozenset[str] = frozenset()


PLACED = {"absolute", "fixed", "relative", "sticky"}
MOVE = "moved"
# What moves to the right or down; `right` and `bottom` the other way.
MOVED = {"across": ("left", "right", "margin-left", "shift"),
         "down": ("top", "bottom", "margin-top", "rise")}  # fmt: skip
GOES_BEFORE = {"right": "left", "bottom": "top"}  # of both, this one counts
SIDES = {"left": 1, "right": -1, "top": 1, "bottom": -1}
INHERITED = {"visibility", "font-size", "color", "-webkit-text-fill-color", "text-indent"}


def settle(declared: Sequence[Declared]) -> dict[str, Declared]:
    """The declaration of each property that counts."""
    found: dict[str, Declared] = {}
    for one in declared:
        before = found.get(one.name)
        if before is None or one.weight >= before.weight:
            found[one.name] = one
    return found


def look(declared: Mapping[str, Declared], above: Look) -> Look:
    """The look of an element with these declarations inside one that looks like `above`."""
    if not declared:
        return above
    values = _values(declared)
    sheets = {name for name, one in declared.items() if one.sheet} & INHERITED
    kept = above.from_sheets - declared.keys()
    if moved := [name for names in MOVED.values() for name in names if name in declared]:
        kept, moved_by = kept - {MOVE}, {one.sheet for n, one in declared.items() if n in moved}
        sheets |= {MOVE} if True in moved_by else above.from_sheets & {MOVE}
    return Look(
        visible=_visible(values, above),
        size=_size(values, above),
        colour=_paint(values, "color", above.colour),
        fill=_paint(values, "-webkit-text-fill-color", above.fill),
        ground=_ground(values, above),
        opacity=above.opacity * _opacity(values),
        shadow=bool(values.get("text-shadow", above.shadow)),
        indented=_indented(values, above),
        across=above.across + sum(_moves(values, "across")),
        down=above.down + sum(_moves(values, "down")),
        from_sheets=kept | sheets,
    )


def _values(declared: Mapping[str, Declared]) -> dict[str, Value]:
    """The value of each property; None, too, for one that was not read."""
    return {n: None if isinstance(one.value, Open) else one.value for n, one in declared.items()}


def backed(declared: Mapping[str, Declared]) -> bool:
    """Whether what stands inside may be laid over one another, a text over a picture."""
    return _values(declared).get("position") in PLACED


def spread(declared: Mapping[str, Declared]) -> bool:
    """Whether an element is a ground for what comes after it: out of the flow, with a size."""
    values = _values(declared)
    sides = all(isinstance(values.get(side), Length) for side in ("top", "bottom"))
    sized = any(_room(values.get(size)) for size in ("height", "min-height"))
    return values.get("position") in {"absolute", "fixed"} and (sides or sized)


def shown(looks: Look) -> Look:
    """The same with nothing hidden: only colours, and the ground."""
    return Look(colour=looks.colour, ground=looks.ground, from_sheets=looks.from_sheets & {"color"})


def _visible(values: Mapping[str, Value], above: Look) -> bool:
    match values.get("visibility"):
        case "hidden" | "collapse":
            return False
        case "visible" | "initial":
            return True
    return above.visible


def _size(values: Mapping[str, Value], above: Look) -> float:
    size = values.get("font-size")
    if not isinstance(size, Length):
        return 16.0 if "font-size" in values else above.size
    return size.pixels(whole=above.size, em=above.size)


def _paint(values: Mapping[str, Value], name: str, above: Paint | None) -> Paint | None:
    """None, too, for a value that is not known."""
    if name not in values:
        return above
    value = values[name]
    return value if isinstance(value, Paint) else None


def _ground(values: Mapping[str, Value], above: Look) -> Paint | None:
    """What is painted behind the text; None where it is not known."""
    if values.get("background-image"):
        return None
    if "background-color" not in values:
        return above.ground
    own = values["background-color"]
    if not isinstance(own, Paint):
        return None
    if own.alpha <= FAINTEST:
        return above.ground
    return own if own.alpha >= 1 - FAINTEST else None


def _opacity(values: Mapping[str, Value]) -> float:
    own = values.get("opacity")
    return own if isinstance(own, float) else 1.0


def _indented(values: Mapping[str, Value], above: Look) -> bool:
    if "text-indent" not in values:
        return above.indented
    indent = values["text-indent"]
    return isinstance(indent, Length) and _away(indent, SCREEN[0])


def _away(shift: Length, whole: float) -> bool:
    pixels = shift.pixels(whole)
    return pixels <= -OFF_SCREEN or pixels >= FAR_RIGHT


def own_text(looks: Look) -> str | None:
    """Why the text of an element itself is not seen, as a carrier's name; None where it is."""
    for prop, effect in _own(looks):
        return SHEET if prop in looks.from_sheets else effect
    return None


def _own(looks: Look) -> list[tuple[str, str]]:
    found = []
    if not looks.visible:
        found.append(("visibility", "invisible"))
    if looks.size <= SMALLEST:
        found.append(("font-size", "tiny text"))
    if looks.indented:
        found.append(("text-indent", "off-screen"))
    if looks.across <= -OFF_SCREEN or looks.across >= FAR_RIGHT or looks.down <= -OFF_SCREEN:
        found.append((MOVE, "off-screen"))
    name = "-webkit-text-fill-color" if looks.fill else "color"
    colour = looks.fill or looks.colour
    if colour is not None and looks.ground is not None and not looks.shadow:
        if colour.alpha <= FAINTEST:
            found.append((name, "transparent"))
        elif colour.like(looks.ground):
            found.append((name, "colour of the ground"))
    return found


def whole(declared: Mapping[str, Declared], looks: Look, above: Look) -> str | None:
    """Why nothing inside an element is seen, as a carrier's name; None where something may be."""
    if not declared:
        return None
    values = _values(declared)
    for prop, effect in _whole(values, looks, above):
        return SHEET if prop in declared and declared[prop].sheet else effect
    return None


def only_faint(declared: Mapping[str, Declared], looks: Look, above: Look) -> bool:
    """Whether it is opacity alone that hides what is inside."""
    values = _values(declared)
    return [prop for prop, _ in _whole(values, looks, above)] == ["opacity"]


def _whole(values: Mapping[str, Value], looks: Look, above: Look) -> list[tuple[str, str]]:
    found = []
    if values.get("display") == "none":
        found.append(("display", "not displayed"))
    if values.get("content-visibility") == "hidden":
        found.append(("content-visibility", "not displayed"))
    if looks.opacity <= FAINTEST < above.opacity:
        found.append(("opacity", "transparent"))
    if values.get("filter") or values.get("-webkit-filter"):
        found.append(("filter", "transparent"))
    found += [(name, "clipped") for name in _clips(values)]
    found += [(name, "no size") for name in _without_size(values)]
    return found


def _clips(values: Mapping[str, Value]) -> list[str]:
    clips = ["clip"] if values.get("position") in {"absolute", "fixed"} else []
    return [name for name in (*clips, "clip-path", "-webkit-clip-path") if values.get(name)]


def _moves(values: Mapping[str, Value], way: str) -> Iterator[float]:
    """How far an element is moved out of its place, in pixels; what is less is layout."""
    placed = values.get("position") in PLACED
    for name in MOVED[way]:
        value = values.get(name)
        if isinstance(values.get(GOES_BEFORE.get(name, "")), Length):
            continue
        if name in SIDES and placed and isinstance(value, Length):
            yield _far(SIDES[name] * value.pixels(SCREEN[way == "down"]))
        elif name not in SIDES and isinstance(value, Length) and value.unit != "%":
            yield _far(value.pixels())  # columns are laid out with margins of -100 %
        elif isinstance(value, float):
            yield _far(value)


def _far(pixels: float) -> float:
    return pixels if abs(pixels) >= OFF_SCREEN else 0.0


def _without_size(values: Mapping[str, Value]) -> list[str]:
    found = [name for name in ("scale", "zoom", "rotate") if values.get(name)]
    cut = values.get("overflow") == "hidden" or values.get("contain") is True
    return found + [
        name
        for name, others in SIZES.items()
        if cut and _nothing(values.get(name)) and not any(_room(values.get(o)) for o in others)
    ]


SIZES: Mapping[str, Sequence[str]] = {
    **dict.fromkeys(("width", "max-width"), ("min-width", "padding-left", "padding-right")),
    **dict.fromkeys(("height", "max-height"), ("min-height", "padding-top", "padding-bottom")),
}


def _nothing(value: Value) -> bool:
    return isinstance(value, Length) and value.number >= 0 and value.pixels(SCREEN[0]) <= SMALLEST


def _room(value: Value) -> bool:
    """A box without a height may show what stands in its padding, or have a least height."""
    return isinstance(value, Length) and value.pixels(SCREEN[0]) >= ROOM
