"""Ties the history page to its presenter: requests in, states out."""

from guide.app.journal_presenter import JournalPresenter
from guide.ui.journal.page import JournalPage


def connect_journal(page: JournalPage, presenter: JournalPresenter) -> None:
    """Every request of ``page`` reaches ``presenter``, and every state comes back."""
    page.looking_requested.connect(presenter.look_at)
    page.all_requested.connect(presenter.look_at_all)
    page.entry_requested.connect(presenter.choose)
    page.delete_requested.connect(presenter.ask_delete)
    page.delete_all_requested.connect(presenter.ask_delete_all)
    page.keep_requested.connect(presenter.keep)
    page.confirmed.connect(presenter.delete)
    page.json_requested.connect(presenter.export_json)
    page.csv_requested.connect(presenter.export_csv)
    page.dismissed.connect(presenter.dismiss)
    page.opened.connect(presenter.refresh)
    presenter.changed.connect(page.show_state)
    page.show_state(presenter.state)
