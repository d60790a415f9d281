/**
 * Numbers in files and data sets in memory: delimited tables, splits with their content hash, portable random numbers.
 * FastCSV reads the files. The package depends on neither problems nor configurations. Problem and planning import it,
 * and jobs for the command fit.
 */
@NullMarked
package org.spolia.experiment.data;

import org.jspecify.annotations.NullMarked;
