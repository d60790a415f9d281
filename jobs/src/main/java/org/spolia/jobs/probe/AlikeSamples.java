package org.spolia.jobs.probe;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.spolia.experiment.probe.ProbeArm;
import org.spolia.experiment.probe.RetrievedSamples;
import org.spolia.experiment.probe.SampleVector;
import org.spolia.experiment.row.RetrievedSample;
import org.spolia.jobs.encoder.EmbeddedTable;
import org.spolia.jobs.stream.Summary;

/**
 * The samples of a table that encoders consider similar, with pictures. Of encoders that differ only in seed, one is
 * used.
 */
final class AlikeSamples {
    private final String experimentId;
    private final String dataset;
    private final Set<List<String>> looked = new HashSet<>();
    /** The key is the encoder's setting, so that a table is read for pictures once for each way of cutting it. */
    private final Map<String, List<RetrievedSample>> bySetting = new LinkedHashMap<>();

    private final Map<String, EmbeddedTable> cuts = new LinkedHashMap<>();

    AlikeSamples(String experimentId, String dataset) {
        this.experimentId = experimentId;
        this.dataset = dataset;
    }

    /** Adds the embeddings of an encoder, in any order. */
    void add(EmbeddedTable embedded, List<SampleVector> vectors) {
        ProbeArm arm = embedded.arm();
        if (looked.add(List.of(arm.encoder(), arm.setting()))) {
            cuts.putIfAbsent(arm.setting(), embedded);
            bySetting
                    .computeIfAbsent(arm.setting(), setting -> new ArrayList<>())
                    .addAll(RetrievedSamples.of(experimentId, dataset, arm, vectors));
        }
    }

    List<RetrievedSample> rows(Summary summary) {
        List<RetrievedSample> rows = new ArrayList<>();
        cuts.forEach((setting, cut) -> rows.addAll(
                SamplePictures.of(summary, cut.table(), cut.config(), bySetting.getOrDefault(setting, List.of()))));
        return rows;
    }
}
