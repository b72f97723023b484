from faulty import DATA, Link, kill_self, struct

link = Link()
link.until_task()
link.raw(struct.pack("!ib", 4096, DATA) + bytes(1310))
kill_self()
