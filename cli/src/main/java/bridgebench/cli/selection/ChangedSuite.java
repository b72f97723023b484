package bridgebench.cli.selection;

import bridgebench.scenarios.suite.Suite;
import java.util.List;

/**
 * A suite as the command line changed it.
 *
 * @param suite what will be measured
 * @param notes a sentence for each thing that was asked for and will not be
 */
public record ChangedSuite(Suite suite, List<String> notes) {}
