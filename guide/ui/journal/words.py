"""The words of the history page."""

from guide.app.journal_presenter import Period
from guide.app.session_words import duration, side_word, subject_name
from guide.core.anatomy import Side
from guide.core.catalogue import Catalogue
from guide.core.records import SessionRecord
from guide.core.session import HoldEnd, SessionKind
from guide.i18n import _, n_
from guide.ui.dates import began


def kind_word(kind: SessionKind) -> str:
    """Pressing or stretching."""
    return _("Pressure") if kind is SessionKind.PRESSURE else _("Stretch")


def period_words(period: Period) -> str:
    """How far back."""
    return {
        Period.ALL: _("All time"),
        Period.WEEK: _("Last 7 days"),
        Period.MONTH: _("Last 30 days"),
        Period.QUARTER: _("Last 90 days"),
    }[period]


def what(catalogue: Catalogue, record: SessionRecord) -> str:
    """What it was about, with its side."""
    name = subject_name(catalogue, record.subject)
    return name if record.side is Side.MIDLINE else f"{name}, {side_word(record.side)}"


def change(record: SessionRecord) -> str:
    """Pain before and after, as far as it was told."""
    if record.before is not None and record.after is not None:
        return _("pain {before} → {after}").format(before=record.before, after=record.after)
    if record.before is not None:
        return _("pain before {level}").format(level=record.before)
    if record.after is not None:
        return _("pain after {level}").format(level=record.after)
    return ""


def in_short(catalogue: Catalogue, record: SessionRecord) -> tuple[str, str]:
    """An entry in two lines."""
    parts = [kind_word(record.kind), duration(record.seconds), change(record)]
    if not record.completed:
        parts.append(_("broken off"))
    return f"{began(record)} · {what(catalogue, record)}", " · ".join(p for p in parts if p)


def in_full(catalogue: Catalogue, record: SessionRecord) -> str:
    """Everything about an entry, in lines of plain text."""
    lines = [in_short(catalogue, record)[1]]
    if record.during is not None:
        lines.append(_("Strongest while it ran: {level} of 10.").format(level=record.during))
    if record.stop_reason is not None:
        reason = catalogue.stop_reasons.get(record.stop_reason)
        text = reason.text if reason else record.stop_reason
        lines.append(_("Stopped because: {why}").format(why=text))
    lines.append("")
    for hold in record.holds:
        side = "" if hold.side is Side.MIDLINE else f", {side_word(hold.side)}"
        lines.append(
            _("{what}{side}: {held} of {planned}, {end}").format(
                what=subject_name(catalogue, hold.subject),
                side=side,
                held=duration(hold.held),
                planned=duration(hold.planned),
                end=end_word(hold.end),
            )
        )
    if not record.holds:
        lines.append(_("No hold was done."))
    if record.note:
        lines += ["", record.note]
    return "\n".join(lines)


def end_word(end: HoldEnd) -> str:
    """How a hold ended."""
    return {
        HoldEnd.COMPLETED: _("whole"),
        HoldEnd.EASED: _("eased"),
        HoldEnd.SKIPPED: _("skipped"),
        HoldEnd.PAUSED: _("paused"),
        HoldEnd.INTERRUPTED: _("interrupted"),
        HoldEnd.TOO_MUCH: _("too much"),
        HoldEnd.STOPPED: _("stopped"),
        HoldEnd.TIME_OVER: _("time was over"),
    }[end]


def count_words(shown: int, total: int) -> str:
    """How many entries are listed."""
    if shown == total:
        return n_("{count} entry", "{count} entries", total).format(count=total)
    return _("{shown} of {total} entries").format(shown=shown, total=total)
