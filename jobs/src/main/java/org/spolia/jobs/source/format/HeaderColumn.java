package org.spolia.jobs.source.format;

import org.apache.spark.sql.types.StructField;

/**
 * A column that a file has.
 *
 * @param field name and type
 * @param bytes that it takes in a step, or in a row
 */
public record HeaderColumn(StructField field, long bytes) {}
