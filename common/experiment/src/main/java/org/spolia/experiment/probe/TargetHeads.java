package org.spolia.experiment.probe;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.spolia.experiment.configuration.probe.ProbeConfig;
import org.spolia.experiment.configuration.probe.ProbeHead;

/** The heads for the target of a probe of any kind: numbers, classes, or arrays of either. */
final class TargetHeads {
    private final ProbeConfig probe;
    private final LabelledVectors learned;
    private final List<String> labels;
    private final Segments segments;

    private TargetHeads(ProbeConfig probe, LabelledVectors learned, List<String> labels, Segments segments) {
        this.probe = probe;
        this.learned = learned;
        this.labels = labels;
        this.segments = segments;
    }

    /**
     * Returns the heads of a probe.
     *
     * @param learned the training table
     * @param others further scored tables, whose classes count
     */
    static TargetHeads of(ProbeConfig probe, LabelledVectors learned, List<LabelledVectors> others) {
        List<ProbeTargets> targets = Stream.concat(Stream.of(learned), others.stream())
                .map(LabelledVectors::targets)
                .toList();
        Set<String> labels = new TreeSet<>();
        targets.forEach(table -> labels.addAll(table.labels()));
        return new TargetHeads(probe, learned, List.copyOf(labels), Segments.of(targets));
    }

    /** The number of classes. */
    int classes() {
        return learned.targets().length() > 0 ? segments.classes().size() : labels.size();
    }

    /** Returns a head that is not trained by gradients. */
    LearningHead of(ProbeHead head) {
        String name = head.name().toLowerCase(Locale.ROOT);
        if (learned.targets().length() == 0) {
            return new LearningHead(
                    name,
                    TrainedHead.metrics(head, probe.classes()),
                    (train, folds) -> trained(TrainedHead.of(
                            head, learned.vectors(train), target(learned, train), countOfClasses(), folds)));
        }
        if (probe.classes()) {
            return new LearningHead(
                    name,
                    segments.metrics(),
                    (train, folds) -> ofArrays(TrainedHead.ofArrays(
                            head,
                            learned.vectors(train),
                            segments.indicators(learned.arrays(train)),
                            folds,
                            segments::scores)));
        }
        return new LearningHead(
                name,
                TrainedHead.metrics(false),
                (train, folds) -> ofArrays(TrainedHead.ofArrays(
                        head, learned.vectors(train), learned.arrays(train), folds, TrainedHead::arrayScores)));
    }

    /** Returns a head that is trained by gradients. */
    LearningHead of(String name, SampleTrainer trainer) {
        return new LearningHead(
                name,
                TrainedHead.metrics(probe.classes()),
                (train, folds) -> trained(TrainedHead.of(
                        trainer, learned.vectors(train), target(learned, train), countOfClasses(), folds)));
    }

    private static LearningHead.Trained ofArrays(TrainedHead<double[][]> head) {
        return new LearningHead.Trained(
                (vectors, rows) -> head.scores().apply(vectors.vectors(rows), vectors.arrays(rows)), head.choice());
    }

    private LearningHead.Trained trained(TrainedHead<double[]> head) {
        return new LearningHead.Trained(
                (vectors, rows) -> head.scores().apply(vectors.vectors(rows), target(vectors, rows)), head.choice());
    }

    /** The number of classes for heads: 0 for numbers. */
    private int countOfClasses() {
        return probe.classes() ? labels.size() : 0;
    }

    private double[] target(LabelledVectors vectors, int[] rows) {
        return probe.classes() ? vectors.classes(rows, labels) : vectors.numbers(rows);
    }
}
