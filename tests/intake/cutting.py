"""What stands between a program and a server and cuts their connection, or holds it up, after so many bytes."""

from __future__ import annotations

import socket
import threading
from contextlib import suppress


class Cutting:
    """Listens on `port` and passes on what goes to `to` and back.

    The first connections end after so many bytes from the server each (`after`); later ones are let through, or find
    nobody any more (`closes`). With `silent`, the last of the first ones does not end: nothing more comes over it.
    With `going`, it is what goes to the server that is counted.
    """

    def __init__(
        self, to: int, after: tuple[int, ...], *, closes: bool = False, silent: bool = False, going: bool = False
    ) -> None:
        self._to, self._after, self._closes, self._silent = to, list(after), closes, silent
        self._going = going
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._listener.getsockname()[1])
        self.cut = 0
        self.stalled, self.hung_up = threading.Event(), threading.Event()
        self._near: list[socket.socket] = []
        self._threads = [threading.Thread(target=self._listen)]
        self._threads[0].start()

    def close(self) -> None:
        # An accept that waits is not woken by a close.
        self._to = 0
        socket.create_connection(("127.0.0.1", self.port)).close()
        for thread in self._threads:
            thread.join(60)
        self._listener.close()

    def sever(self) -> None:
        """Cut whatever passes, now: what the server was given it has, and its answer never arrives."""
        self.cut += 1
        near, self._near = self._near, []
        for one in near:
            with suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)

    def _listen(self) -> None:
        while True:
            near, _ = self._listener.accept()
            if not self._to or (self._closes and not self._after):
                near.close()
                if not self._to:
                    return
                continue
            self._threads.append(threading.Thread(target=self._serve, args=(near,)))
            self._threads[-1].start()

    def _serve(self, near: socket.socket) -> None:
        limit = self._after.pop(0) if self._after else None
        stalls = self._silent and limit is not None and not self._after
        self._near.append(near)
        with near, socket.create_connection(("127.0.0.1", self._to)) as far:
            coming = None if self._going else limit
            back = threading.Thread(target=self._pass_back, args=(far, near, coming, stalls))
            back.start()
            passed = 0
            with suppress(OSError):
                while block := near.recv(1_000):
                    passed += len(block)
                    if self._going and limit is not None and passed > limit:
                        self.cut += 1
                        break
                    far.sendall(block)
            if stalls:
                self.hung_up.set()
            for one in (near, far):
                with suppress(OSError):
                    one.shutdown(socket.SHUT_RDWR)
            back.join()

    def _pass_back(self, far: socket.socket, near: socket.socket, limit: int | None, stalls: bool) -> None:
        passed = 0
        with suppress(OSError):
            while block := far.recv(1_000):
                passed += len(block)
                if limit is not None and passed > limit:
                    self.cut += 1
                    if stalls:
                        self.stalled.set()
                        return
                    break
                near.sendall(block)
        with suppress(OSError):
            near.shutdown(socket.SHUT_RDWR)
