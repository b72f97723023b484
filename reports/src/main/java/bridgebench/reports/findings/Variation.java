package bridgebench.reports.findings;

/**
 * Where an arm's spread comes from, as standard deviations relative to the mean time per operation,
 * in percent; NaN where too few forks or iterations allow none.
 *
 * @param betweenForksPercent of the forks' own levels, the iterations' share taken out; 0 when the
 *     iterations explain all of it
 * @param betweenIterationsPercent of iterations within a fork
 * @param forkMeansPercent of the forks' means as they are: what an interval is made of
 * @param outliers iterations outside Tukey's fences of their fork: counted, never dropped
 * @param iterations measured iterations over all forks
 * @param levels 2 when the forks fall into two separate groups, else 1
 */
public record Variation(
    double betweenForksPercent,
    double betweenIterationsPercent,
    double forkMeansPercent,
    int outliers,
    int iterations,
    int levels) {

  /** What an arm without a finished fork has. */
  public static final Variation NONE = new Variation(Double.NaN, Double.NaN, Double.NaN, 0, 0, 1);
}
