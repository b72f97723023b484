package bridgebench.reports;

import bridgebench.scenarios.model.Axis;
import bridgebench.scenarios.model.Scenario;
import bridgebench.scenarios.run.Environment;
import bridgebench.scenarios.run.ForkRecord;
import bridgebench.scenarios.run.JournalContents;
import bridgebench.scenarios.run.RunEnd;
import bridgebench.scenarios.run.RunHeader;
import bridgebench.scenarios.suite.PlannedScenario;
import bridgebench.scenarios.suite.Question;
import bridgebench.scenarios.suite.Suite;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Makes journals as a run leaves them, from a seed and a known truth: modes, transports, sweeps,
 * worker starts in parts, message sizes, failures. The same seed gives the same journal.
 */
public final class SyntheticRuns {

  private static final Instant START = Instant.parse("2026-11-22T12:00:00Z");

  private final Suite suite;
  private final long seed;
  private SyntheticTruth truth = new SyntheticTruth();
  private Set<String> failing = Set.of();
  private Map<String, Set<Integer>> failingForks = Map.of();
  private Map<String, String> checksums = Map.of();
  private Environment environment = machine("AMD EPYC 9B45");
  private RunEnd end = RunEnd.FINISHED;
  private int forksRun = Integer.MAX_VALUE;

  private SyntheticRuns(Suite suite, long seed) {
    this.suite = suite;
    this.seed = seed;
  }

  /** A journal with every kind of question, one scenario that fails and one fork that does. */
  public static JournalContents everything(long seed) {
    Suite suite = SyntheticSuites.everything(5);
    List<Scenario> modes = suite.questions().get(0).scenarios();
    return of(suite, seed)
        .failing(modes.get(modes.size() - 1).id())
        .failingFork(modes.get(0).id(), 2)
        .journal();
  }

  /** A journal of a batch-size sweep with at least so many scenarios, 5 forks each. */
  public static JournalContents large(int scenarios, long seed) {
    return of(SyntheticSuites.large(scenarios, 5), seed).journal();
  }

  /** A journal of as many questions about worker starts, each with two charts. */
  public static JournalContents manyQuestions(int questions, long seed) {
    Question question = SyntheticSuites.workerStarts(SyntheticSuites.timing(2));
    Question[] all = Collections.nCopies(questions, question).toArray(new Question[0]);
    return of(SyntheticSuites.suite("many", null, all), seed).journal();
  }

  public static SyntheticRuns of(Suite suite, long seed) {
    return new SyntheticRuns(suite, seed);
  }

  public static Environment machine(String cpu) {
    return new Environment(
        new TreeMap<>(
            Map.of(
                "cpu.model", cpu,
                "cpu.logicalCores", "2",
                "os.kernel", "Linux 6.18.0",
                "container.memoryLimit", "25769803776",
                "jvm.version", "17.0.17+10",
                "jvm.vendor", "Eclipse Adoptium",
                "git.commit", "0123456789abcdef0123456789abcdef01234567",
                "python.version", "3.11.7",
                "python.pyarrow", "21.0.0",
                "python.pandas", "2.3.3")));
  }

  public SyntheticRuns truth(SyntheticTruth newTruth) {
    truth = newTruth;
    return this;
  }

  /** Every fork of these scenarios fails. */
  public SyntheticRuns failing(String... ids) {
    failing = Set.of(ids);
    return this;
  }

  /** This one fork fails. */
  public SyntheticRuns failingFork(String id, int fork) {
    failingForks = Map.of(id, Set.of(fork));
    return this;
  }

  /** Forks report these result checksums, by scenario id, as a user's function makes them do. */
  public SyntheticRuns checksums(Map<String, String> byScenario) {
    checksums = byScenario;
    return this;
  }

  public SyntheticRuns environment(Environment newEnvironment) {
    environment = newEnvironment;
    return this;
  }

  /** The run was stopped after so many forks. */
  public SyntheticRuns interruptedAfter(int forks) {
    forksRun = forks;
    end = RunEnd.INTERRUPTED;
    return this;
  }

  public JournalContents journal() {
    RunHeader header =
        new RunHeader(
            1,
            "20261122-120000-" + suite.name(),
            START,
            suite,
            environment,
            "bridgebench run " + suite.name() + " --seed " + seed,
            seed);
    List<ForkRecord> forks = new ArrayList<>();
    // Neighbouring seeds make neighbouring first numbers; drawn ones do not.
    Random seeds = new Random(seed);
    for (Slot slot : order()) {
      if (forks.size() == forksRun) {
        break;
      }
      forks.add(fork(slot, forks.size(), seeds));
    }
    return new JournalContents(header, forks, List.of(), end, List.of());
  }

  private record Slot(PlannedScenario planned, int fork) {}

  private List<Slot> order() {
    List<Slot> slots = new ArrayList<>();
    for (PlannedScenario planned : suite.scenarios()) {
      for (int fork = 0; fork < planned.timing().forks(); fork++) {
        slots.add(new Slot(planned, fork));
      }
    }
    Collections.shuffle(slots, new Random(seed));
    return slots;
  }

  private ForkRecord fork(Slot slot, int sequence, Random seeds) {
    Scenario scenario = slot.planned().scenario();
    Instant startedAt = START.plusSeconds(10L * sequence);
    boolean fails =
        failing.contains(scenario.id())
            || failingForks.getOrDefault(scenario.id(), Set.of()).contains(slot.fork());
    if (fails) {
      return SyntheticForks.failed(scenario, slot.fork(), sequence, startedAt);
    }
    return new SyntheticForks(truth, slot.planned(), new Random(seeds.nextLong()))
        .finished(slot.fork(), sequence, startedAt, checksums.get(scenario.id()));
  }

  /** Scenario of these words; those left out do not apply. */
  public static Scenario scenario(Map<Axis, String> axes) {
    Map<Axis, String> ordered = new TreeMap<>(axes);
    String id =
        ordered.entrySet().stream()
            .map(
                e ->
                    Character.isDigit(e.getValue().charAt(0))
                        ? e.getKey().suiteName() + "=" + e.getValue()
                        : e.getValue())
            .collect(Collectors.joining("/"));
    return new Scenario(id, ordered);
  }

  /** All scenarios of a suite's questions whose words include these. */
  public static List<Scenario> having(Suite suite, String... words) {
    return suite.questions().stream()
        .map(Question::scenarios)
        .flatMap(List::stream)
        .filter(s -> s.axes().values().containsAll(Arrays.asList(words)))
        .distinct()
        .toList();
  }
}
