package org.spolia.jobs.sample;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.IntegralType;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructField;
import org.spolia.experiment.ExperimentException;
import org.spolia.experiment.Suggestion;
import org.spolia.experiment.configuration.probe.ProbeConfig;
import org.spolia.experiment.configuration.probe.ProbeHead;
import org.spolia.jobs.tables.ShardTable;

/** Columns of arrays that a probe predicts or uses as a mask. */
final class ProbedArrays {
    private static final List<ProbeHead> HEADS = List.of(ProbeHead.RIDGE, ProbeHead.KNN);

    private ProbedArrays() {}

    /**
     * Returns whether the target of a probe is an array of numbers.
     *
     * @throws ExperimentException if it is and the probe asks for something that arrays do not support, or if its mask
     * is not an array
     */
    static boolean require(ProbeConfig probe, ShardTable table) {
        List<String> arrays = Arrays.stream(table.schema().fields())
                .filter(ProbedArrays::isArray)
                .map(StructField::name)
                .toList();
        if (!arrays.contains(probe.target())) {
            if (probe.hasMask()) {
                throw mistake(
                        probe,
                        probe.target() + " of " + table + " is not an array, and 'mask' is for arrays only",
                        "remove 'mask'");
            }
            return false;
        }
        if (probe.hasMask() && !arrays.contains(probe.mask())) {
            throw mistake(
                    probe,
                    "table " + table + " has no column '" + probe.mask() + "' of arrays for 'mask'",
                    Suggestion.instead(probe.mask(), arrays));
        }
        if (probe.log() || probe.fineTuning().isWanted()) {
            throw mistake(
                    probe,
                    probe.target() + " of " + table
                            + " holds arrays, which are predicted without change from embeddings",
                    "remove 'log' and 'fine-tuning'");
        }
        if (probe.classes() && !hasClasses(table.schema().apply(probe.target()))) {
            throw mistake(
                    probe,
                    probe.target() + " of " + table
                            + " holds arrays of numbers that are not integers, which cannot be classes",
                    "remove 'classes'");
        }
        for (ProbeHead head : probe.heads()) {
            if (!HEADS.contains(head)) {
                throw mistake(
                        probe,
                        probe.target() + " of " + table + " holds arrays, and "
                                + head.name().toLowerCase(Locale.ROOT) + " does not predict arrays",
                        "name ridge or knn");
            }
        }
        return true;
    }

    private static boolean isArray(StructField field) {
        return field.dataType() instanceof ArrayType array
                && (array.elementType() instanceof NumericType || array.elementType() instanceof BooleanType);
    }

    private static boolean hasClasses(StructField field) {
        return field.dataType() instanceof ArrayType array
                && (array.elementType() instanceof IntegralType || array.elementType() instanceof BooleanType);
    }

    /** Returns a column as arrays of doubles, with NaN for NULL. */
    static Column numbers(Column column) {
        return functions.transform(
                column.cast("array<double>"), value -> functions.coalesce(value, functions.lit(Double.NaN)));
    }

    /**
     * Checks that the targets fit on the driver.
     *
     * @param rows rows with the column {@code numbers}
     */
    static void requireRoom(ProbeConfig probe, ShardTable table, Dataset<Row> rows) {
        long numbers = rows.agg(functions.expr("coalesce(sum(size(numbers)), 0)"))
                .head()
                .getLong(0);
        long bytes = numbers * Double.BYTES;
        if (bytes > ProbeInputs.MOST_BYTES) {
            throw mistake(
                    probe,
                    "column " + probe.target() + " of " + table + " takes " + (bytes >> 20)
                            + " MB, and stage probe holds at most " + (ProbeInputs.MOST_BYTES >> 20),
                    "shard fewer objects, or shorter arrays");
        }
    }

    private static ExperimentException mistake(ProbeConfig probe, String problem, String remedy) {
        return new ExperimentException("Probe '" + probe.name() + "': " + problem + "; " + remedy);
    }
}
