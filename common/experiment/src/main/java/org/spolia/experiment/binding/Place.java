package org.spolia.experiment.binding;

import org.spolia.experiment.ExperimentException;

/** The source of a value: a file and a line, or a command-line option (line 0). */
public record Place(String source, int line) {

    /** Returns the error at this place and key path, which is empty for the whole document. */
    public ExperimentException mistake(String path, String problem) {
        return new ExperimentException(this + ": " + (path.isEmpty() ? "" : path + ": ") + problem);
    }

    @Override
    public String toString() {
        return line > 0 ? source + ":" + line : source;
    }
}
