/**
 * JMH profilers that show, beside a score, what the sessions of the fork recorded. They read
 * samples; they measure nothing themselves.
 */
@NullMarked
package bridgebench.jmh.profile;

import org.jspecify.annotations.NullMarked;
