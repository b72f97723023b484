from faulty import Link

print("Welcome to my site customisation!", flush=True)
link = Link()
link.until_task()
link.wait()
