/**
 * What a right answer is: the Java twins of the built-in functions, the checks that compare every
 * value that comes back with them, and the checksum that stands in where there is no twin. {@code
 * docs/semantics.md} is the specification. How values crossed is not known here.
 */
@NullMarked
package bridgebench.bridge.function;

import org.jspecify.annotations.NullMarked;
