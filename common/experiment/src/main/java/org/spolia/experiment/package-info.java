/**
 * The basics that the packages below share: mistakes of the user, suggestions, text files. The packages below define an
 * experiment: binding (YAML to records), data (tables and data sets), problem, configuration, planning, row. They do
 * not use Spark; jobs moves the records in and out of tables.
 */
@NullMarked
package org.spolia.experiment;

import org.jspecify.annotations.NullMarked;
