"""One stylesheet, made from the tokens; widgets choose by the properties `role` and `kind`.

QLabel role: display, title, heading, strong, body, small, label, quiet, caution, emergency.
QPushButton kind: primary, secondary, quiet, nav, segment, link, field. QFrame kind: card, panel,
paper, header, chip, caution, emergency, rule.
"""

from collections.abc import Callable

from guide.ui.tokens import Tokens

Scale = Callable[[float], int]


def stylesheet(tokens: Tokens, px: Scale, gap: Scale) -> str:
    """Return the whole sheet for a theme; ``px`` and ``gap`` scale lengths."""
    return "\n".join(
        (
            _texts(tokens, px),
            _frames(tokens, px),
            _buttons(tokens, px, gap),
            _fields(tokens, px, gap),
            _lists(tokens, px, gap),
        )
    )


def _texts(t: Tokens, px: Scale) -> str:
    return f"""
QLabel {{ color: {t.ink}; background: transparent; font-size: {px(15)}px; }}
QLabel[role="display"] {{ font-size: {px(32)}px; font-weight: 600; }}
QLabel[role="title"] {{ font-size: {px(22)}px; font-weight: 600; }}
QLabel[role="heading"] {{ font-size: {px(17)}px; font-weight: 600; }}
QLabel[role="strong"] {{ font-weight: 600; }}
QLabel[role="small"] {{ font-size: {px(13)}px; }}
QLabel[role="label"] {{ font-size: {px(13)}px; font-weight: 500; color: {t.quiet}; }}
QLabel[role="quiet"] {{ color: {t.quiet}; }}
QLabel[role="note"] {{ color: {t.quiet}; font-size: {px(13)}px; }}
QLabel[role="number"] {{ color: {t.accent_text}; font-weight: 600; }}
QLabel[role="caution"] {{ color: {t.caution_ink}; }}
QLabel[role="emergency"] {{ color: {t.stop_text}; }}
QLabel[role="caution-strong"] {{ color: {t.caution_ink}; font-weight: 600; }}
QLabel[role="emergency-strong"] {{ color: {t.stop_text}; font-weight: 600; }}
QLabel[role="number-big"] {{ color: {t.stop_text}; font-size: {px(22)}px; font-weight: 600; }}
QLabel[role="number-huge"] {{ color: {t.stop_text}; font-size: {px(44)}px; font-weight: 600; }}
QLabel[role="tip"] {{
  background: {t.tip}; color: {t.tip_ink}; font-size: {px(13)}px; font-weight: 500;
  border-radius: {px(6)}px; padding: {px(5)}px {px(10)}px;
}}
QToolTip {{ background: {t.tip}; color: {t.tip_ink}; border: 1px solid {t.edge}; padding: 4px; }}
"""


def _frames(t: Tokens, px: Scale) -> str:
    return f"""
QWidget[kind="paper"] {{ background: {t.paper}; }}
QWidget[kind="panel"] {{ background: {t.panel}; }}
QFrame[kind="header"] {{ background: {t.panel}; border: 0; border-bottom: 1px solid {t.line}; }}
QFrame[kind="side"] {{ background: {t.panel}; border: 0; border-left: 1px solid {t.line}; }}
QFrame[kind="list"] {{ background: {t.panel}; border: 0; border-right: 1px solid {t.line}; }}
QFrame[kind="card"] {{
  background: {t.card}; border: 1px solid {t.line}; border-radius: {px(14)}px;
}}
QFrame[kind="chip"] {{ background: {t.sunken}; border: 0; border-radius: {px(10)}px; }}
QFrame[kind="caution"] {{
  background: {t.caution}; border: 1px solid {t.caution_edge}; border-radius: {px(10)}px;
}}
QFrame[kind="emergency"] {{
  background: {t.stop_soft}; border: 2px solid {t.stop}; border-radius: {px(14)}px;
}}
QFrame[kind="rule"] {{ background: {t.line}; border: 0; max-height: 1px; min-height: 1px; }}
QFrame[kind="foot"] {{ background: {t.panel}; border: 0; border-top: 1px solid {t.line}; }}
QScrollArea, QScrollArea > QWidget > QWidget[kind="scrolled"] {{ background: transparent; }}
"""


def _buttons(t: Tokens, px: Scale, gap: Scale) -> str:
    return f"""
QPushButton {{
  color: {t.ink}; background: {t.card}; border: 1px solid {t.edge};
  border-radius: {px(10)}px; padding: {gap(8)}px {gap(16)}px;
  font-size: {px(14)}px; font-weight: 600;
}}
QPushButton:hover {{ background: {t.hover}; }}
QPushButton:pressed {{ background: {t.sunken}; }}
QPushButton:disabled {{ color: {t.quiet}; border-color: {t.line}; background: {t.panel}; }}
QPushButton:focus {{ border: 2px solid {t.focus}; padding: {gap(8) - 1}px {gap(16) - 1}px; }}
QPushButton[kind="primary"] {{
  color: {t.accent_ink}; background: {t.accent}; border: 1px solid {t.accent};
}}
QPushButton[kind="primary"]:hover, QPushButton[kind="primary"]:pressed {{
  background: {t.accent_text}; border-color: {t.accent_text};
}}
QPushButton[kind="primary"]:focus {{ border: 2px solid {t.focus}; }}
QPushButton[kind="primary"]:disabled {{
  color: {t.quiet}; background: {t.sunken}; border-color: {t.line};
}}
QPushButton[kind="quiet"], QPushButton[kind="nav"], QPushButton[kind="segment"],
QPushButton[kind="tab"] {{
  background: transparent; border: 2px solid transparent; color: {t.quiet};
  padding: {gap(6)}px {gap(12)}px; font-weight: 500;
}}
QPushButton[kind="quiet"]:hover, QPushButton[kind="nav"]:hover, QPushButton[kind="tab"]:hover,
QPushButton[kind="segment"]:hover {{ color: {t.ink}; background: {t.hover}; }}
QPushButton[kind="nav"]:checked {{ color: {t.ink}; font-weight: 600; background: {t.sunken}; }}
QPushButton[kind="segment"]:checked {{
  color: {t.ink}; background: {t.card}; border: 2px solid {t.card}; font-weight: 600;
}}
QPushButton[kind="tool"] {{
  background: transparent; border: 2px solid transparent; padding: {gap(5)}px;
}}
QPushButton[kind="tool"]:hover {{ background: {t.hover}; }}
QPushButton[kind="tool"]:checked {{ background: {t.sunken}; }}
QPushButton[kind="tool"]:focus {{ border: 2px solid {t.focus}; }}
QPushButton[kind="tab"] {{ border-radius: 0; padding: {gap(6)}px {gap(4)}px; }}
QPushButton[kind="tab"]:checked {{
  color: {t.ink}; font-weight: 600; border-bottom: 2px solid {t.accent};
}}
QPushButton[kind="quiet"]:focus, QPushButton[kind="nav"]:focus, QPushButton[kind="tab"]:focus,
QPushButton[kind="segment"]:focus {{ border: 2px solid {t.focus}; }}
QPushButton[kind="small"] {{
  padding: {gap(4)}px {gap(12)}px; font-size: {px(13)}px; border-radius: {px(8)}px;
}}
QPushButton[kind="small"]:focus {{
  border: 2px solid {t.focus}; padding: {gap(4) - 1}px {gap(12) - 1}px;
}}
QPushButton[kind="link"] {{
  background: transparent; border: 2px solid transparent; color: {t.accent_text};
  padding: 2px 4px; text-align: left; font-weight: 500;
}}
QPushButton[kind="link"]:hover {{ text-decoration: underline; }}
QPushButton[kind="link"]:focus {{ border: 2px solid {t.focus}; }}
"""


def _fields(t: Tokens, px: Scale, gap: Scale) -> str:
    return f"""
QLineEdit, QPlainTextEdit, QComboBox, QSpinBox {{
  color: {t.ink}; background: {t.card}; border: 1px solid {t.edge};
  border-radius: {px(10)}px; padding: {gap(7)}px {gap(10)}px; font-size: {px(14)}px;
  selection-background-color: {t.accent}; selection-color: {t.accent_ink};
}}
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QSpinBox:focus {{
  border: 2px solid {t.focus}; padding: {gap(7) - 1}px {gap(10) - 1}px;
}}
QPushButton[kind="nav"][tight="true"] {{ padding: {gap(6)}px {gap(3)}px; }}
QPushButton[kind="field"] {{
  color: {t.quiet}; font-weight: 400; text-align: left; padding: {gap(6)}px {gap(12)}px;
}}
QPushButton[kind="field"]:focus {{
  border: 2px solid {t.focus}; padding: {gap(6) - 1}px {gap(12) - 1}px;
}}
QComboBox::drop-down {{ border: none; width: {px(22)}px; }}
QComboBox QAbstractItemView {{
  color: {t.ink}; background: {t.card}; border: 1px solid {t.edge};
  selection-background-color: {t.accent_soft}; selection-color: {t.ink};
}}
QSlider::groove:horizontal {{ height: {px(6)}px; background: {t.edge}; border-radius: {px(3)}px; }}
QSlider::handle:horizontal {{
  width: {px(20)}px; height: {px(20)}px; margin: -{px(7)}px 0;
  border-radius: {px(10)}px; background: {t.accent};
}}
QSlider:focus {{ border: 2px solid {t.focus}; border-radius: {px(6)}px; }}
"""


def _lists(t: Tokens, px: Scale, gap: Scale) -> str:
    return f"""
QListView, QTreeView, QTableView {{
  color: {t.ink}; background: transparent; border: 2px solid transparent; outline: 0;
  font-size: {px(14)}px; border-radius: {px(10)}px;
}}
QListView:focus, QTreeView:focus, QTableView:focus {{ border: 2px solid {t.focus}; }}
QListView::item, QTreeView::item {{
  padding: {gap(5)}px {gap(8)}px; border-radius: {px(6)}px;
}}
QListView::item:hover, QTreeView::item:hover {{ background: {t.hover}; }}
QListView::item:selected, QTreeView::item:selected {{
  background: {t.accent_soft}; color: {t.ink};
}}
QScrollArea {{ border: 0; }}
QScrollArea:focus {{ border: 2px solid {t.focus}; }}
QScrollBar:vertical {{ background: transparent; width: 12px; margin: 2px; }}
QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 2px; }}
QScrollBar::handle {{
  background: {t.edge}; border-radius: 4px; min-height: 32px; min-width: 32px;
}}
QScrollBar::handle:hover {{ background: {t.quiet}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""
