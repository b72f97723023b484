"""Workers that break the protocol, one module each: ``python -m faulty.NAME``. They speak it without the real package's help."""

import json
import os
import signal
import socket
import struct
import sys

HELLO, READY, DATA = 2, 6, 8


class Link:
    """What a worker needs to talk: the BOOTSTRAP it was given, and a channel."""

    def __init__(self):
        length, _ = struct.unpack("!ib", self._exactly(lambda n: os.read(0, n), 5))
        self.bootstrap = json.loads(self._exactly(lambda n: os.read(0, n), length))
        if self.bootstrap["transport"] == "unix":
            self._socket = socket.socket(socket.AF_UNIX)
            self._socket.connect(self.bootstrap["path"])
            self._read, self._write = self._socket.recv, self._socket.sendall
        elif self.bootstrap["transport"] == "tcp":
            self._socket = socket.create_connection((self.bootstrap["host"], self.bootstrap["port"]))
            self._read, self._write = self._socket.recv, self._socket.sendall
        else:
            self._read = lambda n: os.read(0, n)
            self._write = lambda data: os.write(1, data)

    @staticmethod
    def _exactly(read, count):
        data = b""
        while len(data) < count:
            chunk = read(count - len(data))
            if not chunk:
                sys.exit(0)
            data += chunk
        return data

    def raw(self, data):
        self._write(data)

    def send(self, kind, body):
        body = body if isinstance(body, bytes) else json.dumps(body).encode()
        self._write(struct.pack("!ib", len(body), kind) + body)

    def receive(self):
        length, kind = struct.unpack("!ib", self._exactly(self._read, 5))
        return kind, self._exactly(self._read, length)

    def greet(self):
        self.send(HELLO, {"protocol": 1, "pid": os.getpid(), "secret": self.bootstrap["secret"]})

    def until_task(self):
        """Greet, answer PINGs and SETUP as a good worker does, and return once a task has begun."""
        self.greet()
        while True:
            kind, body = self.receive()
            if kind == 3:
                self.send(4, body + struct.pack("!q", __import__("time").monotonic_ns()))
            elif kind == 5:
                times = dict.fromkeys(("started", "imported", "connected", "functionLoaded"), 1)
                self.send(READY, {"pid": os.getpid(), "versions": {}, "timesNanos": times, "effective": {}})
            elif kind == 7:
                return

    def wait(self):
        """Do nothing until the JVM ends the channel."""
        while True:
            self.receive()


def kill_self():
    os.kill(os.getpid(), signal.SIGKILL)
