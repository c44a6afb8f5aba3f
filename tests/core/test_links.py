"""Links are found, and nothing else is touched."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.core.links import KINDS, Run, plain, split


def test_a_sentence_with_two_links() -> None:
    text = (
        "The [upper trapezius](muscle:trapezius_upper) may refer pain to the"
        " [temple](zone:head.temple)."
    )
    assert split(text) == (
        Run("The "),
        Run("upper trapezius", "muscle", "trapezius_upper"),
        Run(" may refer pain to the "),
        Run("temple", "zone", "head.temple"),
        Run("."),
    )
    assert plain(text) == "The upper trapezius may refer pain to the temple."


@pytest.mark.parametrize(
    "text",
    [
        "",
        "no link",
        "[a](b)",
        "[a](file:///etc/passwd)",
        "[a](https://example.org)",
        "[](muscle:x)",
        "[a](muscle:)",
        "[a](muscle:../x)",
        "[a] (muscle:x)",
        "<a href='muscle:x'>a</a>",
    ],
)
def test_what_is_no_link_of_ours_stays_text(text: str) -> None:
    assert plain(text) == text
    assert all(not run.kind for run in split(text))


@given(st.text())
def test_no_text_is_lost(text: str) -> None:
    runs = split(text)
    assert "".join(run.text for run in runs) == plain(text)
    assert all(run.text for run in runs)


@given(
    st.lists(st.tuples(st.sampled_from(KINDS), st.from_regex(r"[a-z0-9_]{1,9}", fullmatch=True)))
)
def test_every_link_that_is_written_is_read(links: list[tuple[str, str]]) -> None:
    text = " and ".join(f"[here]({kind}:{name})" for kind, name in links)
    assert [(run.kind, run.id) for run in split(text) if run.kind] == links
