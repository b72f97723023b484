import time

from faulty import HELLO, Link, os

link = Link()
link.send(HELLO, {"protocol": 1, "pid": os.getpid(), "secret": "0" * 64})
time.sleep(3600)
