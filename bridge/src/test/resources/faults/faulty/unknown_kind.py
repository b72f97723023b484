from faulty import Link

link = Link()
link.until_task()
link.send(77, b"what is this")
link.wait()
