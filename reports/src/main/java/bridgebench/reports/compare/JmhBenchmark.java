package bridgebench.reports.compare;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One benchmark of a JMH result file with its parameters.
 *
 * @param name the full name: class and method
 * @param mode JMH's word for what was measured: "thrpt", "avgt", "sample", "ss"
 * @param params parameters by name
 * @param samples its raw values
 */
public record JmhBenchmark(
    String name, String mode, SortedMap<String, String> params, Samples samples) {

  /** The benchmark with what tells it from others of its file. */
  public String id() {
    return name + " (" + mode + ")" + (params.isEmpty() ? "" : " " + params);
  }

  /** The class, which JMH puts before the last dot. */
  public String className() {
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(0, dot);
  }

  /** The method. */
  public String method() {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  /** The benchmark with settings among its parameters, which tell it from others of its name. */
  JmhBenchmark with(Map<String, String> settings) {
    SortedMap<String, String> all = new TreeMap<>(params);
    all.putAll(settings);
    return new JmhBenchmark(name, mode, all, samples);
  }

  /** The same benchmark twice in a file: more forks of it. */
  JmhBenchmark together(JmhBenchmark other) {
    return new JmhBenchmark(name, mode, params, samples.together(other.samples));
  }
}
