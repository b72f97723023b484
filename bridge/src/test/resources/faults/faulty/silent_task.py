from faulty import Link
import faulthandler, signal, time

faulthandler.register(signal.SIGUSR1)
link = Link()
link.until_task()
time.sleep(3600)
