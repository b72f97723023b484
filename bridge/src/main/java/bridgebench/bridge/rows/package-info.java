/**
 * The rows themselves: typed columns in primitive arrays, the seeded window that tasks cycle
 * through, and the cursor that reads it row by row. How rows are turned into bytes is not known
 * here, nor what functions do with them.
 */
@NullMarked
package bridgebench.bridge.rows;

import org.jspecify.annotations.NullMarked;
