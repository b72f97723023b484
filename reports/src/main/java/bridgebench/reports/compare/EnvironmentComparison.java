package bridgebench.reports.compare;

import bridgebench.scenarios.run.Environment;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What differs between the environments of several inputs. */
final class EnvironmentComparison {

  private final List<ComparedRun> runs;

  EnvironmentComparison(List<ComparedRun> runs) {
    this.runs = runs;
  }

  MachineAgreement machine() {
    List<MachineIdentity> machines =
        runs.stream().map(run -> MachineIdentity.of(run.environment())).toList();
    if (!machines.stream().allMatch(MachineIdentity::isStated)) {
      return MachineAgreement.UNKNOWN;
    }
    boolean same = machines.stream().allMatch(one -> machines.stream().allMatch(one::agreesWith));
    return same ? MachineAgreement.SAME : MachineAgreement.DIFFERENT;
  }

  /** The facts that differ, those of the machine first, the others by name. */
  List<EnvironmentDifference> differences() {
    Set<String> facts = new LinkedHashSet<>(MachineIdentity.FACTS);
    TreeSet<String> others = new TreeSet<>();
    runs.forEach(run -> others.addAll(run.environment().keySet()));
    facts.addAll(others);
    facts.removeIf(Environment::isIncidental);
    List<EnvironmentDifference> differences = new ArrayList<>();
    for (String fact : facts) {
      List<@Nullable String> values = new ArrayList<>();
      runs.forEach(run -> values.add(run.environment().get(fact)));
      if (values.stream().distinct().count() > 1) {
        differences.add(new EnvironmentDifference(fact, values));
      }
    }
    return differences;
  }
}
