/**
 * The words that the packages below share: the user's mistake, what the user may have meant, the user's text files.
 * What an experiment is lies below: binding (YAML to records), data (tables and data sets), problem, configuration, planning, row.
 * No Spark: jobs moves the records in and out of tables.
 */
@NullMarked
package org.spolia.experiment;

import org.jspecify.annotations.NullMarked;
