"""The Python end of bridgebench: a worker that a JVM drives over a pipe or a socket, its daemon, and the functions it applies."""
