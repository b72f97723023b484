/**
 * The wire: frames as {@code docs/protocol/frames.md} draws them, written to and read from
 * channels. What a body means is not known here, nor which process is at the other end.
 */
@NullMarked
package bridgebench.bridge.frame;

import org.jspecify.annotations.NullMarked;
