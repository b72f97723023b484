from faulty import DATA, Link

END, TRAILER = 10, 11
link = Link()
link.until_task()
batches = 0
while (frame := link.receive())[0] != END:
    batches += frame[0] == DATA
    link.send(*frame)
link.send(TRAILER, {"rows": 2500, "batches": batches})
link.wait()
