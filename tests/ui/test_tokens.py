"""Every pair of colours that is used is measured against WCAG 2.2."""

import pytest

from guide.journal.visible import Tone
from guide.ui.contrast import contrast
from guide.ui.tokens import CONTRAST, DARK, LIGHT, SESSION, Tokens, toned

GROUNDS = ("paper", "panel", "card")
TEXT = [
    *[(text, ground) for text in ("ink", "quiet", "accent_text") for ground in GROUNDS],
    *[("ink", ground) for ground in ("hover", "sunken", "accent_soft")],
    *[("quiet", ground) for ground in ("hover", "sunken", "accent_soft")],
    ("accent_text", "accent_soft"),
    ("accent_ink", "accent"),
    ("caution_ink", "caution"),
    ("stop_ink", "stop"),
    ("stop_text", "stop_soft"),
    ("tip_ink", "tip"),
]
SHAPES = [
    *[(shape, ground) for shape in ("edge", "accent", "focus") for ground in GROUNDS],
    *[("focus", ground) for ground in ("hover", "sunken", "accent_soft")],
    ("accent", "accent_soft"),
    ("caution_edge", "caution"),
]
THEMES = [LIGHT, DARK, CONTRAST, SESSION]


TONED = [toned(tokens, tone) for tokens in THEMES for tone in Tone]


def _name(tokens: Tokens) -> str:
    return f"{tokens.name}-{tokens.body.tone}"


@pytest.mark.parametrize("tokens", THEMES, ids=_name)
@pytest.mark.parametrize(("text", "ground"), TEXT)
def test_text_is_legible(tokens: Tokens, text: str, ground: str) -> None:
    measured = contrast(getattr(tokens, text), getattr(tokens, ground))
    assert measured >= 4.5, f"{text} on {ground}: {measured:.2f}"


@pytest.mark.parametrize("tokens", THEMES, ids=_name)
@pytest.mark.parametrize(("shape", "ground"), SHAPES)
def test_shapes_are_seen(tokens: Tokens, shape: str, ground: str) -> None:
    measured = contrast(getattr(tokens, shape), getattr(tokens, ground))
    assert measured >= 3.0, f"{shape} on {ground}: {measured:.2f}"


@pytest.mark.parametrize("tokens", TONED, ids=_name)
@pytest.mark.parametrize("shape", ["pain_line", "search", "fibre", "danger", "landmark"])
def test_outlines_are_seen_on_the_skin(tokens: Tokens, shape: str) -> None:
    measured = contrast(getattr(tokens.body, shape), tokens.body.skin)
    assert measured >= 3.0, f"{shape}: {measured:.2f}"


@pytest.mark.parametrize("tokens", TONED, ids=_name)
def test_the_pointed_zone_is_seen_by_its_outline_or_its_halo(tokens: Tokens) -> None:
    body = tokens.body
    assert contrast(body.hover, body.hover_ground) >= 4.5
    for ground in (body.skin, *body.pain, tokens.paper):
        best = max(contrast(body.hover, ground), contrast(body.hover_ground, ground))
        assert best >= 3.0, f"on {ground}: {best:.2f}"


@pytest.mark.parametrize("tokens", THEMES, ids=_name)
def test_tones_differ_and_the_usual_one_is_the_theme(tokens: Tokens) -> None:
    skins = {toned(tokens, tone).body.skin for tone in Tone}
    assert len(skins) == len(Tone) >= 5
    assert toned(tokens, tokens.body.tone) is tokens
