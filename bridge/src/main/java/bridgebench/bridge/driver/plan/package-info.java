/**
 * A small query engine: plans that hold no rows, and the operators that stream them, column by
 * column. It stands where Spark's does, so that there is something to collect, to count and to keep
 * in the JVM. Python, sockets and codecs are not known here.
 */
@NullMarked
package bridgebench.bridge.driver.plan;

import org.jspecify.annotations.NullMarked;
