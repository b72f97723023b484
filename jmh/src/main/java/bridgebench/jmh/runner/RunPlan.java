package bridgebench.jmh.runner;

import bridgebench.scenarios.run.Environment;
import bridgebench.scenarios.run.RunFolder;
import bridgebench.scenarios.suite.Suite;

/**
 * A run to be made.
 *
 * @param suite what to measure
 * @param folder where results go; it exists and holds no journal
 * @param environment what it is measured on
 * @param command the command line that reproduces the run
 * @param seed of the rows and of the order of forks
 * @param settings what every fork is given
 */
public record RunPlan(
    Suite suite,
    RunFolder folder,
    Environment environment,
    String command,
    long seed,
    ForkSettings settings) {}
