"""Reading a panel as a person does."""

from PySide6.QtWidgets import QLabel, QPushButton, QWidget


def said(within: QWidget) -> list[str]:
    """Every text that is shown, top to bottom as it was made; hidden sections are left out."""
    return [made.text() for made in within.findChildren(QLabel) if not _hidden(made, within)]


def pressable(within: QWidget) -> list[str]:
    """The texts of all buttons that are shown."""
    buttons = within.findChildren(QPushButton)
    return [made.text() for made in buttons if not _hidden(made, within)]


def press(within: QWidget, text: str) -> None:
    """Press the button that says ``text``."""
    next(made for made in within.findChildren(QPushButton) if made.text() == text).click()


def _hidden(made: QWidget, within: QWidget) -> bool:
    at: QWidget | None = made
    while at is not None and at is not within:
        if at.isHidden():
            return True
        at = at.parentWidget()
    return False
