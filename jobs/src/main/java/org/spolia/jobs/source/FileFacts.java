package org.spolia.jobs.source;

import java.io.Serializable;
import java.util.List;

/**
 * What is in a file that can be read as a whole.
 *
 * @param rows that a read gives
 * @param fields each component of each field
 * @param axes of the grid that the fields are on
 */
public record FileFacts(long rows, List<FieldFacts> fields, List<AxisFacts> axes) implements Serializable {
    public FileFacts {
        fields = List.copyOf(fields);
        axes = List.copyOf(axes);
    }
}
