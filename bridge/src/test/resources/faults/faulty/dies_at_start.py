import sys

sys.exit("cannot go on: no licence for starting")
