from faulty import DATA, Link

link = Link()
link.until_task()
link.send(9, b"no schema")
link.send(DATA, b"no batch")
link.wait()
