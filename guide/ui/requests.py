"""Everything that a person can ask of the map page, gathered in one object."""

from PySide6.QtCore import QObject, Signal

from guide.app.map_presenter import MapPresenter


class MapRequests(QObject):
    """Requests of the map and the panels beside it; nobody answers them but the presenter."""

    view = Signal(object)  # View
    see = Signal(object)  # Sight
    setting = Signal(str, object)  # key and value of a setting: answered by the window
    strength = Signal(object)  # Strength
    hover = Signal(object)  # Place or None
    paint = Signal(object)  # Place
    erase = Signal(object)  # Place
    undo = Signal()
    clear = Signal()
    ask = Signal()
    leave = Signal()
    back = Signal()
    tell = Signal(object, object, object)  # Onset, After, frozenset of PainKind
    after = Signal(object)  # After, of a story that is told further
    about = Signal(object)  # Profile
    items = Signal(object)  # frozenset of ids
    doubt = Signal(str)
    keep = Signal()
    take_back = Signal()
    point = Signal(str, object)  # muscle and side; an empty name for none
    choose = Signal(str, object)
    close_guidance = Signal()
    # answered by the window
    profile = Signal()  # the page about the person, please
    learn = Signal(object)  # Address: this page of Learn, please
    # answered by the session presenter
    pressure = Signal(str, object)  # muscle, side
    press_with = Signal(str, object, object)  # muscle, side, PressWay
    stretch = Signal(str, object)  # stretch, side
    routine = Signal(str)
    card = Signal(str, object)  # muscle, side: its printed card, answered by the window


def connect_map(requests: MapRequests, presenter: MapPresenter) -> None:
    """Let ``presenter`` answer the requests of the map page."""
    for signal, slot in (
        (requests.view, presenter.turn),
        (requests.see, presenter.see),
        (requests.strength, presenter.choose_strength),
        (requests.hover, presenter.hover),
        (requests.paint, presenter.paint),
        (requests.erase, presenter.erase),
        (requests.undo, presenter.undo),
        (requests.clear, presenter.clear),
        (requests.ask, presenter.ask),
        (requests.leave, presenter.leave_questions),
        (requests.back, presenter.back),
        (requests.tell, presenter.tell),
        (requests.after, presenter.answer_after),
        (requests.about, presenter.about),
        (requests.items, presenter.answer_items),
        (requests.doubt, presenter.doubt),
        (requests.keep, presenter.keep_answer),
        (requests.take_back, presenter.take_back),
        (requests.point, presenter.point_at),
        (requests.choose, presenter.choose),
        (requests.close_guidance, presenter.close_guidance),
    ):
        signal.connect(slot)
