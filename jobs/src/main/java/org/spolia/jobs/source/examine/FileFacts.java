package org.spolia.jobs.source.examine;

import java.io.Serializable;
import java.util.List;
import org.spolia.jobs.source.format.AxisFacts;
import org.spolia.jobs.source.format.FieldFacts;

/**
 * The content of a file that can be read completely.
 *
 * @param rows the number of rows
 * @param fields each component of each field
 * @param axes the axes of the grid of the fields
 */
public record FileFacts(long rows, List<FieldFacts> fields, List<AxisFacts> axes) implements Serializable {
    public FileFacts {
        fields = List.copyOf(fields);
        axes = List.copyOf(axes);
    }
}
