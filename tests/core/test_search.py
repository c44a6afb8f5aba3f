"""What is found leads to the pages that links lead to."""

from guide.core.links import KINDS
from guide.core.search import Entry, Kind


def test_every_page_that_a_link_leads_to_can_be_found() -> None:
    assert set(KINDS) <= {kind.value for kind in Kind}


def test_an_entry_may_have_a_name_alone() -> None:
    entry = Entry(Kind.SOURCE, "BOOK", "BOOK")
    assert (entry.also, entry.texts) == ("", ())
