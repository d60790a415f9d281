package org.spolia.experiment.binding;

import org.spolia.experiment.ExperimentException;

/** Where a value was written: a file and a line, or a command-line option (line 0). */
public record Place(String source, int line) {

    /** The mistake at this place, under this key path (empty for the whole document). */
    public ExperimentException mistake(String path, String problem) {
        return new ExperimentException(this + ": " + (path.isEmpty() ? "" : path + ": ") + problem);
    }

    @Override
    public String toString() {
        return line > 0 ? source + ":" + line : source;
    }
}
