package bridgebench.scenarios.run;

/**
 * Why a fork failed, as the user reads it.
 *
 * @param kind the exception's simple name or a word such as "deadline"
 * @param message what was expected, what came, and what to try next
 * @param detail the rest: Python traceback, the worker's stderr tail, stack; may be empty
 */
public record FailureRecord(String kind, String message, String detail) {}
