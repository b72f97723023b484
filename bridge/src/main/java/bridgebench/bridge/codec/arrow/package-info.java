/**
 * Rows as Arrow record batches, by arrow-java: vectors filled in bulk or row by row, messages sent
 * as gather lists without copying, answers read through bounds-checked views of the received body.
 */
@NullMarked
package bridgebench.bridge.codec.arrow;

import org.jspecify.annotations.NullMarked;
