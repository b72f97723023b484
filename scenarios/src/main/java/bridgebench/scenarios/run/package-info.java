/**
 * What a run leaves on disk, as records and the code that reads and writes them. No statistics:
 * those are made by reports.
 */
@NullMarked
package bridgebench.scenarios.run;

import org.jspecify.annotations.NullMarked;
