package org.spolia.jobs.source.examine;

import java.io.Serializable;
import java.util.List;
import org.spolia.jobs.source.format.AxisFacts;
import org.spolia.jobs.source.format.FieldFacts;

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
