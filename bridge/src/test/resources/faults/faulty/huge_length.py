from faulty import DATA, Link, struct

link = Link()
link.until_task()
link.raw(struct.pack("!ib", 2**31 - 1, DATA))
link.wait()
