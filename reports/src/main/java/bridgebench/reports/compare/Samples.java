package bridgebench.reports.compare;

import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * One scenario's measurements in one input.
 *
 * @param metric what was measured, for example {@code rowsPerSecond} or JMH's {@code avgt}
 * @param unit its unit
 * @param moreIsFaster whether a greater value means faster
 * @param settings what must agree for two of them to be compared: axes, or JMH's threads and mode
 * @param forks the iterations of each fork; empty when there is a problem
 * @param problem why there are none, or null
 */
public record Samples(
    String metric,
    String unit,
    boolean moreIsFaster,
    SortedMap<String, String> settings,
    double[][] forks,
    @Nullable String problem) {}
