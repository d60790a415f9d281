package org.spolia.jobs.source.format;

import java.io.Serializable;
import org.spolia.statistics.PooledMoments;

/**
 * A component of a field in a whole file, values as they are stored: what is the same along an axis counts once.
 *
 * @param field the field
 * @param component its component, called like the field if there is one alone
 * @param values moments of the values
 * @param changes moments of the differences of each step from the one before, in the selection that is read
 */
public record FieldFacts(String field, String component, PooledMoments values, PooledMoments changes)
        implements Serializable {}
