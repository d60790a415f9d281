package org.spolia.jobs.probe;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.spolia.experiment.ExperimentException;
import org.spolia.experiment.configuration.encoder.EmbeddingConfig;
import org.spolia.experiment.configuration.probe.ProbeConfig;
import org.spolia.experiment.probe.ProbeArm;
import org.spolia.jobs.encoder.EmbeddedTable;

/**
 * The embeddings of a table to concatenate: embeddings of the same window, and of the same seed if encoders have seeds.
 */
final class ConcatenatedArms {
    private final ProbeConfig probe;
    private final String table;
    private final Map<ProbeArm, EmbeddedTable> arms;

    private ConcatenatedArms(ProbeConfig probe, String table, Map<ProbeArm, EmbeddedTable> arms) {
        this.probe = probe;
        this.table = table;
        this.arms = arms;
    }

    /**
     * Returns the requested concatenations, each as encoders in their order.
     *
     * @param arms the encoders of the table
     * @throws ExperimentException if an encoder does not embed the table, or the encoders never embed the same samples
     */
    static List<List<ProbeArm>> of(ProbeConfig probe, String table, Map<ProbeArm, EmbeddedTable> arms) {
        ConcatenatedArms choice = new ConcatenatedArms(probe, table, arms);
        return probe.concatenated().stream()
                .flatMap(encoders -> choice.of(encoders).stream())
                .toList();
    }

    private List<List<ProbeArm>> of(List<String> encoders) {
        List<List<ProbeArm>> found = List.of(List.of());
        for (String encoder : encoders) {
            List<ProbeArm> candidates = arms.keySet().stream()
                    .filter(arm -> arm.encoder().equals(encoder))
                    .toList();
            if (candidates.isEmpty()) {
                throw mistake("no entry of 'embeddings' has encoder '" + encoder + "' of " + table, "add one");
            }
            List<List<ProbeArm>> longer = new ArrayList<>();
            for (List<ProbeArm> before : found) {
                for (ProbeArm candidate : candidates) {
                    if (before.stream().allMatch(other -> together(other, candidate))) {
                        List<ProbeArm> parts = new ArrayList<>(before);
                        parts.add(candidate);
                        longer.add(List.copyOf(parts));
                    }
                }
            }
            found = longer;
        }
        if (found.isEmpty()) {
            throw mistake(
                    "encoders " + new TreeSet<>(encoders) + " have no frames of " + table + " in common for one seed",
                    "give them one 'window', 'stride' and 'seed' in 'embeddings'");
        }
        return found;
    }

    private boolean together(ProbeArm one, ProbeArm other) {
        return one.frames() == other.frames()
                && one.stride() == other.stride()
                && (seed(one).isEmpty() || seed(other).isEmpty() || seed(one).equals(seed(other)));
    }

    private Optional<Long> seed(ProbeArm arm) {
        return Optional.ofNullable(arms.get(arm))
                .map(EmbeddedTable::config)
                .filter(EmbeddingConfig::hasSeed)
                .map(EmbeddingConfig::seed);
    }

    private ExperimentException mistake(String problem, String remedy) {
        return new ExperimentException(
                "Probe '" + probe.name() + "': " + problem + " for 'concatenated'; " + remedy + ", or remove the list");
    }
}
