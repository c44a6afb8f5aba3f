"""One window a person: a second start brings the first one to the front."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket

ANSWER_MS = 2000
SOCKET_NAME = "window.socket"


class RaiseServer(QObject):
    """Listens for later starts, on a socket of this machine that only this person can open."""

    raise_requested = Signal()

    def __init__(self, folder: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connection)
        name = socket_name(folder)
        QLocalServer.removeServer(name)  # what a killed program left; we hold the lock
        self.listening = self._server.listen(name)

    @Slot()
    def _on_connection(self) -> None:
        while self._server.hasPendingConnections():
            socket = self._server.nextPendingConnection()
            socket.disconnected.connect(socket.deleteLater)
            socket.disconnectFromServer()
        self.raise_requested.emit()

    def close(self) -> None:
        """Stop listening."""
        self._server.close()


def raise_first(folder: Path) -> bool:
    """Ask the window that runs already to come to the front; False when it does not answer."""
    socket = QLocalSocket()
    socket.connectToServer(socket_name(folder))
    answered = socket.waitForConnected(ANSWER_MS)
    if answered and socket.state() != QLocalSocket.LocalSocketState.UnconnectedState:
        socket.waitForDisconnected(ANSWER_MS)
    return answered


def socket_name(folder: Path) -> str:
    """A socket in the cache folder; one with a short name where the path would be too long."""
    path = str(folder / SOCKET_NAME)
    if len(path.encode()) < 100:
        return path
    from hashlib import sha256

    return "unknot-" + sha256(path.encode()).hexdigest()[:24]
