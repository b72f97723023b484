from faulty import DATA, Link, struct, sys

link = Link()
link.until_task()
sys.stderr.write("leaving in the middle\n")
link.raw(struct.pack("!ib", 4096, DATA) + bytes(1310))
sys.exit(5)
