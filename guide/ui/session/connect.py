"""Ties the session page and the routines page to the presenter: requests in, states out."""

from guide.app.session_presenter import SessionPresenter
from guide.ui.session.page import SessionPage
from guide.ui.session.routines import RoutinesPage


def connect_session(page: SessionPage, presenter: SessionPresenter) -> None:
    """Every request of ``page`` reaches ``presenter``, and every state comes back."""
    setup, running, rate = page.setup, page.running, page.rate
    setup.way_requested.connect(presenter.choose_way)
    setup.spot_requested.connect(presenter.choose_spot)
    setup.numbers_requested.connect(presenter.choose_numbers)
    setup.before_requested.connect(presenter.rate_before)
    setup.begin_requested.connect(presenter.begin)
    setup.leave_requested.connect(presenter.leave)
    running.feel_requested.connect(presenter.feel)
    running.pause_requested.connect(presenter.run.toggle_pause)
    running.more_requested.connect(presenter.run.add_time)
    running.tap_requested.connect(presenter.run.eased)
    running.back_requested.connect(presenter.run.back)
    running.skip_requested.connect(presenter.run.skip)
    running.repeat_requested.connect(presenter.run.repeat)
    running.stop_requested.connect(presenter.stop)
    page.why.reason_requested.connect(presenter.give_reason)
    page.why.none_requested.connect(presenter.read_advice)
    page.advice.read_requested.connect(presenter.read_advice)
    rate.before_requested.connect(presenter.rate_before)
    rate.after_requested.connect(presenter.rate_after)
    rate.note_written.connect(presenter.write_note)
    rate.save_requested.connect(presenter.save)
    rate.leave_requested.connect(presenter.leave)
    page.saved.offer_requested.connect(presenter.prepare)
    page.saved.leave_requested.connect(presenter.leave)
    page.refused.leave_requested.connect(presenter.leave)
    page.offer.record_requested.connect(presenter.record_unfinished)
    page.offer.go_on_requested.connect(presenter.go_on)
    page.offer.discard_requested.connect(presenter.discard_unfinished)
    page.hidden_changed.connect(presenter.set_hidden)
    presenter.changed.connect(page.show_state)
    presenter.ticked.connect(page.read)
    page.show_state(presenter.state)


def connect_routines(page: RoutinesPage, presenter: SessionPresenter) -> None:
    """A start on ``page`` is a wish; what may be started is judged when the page opens."""
    page.wish_requested.connect(presenter.prepare)
    page.opened.connect(presenter.judge_routines)
    presenter.routines_judged.connect(page.show_state)
    presenter.judge_routines()
