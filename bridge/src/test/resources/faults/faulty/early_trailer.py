from faulty import Link

link = Link()
link.until_task()
link.send(11, {"rows": 2500, "batches": 3})
link.wait()
