/**
 * What an experiment is: its configuration, its problems and their data, the trials that it plans and the rows that it records.
 * No Spark: jobs moves these records in and out of tables.
 */
@NullMarked
package org.spolia.experiment;

import org.jspecify.annotations.NullMarked;
