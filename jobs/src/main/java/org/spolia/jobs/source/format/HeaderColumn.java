package org.spolia.jobs.source.format;

import org.apache.spark.sql.types.StructField;

/**
 * A column of a file.
 *
 * @param field its name and type
 * @param bytes its size in a step, or in a row
 */
public record HeaderColumn(StructField field, long bytes) {}
