package bridgebench.cli;

/** What the program's exit status says. */
final class ExitCode {
  /** Everything that was asked for is done. */
  static final int OK = 0;

  /** The program itself failed, or {@code doctor} found that this machine cannot measure. */
  static final int INTERNAL = 1;

  /** The command line, the suite or a named file is wrong; nothing was measured. */
  static final int USAGE = 2;

  /** The run is complete, but a scenario failed. */
  static final int SCENARIO_FAILED = 3;

  /** A comparison meets the condition of {@code --fail-on}. */
  static final int CONDITION_MET = 4;

  /** {@code --strict}, and the machine was too noisy: trust is red. */
  static final int NOT_TRUSTED = 5;

  /** Ctrl-C; what was measured is kept. 128 + SIGINT, as shells count. */
  static final int INTERRUPTED = 130;

  private ExitCode() {}
}
