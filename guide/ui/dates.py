"""Dates of records, as the person's clock said then, in the way of their language."""

from datetime import datetime, timedelta

from PySide6.QtCore import QDateTime, QLocale, Qt

from guide.core.records import SessionRecord


def began(record: SessionRecord) -> str:
    """When ``record`` began."""
    moment = datetime.fromisoformat(record.at) + timedelta(minutes=record.offset_minutes)
    shown = QDateTime.fromString(moment.strftime("%Y-%m-%dT%H:%M:%S"), Qt.DateFormat.ISODate)
    return QLocale().toString(shown, QLocale.FormatType.ShortFormat)
