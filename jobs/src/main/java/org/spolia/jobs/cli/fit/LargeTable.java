package org.spolia.jobs.cli.fit;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.spolia.experiment.ExperimentException;
import org.spolia.experiment.data.TrainingTable;
import org.spolia.jobs.cli.common.QueryTable;
import org.spolia.jobs.rows.RowRoles;
import org.spolia.jobs.rows.RowSample;
import org.spolia.jobs.rows.RowTable;
import org.spolia.symbolic.rows.AllRows;

/**
 * A table whose rows stay on Spark, and the sample of it that a search sees.
 *
 * @param blocks the rows on the executors
 */
record LargeTable(TrainingTable sample, AllRows rows, RowTable blocks) implements AutoCloseable {
    /**
     * Draws the sample and prepares it. If only some of its variables are kept, only these are read from then on.
     *
     * @param count the rows of the sample
     */
    static LargeTable open(
            QueryTable data, RowRoles roles, PreparationFlags preparation, long seed, int folds, int count) {
        RowTable all = RowTable.of(data.place(), data.select(roles.columns()), roles, seed, folds);
        RowSample drawn = all.sample(count);
        drawn.leftOut().ifPresent(System.out::println);
        TrainingTable sample = TrainingTable.read(
                drawn,
                roles.target(),
                roles.variables(),
                roles.weight().isEmpty() ? Optional.empty() : Optional.of(roles.weight()));
        TrainingTable kept = preparation.apply(sample);
        LargeTable table = kept.variables().equals(roles.variables())
                ? new LargeTable(kept, all.rows(drawn.all()), all)
                : of(data, roles.withVariables(kept.variables()), kept, all, seed, folds);
        System.out.printf(
                Locale.ROOT,
                "%,d rows on Spark; the search sees %,d of them%n",
                table.rows().count(),
                kept.rows());
        return table;
    }

    private static LargeTable of(
            QueryTable data, RowRoles roles, TrainingTable sample, RowTable before, long seed, int folds) {
        before.close();
        RowTable blocks = RowTable.of(data.place(), data.select(roles.columns()), roles, seed, folds);
        return new LargeTable(sample, blocks.rows(), blocks);
    }

    /** Refuses several targets. */
    static String onlyTarget(List<String> targets) {
        if (targets.size() > 1) {
            throw new ExperimentException(
                    "--target: --spread rows takes one column; fit " + String.join(" and ", targets) + " one by one");
        }
        return targets.get(0);
    }

    @Override
    public void close() {
        blocks.close();
    }
}
