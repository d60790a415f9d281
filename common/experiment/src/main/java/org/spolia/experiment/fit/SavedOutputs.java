package org.spolia.experiment.fit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.spolia.experiment.ExperimentException;
import org.spolia.experiment.TextFile;
import org.spolia.experiment.binding.CanonicalJson;
import org.spolia.experiment.binding.Document;
import org.spolia.symbolic.key.Key;

/**
 * The locations of the files of a fit of several targets, as {@code outputs.json} stores them: a folder for each,
 * numbered in their order. A fit of one target has no such file.
 */
public record SavedOutputs(
        @Key(value = "the targets in their order", minItems = 1)
        List<SavedOutput> outputs) {
    static final String FILE = "outputs.json";

    /**
     * Returns the folders for targets, after writing the file with their list.
     *
     * @param resume whether the folder contains a fit of the same targets
     */
    static List<Path> folders(Path folder, List<String> targets, boolean resume) {
        FitFiles files = new FitFiles(folder);
        boolean several = Files.exists(folder.resolve(FILE));
        if (targets.size() == 1 && !(resume && several)) {
            files.removeOutputs();
            return List.of(folder);
        }
        if (resume && !several) {
            throw new ExperimentException(folder + ": has no " + FILE
                    + "; --resume takes the --output folder of an earlier fit of the same targets");
        }
        SavedOutputs wanted = new SavedOutputs(IntStream.range(0, targets.size())
                .mapToObj(i -> new SavedOutput(targets.get(i), "output" + (i + 1)))
                .toList());
        if (resume && !read(folder).equals(wanted)) {
            throw new ExperimentException(folder.resolve(FILE) + ": has fits of "
                    + String.join(",", read(folder).targets())
                    + "; give the same --target, or start again without --resume");
        }
        files.writeOutputs(CanonicalJson.of(wanted) + "\n");
        return wanted.outputs().stream()
                .map(output -> folder.resolve(output.folder()))
                .toList();
    }

    private List<String> targets() {
        return outputs.stream().map(SavedOutput::target).toList();
    }

    private static SavedOutputs read(Path folder) {
        Path file = folder.resolve(FILE);
        return Document.parse(TextFile.read(file), file.toString()).bind(SavedOutputs.class);
    }

    /**
     * Reads the results of a fit of one or several targets, given its folder or, for one target, {@code model.json}.
     */
    public static List<SavedFit> fits(Path place) {
        if (!Files.exists(place.resolve(FILE))) {
            return List.of(SavedFit.read(place));
        }
        return read(place).outputs().stream()
                .map(output -> SavedFit.read(place.resolve(output.folder())))
                .toList();
    }
}
