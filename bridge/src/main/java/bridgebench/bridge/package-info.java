/** HOW data crosses: row generators, transports, frames, codecs, workers, the stage clock. */
@NullMarked
package bridgebench.bridge;

import org.jspecify.annotations.NullMarked;
