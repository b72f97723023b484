/**
 * Rows as pickles, by Pyrolite, the library that Spark uses. Pyrolite's registries are shared by
 * the whole JVM; nothing here adds to them.
 */
@NullMarked
package bridgebench.bridge.codec.pickle;

import org.jspecify.annotations.NullMarked;
