package org.spolia.bench.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.spolia.experiment.configuration.ExperimentConfig;
import org.spolia.experiment.problem.Catalogue;

/** The experiments, problems and operator sets of a copy of {@code configs}, and mutants of them. */
final class Configurations {
    /** A folder that an experiment names. Readers require it, even if a script creates it. */
    private static final Pattern FOLDER = Pattern.compile("(?:path|model-url): *([\\w.-]+/[\\w./-]+)");

    private static final String MUTANT = "case-";
    private static final String PROBLEMS = "problems";
    private static final String OPERATOR_SETS = "operator-sets";

    /** An experiment that can use any operator sets. */
    private static final String EXPERIMENT = "quickstart.yaml";

    /** The metadata file of data sets in the layout of The Well. */
    private static final String DATA = "data";

    private final Path folder;
    private final List<Path> files;
    private final List<String> lines = new ArrayList<>();

    private Configurations(Path folder) throws IOException {
        this.folder = folder;
        this.files = SmallFiles.under(folder, ".yaml").stream()
                .filter(file -> !folder.relativize(file).startsWith(DATA) && !isMutant(file))
                .toList();
        for (Path file : files) {
            lines.addAll(Files.readAllLines(file));
        }
    }

    /** Copies the small files of a folder, which configurations refer to. */
    static Configurations copied(Path from, Path to) throws IOException {
        for (Path file : SmallFiles.under(from, "")) {
            Path copy = to.resolve(from.relativize(file));
            Files.createDirectories(copy.getParent());
            Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
        }
        Configurations configurations = new Configurations(to);
        for (String line : configurations.lines) {
            Matcher named = FOLDER.matcher(line);
            while (named.find()) {
                Path place = to.resolve(named.group(1));
                if (!Files.exists(place)) {
                    Files.createDirectories(place);
                }
            }
        }
        return configurations;
    }

    /** The folder still contains mutants that failed in an earlier run. */
    private static boolean isMutant(Path file) {
        return file.getFileName().toString().startsWith(MUTANT);
    }

    List<Path> files() {
        return files;
    }

    /** Writes a mutant next to its original, so that the files that it refers to are found. */
    Path mutant(long number, Random random) throws IOException {
        Path original = files.get(random.nextInt(files.size()));
        String text = Lines.damaged(Files.readString(original), lines, random);
        return Files.write(original.resolveSibling(MUTANT + number + ".yaml"), text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads a configuration like the command that uses it.
     *
     * @throws org.spolia.experiment.ExperimentException if it has a mistake
     */
    void read(Path file) {
        Path place = folder.relativize(file);
        if (place.startsWith(PROBLEMS)) {
            Catalogue.load(List.of(file));
        } else if (place.startsWith(OPERATOR_SETS)) {
            ExperimentConfig.load(folder.resolve(EXPERIMENT), Map.of(OPERATOR_SETS, "[{file: " + place + "}]"));
        } else {
            ExperimentConfig.load(file, Map.of());
        }
    }
}
