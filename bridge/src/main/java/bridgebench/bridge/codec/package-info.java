/**
 * Rows to bytes and bytes to rows: the bodies of DATA and SCHEMA frames. A codec per representation
 * has a package of its own below this one; {@code bridgebench.bridge.task.Codecs} is the only place
 * that knows them all. Frames, channels and processes are not known here.
 */
@NullMarked
package bridgebench.bridge.codec;

import org.jspecify.annotations.NullMarked;
