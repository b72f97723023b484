package bridgebench.scenarios.run;

/**
 * A median with the ends of its 95 % interval; low and high are NaN-free and equal to the median
 * when one fork gives no interval.
 */
public record Figure(double median, double low, double high) {}
