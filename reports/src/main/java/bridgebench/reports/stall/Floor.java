package bridgebench.reports.stall;

/**
 * A stretch of a sweep on which the time stays near a timer although the work grows.
 *
 * @param from the least size of the stretch
 * @param to the greatest
 * @param nanos the least time per operation on it
 * @param timer the timer that it is near to
 */
public record Floor(double from, double to, double nanos, SystemTimer timer) {}
