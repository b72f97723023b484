package bridgebench.reports.trust;

import bridgebench.scenarios.run.ForkRecord;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * One kind of disturbance: how it is read from a fork, and from where on it matters. The reasons of
 * the limits are in docs/measuring.md.
 *
 * @param fact its name, as {@code TrustReason} lists them
 * @param reading its size around a fork; empty where it cannot be told
 * @param amberAbove a fork whose reading is greater may have been disturbed
 * @param redAbove a fork whose reading is greater was disturbed; infinite where none is that bad
 * @param ofMachine whether it comes from outside: what a run does to itself is never noise alone
 * @param subject the start of the sentence, such as "Other processes took"
 * @param unit how a reading is written
 * @param of the end of its first part, such as " of the machine's CPU time"
 * @param remedy what to do
 */
record NoiseRule(
    String fact,
    Function<ForkRecord, OptionalDouble> reading,
    double amberAbove,
    double redAbove,
    boolean ofMachine,
    String subject,
    Unit unit,
    String of,
    String remedy) {

  /** How a reading is written. */
  enum Unit {
    SHARE,
    A_SECOND,
    NUMBER
  }
}
