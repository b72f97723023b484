/**
 * Draws charts: plain records of what to show in, compact SVG text out. JFreeChart lays out the
 * plot, Batik turns it into SVG, and colours leave as CSS variables so that one drawing serves
 * light, dark and paper. Knows neither runs nor findings nor HTML pages.
 */
@NullMarked
package bridgebench.reports.chart;

import org.jspecify.annotations.NullMarked;
