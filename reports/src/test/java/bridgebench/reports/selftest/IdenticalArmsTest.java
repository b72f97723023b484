package bridgebench.reports.selftest;

import static org.assertj.core.api.Assertions.assertThat;

import bridgebench.reports.SyntheticRuns;
import bridgebench.reports.SyntheticSuites;
import bridgebench.reports.SyntheticTruth;
import bridgebench.reports.findings.RunAnalysis;
import bridgebench.scenarios.model.Scenario;
import bridgebench.scenarios.suite.Question;
import bridgebench.scenarios.suite.Suite;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IdenticalArmsTest {

  @Test
  void identicalArmsRaiseAsFewAlarmsAsTheirIntervalsPromise() {
    IdenticalArms result = result(suite(12, 5), Map.of());

    assertThat(result.arms()).isEqualTo(12);
    assertThat(result.forks()).isEqualTo(60);
    assertThat(result.measured().comparisons()).isEqualTo(6);
    assertThat(result.redrawn().comparisons()).isEqualTo(2_000);
    assertThat(result.redrawn().rate().estimate()).isLessThan(IdenticalArms.GREATEST_RATE);
    assertThat(result.claimed().alarms()).isLessThanOrEqualTo(result.redrawn().alarms());
    assertThat(result.alarming()).isFalse();
    assertThat(SelftestText.of(result))
        .hasSize(5)
        .anyMatch(sentence -> sentence.contains("6 comparisons of identical arms"))
        .last()
        .asString()
        .startsWith("That is not shown to be more than the 6.5 %");
  }

  @Test
  void armsThatAreNotIdenticalAfterAllRaiseTheAlarm() {
    Map<String, Double> factors = new HashMap<>();
    for (int arm = 0; arm < 40; arm += 2) {
      factors.put("arm-" + arm, 1.5);
    }

    IdenticalArms result = result(suite(40, 5), factors);

    assertThat(result.measured().alarms()).isEqualTo(20);
    assertThat(result.alarming()).isTrue();
    assertThat(SelftestText.of(result)).last().asString().contains("not to be trusted");
  }

  @Test
  void oneForkAnArmSaysNothing() {
    IdenticalArms result = result(suite(12, 1), Map.of());

    assertThat(result.arms()).isZero();
    assertThat(result.alarming()).isFalse();
    assertThat(SelftestText.of(result)).singleElement().asString().contains("nothing can be said");
  }

  private static IdenticalArms result(Suite suite, Map<String, Double> factors) {
    SyntheticTruth truth = new SyntheticTruth().forkSpread(0.03).withoutLatency().factors(factors);
    return IdenticalArms.of(RunAnalysis.of(SyntheticRuns.of(suite, 11).truth(truth).journal()), 2);
  }

  private static Suite suite(int arms, int forks) {
    Scenario one = SyntheticRuns.scenario(SyntheticSuites.udf());
    List<Scenario> scenarios =
        IntStream.range(0, arms).mapToObj(i -> new Scenario("arm-" + i, one.axes())).toList();
    return SyntheticSuites.suite(
        "aa", null, new Question("aa", "Alike?", scenarios, null, SyntheticSuites.timing(forks)));
  }
}
