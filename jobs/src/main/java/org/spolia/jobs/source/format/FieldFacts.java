package org.spolia.jobs.source.format;

import java.io.Serializable;
import org.spolia.statistics.PooledMoments;

/**
 * Moments of a field's component in a whole file, from the stored values: equal values along an axis count once.
 *
 * @param field the field
 * @param component its component, with the name of the field if there is only one
 * @param values moments of the values
 * @param changes moments of the differences between consecutive steps of the selection
 */
public record FieldFacts(String field, String component, PooledMoments values, PooledMoments changes)
        implements Serializable {}
