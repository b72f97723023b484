from faulty import HELLO, Link, os

link = Link()
link.send(HELLO, {"protocol": 99, "pid": os.getpid(), "secret": link.bootstrap["secret"]})
link.wait()
