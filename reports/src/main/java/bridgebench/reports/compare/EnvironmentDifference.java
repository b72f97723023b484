package bridgebench.reports.compare;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A fact on which the compared runs' environments differ.
 *
 * @param fact its key, for example {@code cpu.model}
 * @param values one per run, in their order; null where the run does not state it
 */
public record EnvironmentDifference(String fact, List<@Nullable String> values) {}
