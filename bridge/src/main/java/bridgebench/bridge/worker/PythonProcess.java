package bridgebench.bridge.worker;

/** A Python process that runs for us: one that we launched, or one that the daemon forked. */
interface PythonProcess {

  long pid();

  /** Everything that the process started, and itself. */
  ProcessGroup group();

  boolean alive();

  /** Waits for the end, at most this long, and says whether it came. */
  boolean awaitEnd(long millis);

  /** How it ended, for messages: "exit status 3", "killed by signal 9 (SIGKILL)". */
  String ending();

  StderrTail stderr();

  /** Closes the process's stdin, which tells it to exit. */
  void closeStdin();
}
