"""Dates of records, as the person's clock said then, in the way of their language."""

from datetime import datetime, timedelta

from PySide6.QtCore import QDateTime, QLocale, Qt

from guide.core.records import SessionRecord
from guide.i18n import _, language


def began(record: SessionRecord) -> str:
    """When ``record`` began."""
    moment = datetime.fromisoformat(record.at) + timedelta(minutes=record.offset_minutes)
    shown = QDateTime.fromString(moment.strftime("%Y-%m-%dT%H:%M:%S"), Qt.DateFormat.ISODate)
    # The name of the month leaves no doubt which number is the day.
    return QLocale(language()).toString(shown, _("d MMM yyyy, HH:mm"))
