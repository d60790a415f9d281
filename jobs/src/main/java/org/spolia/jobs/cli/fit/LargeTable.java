package org.spolia.jobs.cli.fit;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.spolia.experiment.ExperimentException;
import org.spolia.experiment.data.TrainingTable;
import org.spolia.jobs.cli.common.QueryTable;
import org.spolia.jobs.rows.RowCount;
import org.spolia.jobs.rows.RowGroups;
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
        TrainingTable kept = preparation.apply(sample(drawn, roles));
        LargeTable table = kept.variables().equals(roles.variables())
                ? new LargeTable(kept, all.rows(drawn.all()), all)
                : of(data, roles.withVariables(kept.variables()), kept, all, seed, folds);
        return table.announced();
    }

    /**
     * Draws the sample from the rows of one group, which have the same constants.
     *
     * @param column the column with the groups
     */
    static LargeTable ofGroups(
            QueryTable data, RowRoles roles, String column, PreparationFlags preparation, long seed, int count) {
        data.requireColumn(column);
        data.select(roles.columns());
        RowGroups groups = RowGroups.of(data.place(), data.rows(), column);
        TrainingTable kept;
        try (RowTable group = RowTable.of(
                data.place() + ", group '" + groups.largest() + "'", groups.largestOf(data.rows()), roles, seed, 0)) {
            kept = preparation.apply(sample(group.sample(count), roles));
        }
        RowTable blocks =
                RowTable.ofGroups(data.place(), data.rows(), roles.withVariables(kept.variables()), seed, groups);
        System.out.printf(
                Locale.ROOT,
                "%,d groups in '%s', each with its own constants in groups.csv; the search sees rows of '%s'%n",
                groups.names().size(),
                column,
                groups.largest());
        return counted(kept, blocks).announced();
    }

    private static LargeTable counted(TrainingTable sample, RowTable blocks) {
        RowCount count = blocks.count();
        count.leftOut().ifPresent(System.out::println);
        return new LargeTable(sample, blocks.rows(count.rows()), blocks);
    }

    private static TrainingTable sample(RowSample drawn, RowRoles roles) {
        return TrainingTable.read(
                drawn,
                roles.target(),
                roles.variables(),
                roles.weight().isEmpty() ? Optional.empty() : Optional.of(roles.weight()));
    }

    private LargeTable announced() {
        System.out.printf(Locale.ROOT, "%,d rows on Spark; the search sees %,d of them%n", rows.count(), sample.rows());
        return this;
    }

    private static LargeTable of(
            QueryTable data, RowRoles roles, TrainingTable sample, RowTable before, long seed, int folds) {
        before.close();
        RowTable blocks = RowTable.of(data.place(), data.select(roles.columns()), roles, seed, folds);
        return counted(sample, blocks);
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
