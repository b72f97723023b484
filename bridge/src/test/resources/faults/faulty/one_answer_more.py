from faulty import DATA, Link

END = 10
link = Link()
link.until_task()
while (frame := link.receive())[0] != END:
    link.send(*frame)
    if frame[0] == DATA:
        last = frame
link.send(*last)
link.wait()
