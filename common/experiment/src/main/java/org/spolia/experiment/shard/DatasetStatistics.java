package org.spolia.experiment.shard;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.spolia.experiment.row.DatasetStatistic;
import org.spolia.experiment.row.FieldMoments;
import org.spolia.statistics.PooledMoments;

/**
 * The numbers of The Well's {@code stats.yaml}, for every split: mean, population standard deviation and root mean
 * square of each component of each field, and of its changes from one step to the next.
 */
public final class DatasetStatistics {
    /** By file name, so that neither batches nor slots affect the rounding. */
    private static final Comparator<FieldMoments> BY_FILE = Comparator.comparing(
                    FieldMoments::split, Comparator.nullsFirst(Comparator.<String>naturalOrder()))
            .thenComparing(FieldMoments::field)
            .thenComparing(FieldMoments::component)
            .thenComparing(FieldMoments::file);

    private DatasetStatistics() {}

    /** Computes the statistics of one data set from the moments of its files. */
    public static List<DatasetStatistic> of(List<FieldMoments> files) {
        Map<Subject, PooledMoments> values = new LinkedHashMap<>();
        Map<Subject, PooledMoments> changes = new LinkedHashMap<>();
        for (FieldMoments moments : files.stream().sorted(BY_FILE).toList()) {
            Subject subject = new Subject(moments.dataset(), moments.split(), moments.field(), moments.component());
            values.merge(subject, moments.values(), PooledMoments::with);
            changes.merge(subject, moments.differences(), PooledMoments::with);
        }
        List<DatasetStatistic> statistics = new ArrayList<>();
        values.forEach((subject, moments) -> subject.add(statistics, moments, ""));
        changes.forEach((subject, moments) -> subject.add(statistics, moments, "_delta"));
        return statistics;
    }

    private record Subject(String dataset, @Nullable String split, String field, String component) {

        /** Adds nothing if there are no values, such as the changes of a field with a single step. */
        void add(List<DatasetStatistic> statistics, PooledMoments moments, String suffix) {
            if (moments.count() > 0) {
                statistics.add(statistic("mean" + suffix, moments, moments.mean()));
                statistics.add(statistic("std" + suffix, moments, moments.deviation()));
                statistics.add(statistic("rms" + suffix, moments, moments.rootMeanSquare()));
            }
        }

        private DatasetStatistic statistic(String name, PooledMoments moments, double value) {
            boolean finite = moments.isFinite();
            return new DatasetStatistic(
                    dataset,
                    split,
                    field,
                    component,
                    name,
                    finite ? (Double) value : null,
                    finite ? null : "a value is not finite");
        }
    }
}
