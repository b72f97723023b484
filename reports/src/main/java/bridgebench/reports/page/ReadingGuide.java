package bridgebench.reports.page;

/** How to read each kind of chart. */
enum ReadingGuide {
  BARS(
      "Bars start at zero and end at the median over forks. The line across a bar's end is the 95 %"
          + " interval of that median: what other forks of the same scenario would be expected to"
          + " give. Where the intervals of two bars overlap widely, the comparison below says"
          + " whether the difference is more than chance."),
  SWEEP(
      "Both axes are logarithmic: equal distances are equal factors. A point is the median over"
          + " forks, the band its 95 % interval, cut where it is more than 3 times beyond all points;"
          + " the numbers below have its ends. A vertical mark is where two lines cross, with the"
          + " interval of that place, or a step, with the two sizes that it lies between."),
  PERCENTILES(
      "Read upwards from a percentile to see the time that this share of samples does not exceed."
          + " The axis is spaced by nines, so that the slowest samples get as much room as all"
          + " others. A line ends where fewer than 10 samples lie beyond it."),
  TIMELINE(
      "Each point is the longest latency of one measured iteration; the forks follow one another"
          + " without what lies between them. A single peak is one event, such as a garbage"
          + " collection; a level that stays high is not. The percentiles below say how many samples"
          + " are concerned."),
  WATERFALL(
      "Parts follow one another from left to right and add up to the time until the first answer;"
          + " each is the median over forks."),
  FIRST_TASKS(
      "The horizontal axis counts the tasks of one fresh worker. The line falls while the worker"
          + " and the JVM warm up and is level once they are warm."),
  STAGES(
      "Each bar is one thread's wall time in a task, as a share of the task; its parts are"
          + " consecutive. “Unaccounted” is wall time that no stage covers; it is shown, never"
          + " spread over the stages. The thin bar is the time that the thread was ready to run but"
          + " waited for a core; it lies within the stages above it. Reading and writing include"
          + " waiting for the other side."),
  DISTRIBUTION(
      "Each line shows which share of the measured iterations took at most the time below it. A line"
          + " further left is faster; lines that cross differ in spread, not only in level."),
  MEMORY(
      "Lines or bars of one colour are one arm, in Python and in the JVM. Memory is what an operation"
          + " adds at its peak to what its process held before: in Python to the"
          + " resident set, in the JVM to the heap, garbage included, and Arrow’s memory. A figure is"
          + " the greatest of each fork. Of small data it is mostly what the first operation loads."),
  HEATMAP(
      "Each cell is the speed of the arm divided by that of its baseline: above 1× it is faster. A"
          + " cell without colour and with a question mark has no verdict."),
  RATIOS(
      "A dot is the candidate’s speed as a multiple of the baseline’s, the line its 95 % interval,"
          + " with an arrow head where it goes on beyond the axis; the numbers below have its ends."
          + " Right of 1× the candidate is faster. Filled dots differ by more than chance and by at"
          + " least the practical threshold, which is the band around 1×; hollow ones do not.");

  private final String text;

  ReadingGuide(String text) {
    this.text = text;
  }

  String text() {
    return text;
  }
}
