package bridgebench.jmh.benchmark;

import bridgebench.jmh.fork.OperationTally;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.infra.IterationParams;

/**
 * Warm-up beyond what JMH was asked for, in a fork whose warm-up iterations still became faster: a
 * round has as many slices as measured iterations are to come, each as long as one of them. Rounds
 * follow while each is faster than all before, two at most.
 */
final class ExtraWarmup {
  private static final int MOST_ROUNDS = 2;
  private static final int LAST_OF_JMH = 2;

  private ExtraWarmup() {}

  static void run(SessionState<?, ?> state, IterationParams measurement) throws Exception {
    int last = LAST_OF_JMH;
    for (int rounds = 0; rounds < MOST_ROUNDS && !state.warmupEnded(rounds, last); rounds++) {
      round(state, measurement);
      last = measurement.getCount();
    }
  }

  private static void round(SessionState<?, ?> state, IterationParams measurement)
      throws Exception {
    long sliceNanos = measurement.getTime().convertTo(TimeUnit.NANOSECONDS);
    for (int i = 0; i < measurement.getCount(); i++) {
      slice(state, sliceNanos);
    }
  }

  private static void slice(SessionState<?, ?> state, long sliceNanos) throws Exception {
    OperationTally tally = new OperationTally();
    long start = System.nanoTime();
    do {
      state.operateInto(tally);
    } while (System.nanoTime() - start < sliceNanos);
    state.thread().extraWarmup(tally, System.nanoTime() - start);
  }
}
