package org.spolia.jobs.rows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.spolia.experiment.ExperimentException;
import org.spolia.symbolic.expression.Decimal;

/**
 * A draw of rows in two passes: a few rows give the strata of the target, and the rows with the smallest hashes in each
 * stratum are its part of the sample.
 */
final class StratifiedSample {
    private static final int STRATA = 16;
    private static final int ROWS_FOR_STRATA = 256 * STRATA;

    /** Room for strata that have more rows than the first rows make believe. */
    private static final double ROOM = 1.25;

    private static final int LEAST_ROOM = 64;

    /** A pass over the rows. */
    interface Survey {
        RowSurvey of(double[] edges, int[] capacities);
    }

    private final String place;
    private final RowRoles roles;
    private final RowLayout layout;
    private final Survey survey;

    StratifiedSample(String place, RowRoles roles, RowLayout layout, Survey survey) {
        this.place = place;
        this.roles = roles;
        this.layout = layout;
        this.survey = survey;
    }

    /** @param count the number of rows; fewer if the table has no more */
    RowSample draw(int count) {
        RowSurvey first = survey.of(new double[0], new int[] {ROWS_FOR_STRATA});
        require(first);
        double[] targets = first.strata()[0].take(ROWS_FOR_STRATA).stream()
                .mapToDouble(row -> row[layout.variables()])
                .sorted()
                .toArray();
        double[] edges = edges(targets);
        int[] capacities = new int[edges.length + 1];
        for (int stratum = 0; stratum < capacities.length; stratum++) {
            int inside = place(targets, edges, stratum + 1) - place(targets, edges, stratum);
            double share = first.rows() <= count ? 1 : ROOM * inside / targets.length;
            capacities[stratum] = (int) Math.ceil(share * count) + LEAST_ROOM;
        }
        RowSurvey second = survey.of(edges, capacities);
        List<double[]> rows = new ArrayList<>();
        long passed = 0;
        long all = second.rows();
        long wanted = Math.min(count, all);
        for (RowSketch stratum : second.strata()) {
            long before = passed * wanted / all;
            passed += stratum.rows();
            rows.addAll(stratum.take((int) (passed * wanted / all - before)));
        }
        rows.sort(Arrays::compare);
        return new RowSample(place, roles.columns(), rows, all, second.leftOut().text(roles.columns()));
    }

    /** Returns the values of the target at which a new stratum begins. */
    private static double[] edges(double[] sorted) {
        return IntStream.range(1, STRATA)
                .mapToDouble(i -> sorted[(int) ((long) i * sorted.length / STRATA)])
                .filter(edge -> edge > sorted[0])
                .distinct()
                .toArray();
    }

    /** Returns the number of targets before a stratum. */
    private static int place(double[] sorted, double[] edges, int stratum) {
        if (stratum == 0 || stratum > edges.length) {
            return stratum == 0 ? 0 : sorted.length;
        }
        int place = Arrays.binarySearch(sorted, edges[stratum - 1]);
        while (place > 0 && sorted[place - 1] == sorted[place]) {
            place--;
        }
        return place;
    }

    private void require(RowSurvey rows) {
        for (int column = 0; column < roles.columns().size(); column++) {
            long inexact = rows.leftOut().inexactIn(column);
            if (inexact > 0) {
                throw new ExperimentException(
                        place + ": column '" + roles.columns().get(column) + "': " + inexact
                                + " values have more digits than a double can hold; scale it with --query");
            }
        }
        if (rows.rows() < 2) {
            throw new ExperimentException(place + ": has "
                    + (rows.rows() == 0 ? "no row" : "1 row") + " with a finite number in each column"
                    + rows.leftOut()
                            .text(roles.columns())
                            .map(text -> " (" + text + ")")
                            .orElse("")
                    + "; a regression needs at least 2");
        }
        if (rows.leftOut().rowsWithoutWeight() > 0) {
            throw new ExperimentException(place + ": column '" + roles.weight() + "': "
                    + rows.leftOut().rowsWithoutWeight() + " weights are not allowed; weights must be > 0");
        }
        if (!rows.varies()) {
            throw new ExperimentException(place + ": column '" + roles.target() + "': is "
                    + Decimal.shortest(rows.least()) + " in every row; a target must vary");
        }
    }
}
