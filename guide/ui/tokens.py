"""The one table of colours: light, dark, high contrast, and the dark ground of a session.

Every pair of text and ground, and every shape that means something, is measured by
`tests/ui/test_tokens.py` against the limits of WCAG 2.2 (4.5:1 text, 3:1 shapes).
"""

from typing import Any, Final, NamedTuple

from guide.journal.visible import Tone


class Body(NamedTuple):
    """Colours of the drawn figure, and of what is laid over it (multiplied by the shading)."""

    tone: Tone
    skin: str
    garment: str
    hair: str
    eye: str
    iris: str
    pupil: str
    lips: str
    brow: str
    prop: str
    glaze: float  # opacity of the colour that is laid on the skin before it is multiplied
    muscle: str  # a lit muscle's patch
    muscles: tuple[str, ...]  # the muscles of a layer: quiet, and neighbours apart
    fibre: str
    pain: tuple[str, str, str]  # mild, moderate, strong
    pain_line: str  # outline and badge of a painted zone
    referral: str  # main pattern, solid
    spill: str  # spillover, stippled
    hover: str  # outline of the zone under the pointer or the keyboard
    hover_ground: str  # halo behind it
    search: str  # circle and X of a search area
    search_ground: str  # halo behind it
    danger: str  # where something lies that must not be pressed; hatched
    landmark: str  # dot of a landmark


class Tokens(NamedTuple):
    """One theme. ``*_ink`` is the text that goes on the ground of the same name."""

    name: str
    dark: bool
    paper: str  # behind the figure
    panel: str  # behind header and side panels
    card: str
    ink: str
    quiet: str  # second text
    line: str  # separates, means nothing
    edge: str  # border of what can be pressed or filled in (3:1)
    hover: str  # ground of a row under the pointer
    sunken: str  # ground of a segmented control and of chips
    accent: str  # yours: the chosen, the main button
    accent_ink: str
    accent_text: str  # the accent as text on card, panel, paper
    accent_soft: str  # ground of the chosen row
    caution: str
    caution_ink: str
    caution_edge: str
    stop: str
    stop_ink: str
    stop_soft: str  # ground of an emergency notice
    stop_text: str  # text on it
    focus: str
    tip: str  # ground of the zone's name at the pointer
    tip_ink: str
    body: Body


_CLAY = Body(
    tone=Tone.MEDIUM,
    skin="#E3BBA1",
    garment="#5C6B7A",
    hair="#6B5546",
    eye="#FBF7F2",
    iris="#6F5A45",
    pupil="#1E1712",
    lips="#C98B7C",
    brow="#7A6352",
    prop="#B9AB9B",
    glaze=0.5,
    muscle="#C2402F",
    muscles=("#E8AE97", "#C97E6C", "#E3A3A8", "#D0986C", "#D98C78", "#B98286"),
    fibre="#7E1F16",
    pain=("#F2B79F", "#E38067", "#C2473A"),
    pain_line="#7A1E14",
    referral="#D9503F",
    spill="#B3261B",
    hover="#2B2724",
    hover_ground="#FFFFFF",
    search="#2B1512",
    search_ground="#FFFFFF",
    danger="#5B2A86",
    landmark="#17506E",
)

LIGHT = Tokens(
    name="light",
    dark=False,
    paper="#F6F3EE",
    panel="#FBF9F6",
    card="#FFFFFF",
    ink="#2B2724",
    quiet="#6A6159",
    line="#E6E0D7",
    edge="#8C8177",
    hover="#F1ECE4",
    sunken="#ECE6DC",
    accent="#B5483A",
    accent_ink="#FFFFFF",
    accent_text="#A23D30",
    accent_soft="#FBEFEB",
    caution="#FFF4DF",
    caution_ink="#6B4E12",
    caution_edge="#A77C24",
    stop="#A3231B",
    stop_ink="#FFFFFF",
    stop_soft="#FDECEA",
    stop_text="#8A1C15",
    focus="#1F5FA8",
    tip="#2B2724",
    tip_ink="#FBF9F6",
    body=_CLAY,
)

DARK = Tokens(
    name="dark",
    dark=True,
    paper="#1A1614",
    panel="#211C19",
    card="#2A2420",
    ink="#F4EDE6",
    quiet="#B9ADA2",
    line="#3A332D",
    edge="#8F8378",
    hover="#342D28",
    sunken="#151210",
    accent="#F0A491",
    accent_ink="#33130C",
    accent_text="#F3B2A1",
    accent_soft="#3B2822",
    caution="#3A2E16",
    caution_ink="#F5D896",
    caution_edge="#B8924A",
    stop="#F0857A",
    stop_ink="#2B0906",
    stop_soft="#421C18",
    stop_text="#FFC9C2",
    focus="#8CC2FF",
    tip="#F4EDE6",
    tip_ink="#211C19",
    body=_CLAY._replace(
        skin="#D3AB92",
        garment="#53616F",
        hair="#57453A",
        pain=("#EAA083", "#DC6A50", "#BE3526"),
        hover="#FFFFFF",
        hover_ground="#2B1512",
    ),
)

CONTRAST = Tokens(
    name="contrast",
    dark=True,
    paper="#000000",
    panel="#000000",
    card="#0A0A0A",
    ink="#FFFFFF",
    quiet="#E6E6E6",
    line="#8A8A8A",
    edge="#FFFFFF",
    hover="#2A2A2A",
    sunken="#000000",
    accent="#FFD34E",
    accent_ink="#000000",
    accent_text="#FFD34E",
    accent_soft="#332A00",
    caution="#000000",
    caution_ink="#FFD34E",
    caution_edge="#FFD34E",
    stop="#FF6B5E",
    stop_ink="#000000",
    stop_soft="#000000",
    stop_text="#FF9A90",
    focus="#5CE1FF",
    tip="#FFFFFF",
    tip_ink="#000000",
    body=_CLAY._replace(
        garment="#4A4A4A",
        hair="#3A3A3A",
        pain=("#FFC2AE", "#F0705A", "#B3180B"),
        pain_line="#6A0A02",
        referral="#E03A28",
        hover="#000000",
        search="#000000",
    ),
)

# A session is read from two metres with the lights down, whatever the theme of the window.
SESSION = DARK._replace(
    name="session",
    paper="#171311",
    panel="#171311",
    card="#211B18",
    quiet="#BBAFA5",
    line="#3A322D",
    hover="#2C2521",
    sunken="#2B2421",
    stop="#9B2D25",
    stop_ink="#FFFFFF",
)

# The colours of the skin in a light and in a dark theme; between tan and brown the lines on the
# skin turn from dark to light, so that they are seen on all of them.
_SKIN = {
    Tone.VERY_LIGHT: ("#F6E3D6", "#E4CFC0"),
    Tone.LIGHT: ("#EDD0BC", "#DCC0AC"),
    Tone.MEDIUM: ("#E3BBA1", "#D3AB92"),
    Tone.TAN: ("#C99672", "#C18F6C"),
    Tone.BROWN: ("#82523A", "#7C4E37"),
    Tone.DARK: ("#54362A", "#513428"),
}
_ON_DARK_SKIN: Final[dict[str, Any]] = {
    "garment": "#8C9BA9",
    "hair": "#2B211C",
    "iris": "#3F2D20",
    "lips": "#8A4A42",
    "brow": "#201814",
    "glaze": 0.8,
    "muscle": "#D9553F",
    "fibre": "#FFDCCF",
    "pain": ("#E9AD92", "#EF7F62", "#F0563F"),
    "pain_line": "#FFE3D8",
    "referral": "#EA6B52",
    "spill": "#FF9C86",
    "hover": "#FFFFFF",
    "hover_ground": "#1A120E",
    "search": "#FFFFFF",
    "search_ground": "#1A120E",
    "danger": "#D9B3FF",
    "landmark": "#9BDCFF",
}


def toned(tokens: Tokens, tone: Tone) -> Tokens:
    """The theme with another colour of the figure's skin, and what is drawn on it to match."""
    if tone is tokens.body.tone:
        return tokens
    body = tokens.body._replace(tone=tone, skin=_SKIN[tone][tokens.dark])
    if tone in (Tone.BROWN, Tone.DARK):
        body = body._replace(**_ON_DARK_SKIN)
    return tokens._replace(body=body)


THEMES = {tokens.name: tokens for tokens in (LIGHT, DARK, CONTRAST)}
