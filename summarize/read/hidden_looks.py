"""How an element looks after its styles, and why a person would not see it.

What is inherited (visibility, size, colour, indent) hides the text of an element itself, and its
children may look otherwise; anything else hides all that is inside. Of the ground behind a text
only colours are followed, up to the nearest ancestor that has one; the page is white. Behind an
image or a gradient, or where a value cannot be known, text counts as seen.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from summarize.read.hidden_styles import Declared
from summarize.read.hidden_values import SCREEN, Length, Paint, Value

FAINTEST = 0.05  # opacity and alpha: at less, black on white has a contrast of 1.1
SMALLEST = 1.0  # pixels of a letter
# Pixels to the left or above. What hides goes by 1,000 and more; sliders and menus move by less.
OFF_SCREEN = 500.0
FAR_RIGHT = 3_000.0  # pixels: beyond every screen, and no page is scrolled so far sideways
ROOM = 8.0  # pixels of padding in which the content of a box without a height still shows

BLACK, WHITE = Paint(0.0, 0.0, 0.0), Paint(1.0, 1.0, 1.0)
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
    from_sheets: frozenset[str] = frozenset()


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
    values = {name: one.value for name, one in declared.items()}
    sheets = {name for name, one in declared.items() if one.sheet} & INHERITED
    kept = above.from_sheets - declared.keys()
    return Look(
        visible=_visible(values, above),
        size=_size(values, above),
        colour=_paint(values, "color", above.colour),
        fill=_paint(values, "-webkit-text-fill-color", above.fill),
        ground=_ground(values, above),
        opacity=above.opacity * _opacity(values),
        shadow=bool(values.get("text-shadow", above.shadow)),
        indented=_indented(values, above),
        from_sheets=kept | sheets,
    )


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
    values = {name: one.value for name, one in declared.items()}
    for prop, effect in _whole(values, looks, above):
        return SHEET if prop in declared and declared[prop].sheet else effect
    return None


def only_faint(declared: Mapping[str, Declared], looks: Look, above: Look) -> bool:
    """Whether it is opacity alone that hides what is inside."""
    values = {name: one.value for name, one in declared.items()}
    return [prop for prop, _ in _whole(values, looks, above)] == ["opacity"]


def _whole(values: Mapping[str, Value], looks: Look, above: Look) -> list[tuple[str, str]]:
    found = []
    if values.get("display") == "none":
        found.append(("display", "not displayed"))
    if values.get("content-visibility") == "hidden":
        found.append(("content-visibility", "not displayed"))
    if looks.opacity <= FAINTEST < above.opacity:
        found.append(("opacity", "transparent"))
    if values.get("filter"):
        found.append(("filter", "transparent"))
    found += [(name, "clipped") for name in _clips(values)]
    found += [(name, "off-screen") for name in _shifts(values)]
    found += [(name, "no size") for name in _without_size(values)]
    return found


def _clips(values: Mapping[str, Value]) -> list[str]:
    clips = ["clip"] if values.get("position") in {"absolute", "fixed"} else []
    return [name for name in (*clips, "clip-path", "-webkit-clip-path") if values.get(name)]


def _shifts(values: Mapping[str, Value]) -> list[str]:
    found = []
    if values.get("position") in {"absolute", "fixed", "relative", "sticky"}:
        sides = (("left", 1), ("right", -1), ("top", 1))
        found += [name for name, sign in sides if _beyond(values.get(name), name, sign)]
    found += [name for name in ("margin-left", "margin-top") if _pushed(values.get(name))]
    shift = values.get("shift")
    if isinstance(shift, float) and shift <= -OFF_SCREEN:
        found.append("shift")
    return found


def _beyond(value: Value, side: str, sign: int) -> bool:
    if not isinstance(value, Length):
        return False
    pixels = sign * value.pixels(SCREEN[side == "top"])
    return pixels <= -OFF_SCREEN or (pixels >= FAR_RIGHT and side != "top")


def _pushed(value: Value) -> bool:
    """Columns are laid out with margins of -100 %: only lengths count."""
    return isinstance(value, Length) and value.unit != "%" and value.pixels() <= -OFF_SCREEN


def _without_size(values: Mapping[str, Value]) -> list[str]:
    found = ["scale"] if values.get("scale") else []
    found += ["zoom"] if values.get("zoom") else []
    cut = values.get("overflow") == "hidden"
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
