from faulty import DATA, Link, struct

link = Link()
link.until_task()
link.raw(struct.pack("!ib", -5, DATA))
link.wait()
