package org.spolia.experiment.monitor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.spolia.experiment.configuration.MonitorConfig;
import org.spolia.experiment.data.Split;
import org.spolia.statistics.DriftTest;

/**
 * Tests the windows of a law in the order of their files, each split by itself. Windows are ranked by their mean loss,
 * which no other window enters, so the probability of a false alarm holds for windows of any size. A loss that is not
 * finite is the highest.
 */
public final class LawMonitor {
    private static final Comparator<LawWindow> ORDER = Comparator.comparing(LawWindow::file)
            .thenComparing(LawWindow::trajectory, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparingLong(LawWindow::first);
    private static final int HEXADECIMAL = 16;

    private final String experiment;
    private final MonitorConfig config;
    private final Law law;
    private final String lawId;

    /**
     * Creates the monitor of a law.
     *
     * @param experiment the name of the experiment
     */
    public LawMonitor(String experiment, MonitorConfig config, Law law) {
        this.experiment = experiment;
        this.config = config;
        this.law = law;
        this.lawId = law.id();
    }

    /** Returns a row for each window of the watched splits. */
    public List<MonitoredWindow> rows(List<LawWindow> windows) {
        List<MonitoredWindow> rows = new ArrayList<>();
        for (Split split : config.splits()) {
            rows.addAll(rowsOf(windows.stream()
                    .filter(window -> window.split().equals(split.label()))
                    .sorted(ORDER)
                    .toList()));
        }
        return rows;
    }

    private List<MonitoredWindow> rowsOf(List<LawWindow> windows) {
        long seed = Long.parseUnsignedLong(lawId.substring(0, HEXADECIMAL), HEXADECIMAL);
        DriftTest test = DriftTest.of(config.level(), 0, 1, seed);
        Double reference = reference(windows);
        List<MonitoredWindow> rows = new ArrayList<>();
        for (LawWindow window : windows) {
            Double loss = loss(window);
            boolean alarm = test.see(1, loss == null ? Double.POSITIVE_INFINITY : loss);
            rows.add(new MonitoredWindow(
                    experiment,
                    config.problem(),
                    lawId,
                    law.expression(),
                    window.split(),
                    rows.size() + 1,
                    window.file(),
                    window.trajectory(),
                    window.first(),
                    window.rows(),
                    window.invalidRows(),
                    loss,
                    standardError(window, loss),
                    reference,
                    config.referenceWindows(),
                    config.level(),
                    Math.min(test.capital(), Double.MAX_VALUE),
                    test.pValue(),
                    alarm,
                    alarm ? test.alarm() : null));
        }
        return rows;
    }

    /** The mean loss of the rows of the first windows; null if there is none. */
    private @Nullable Double reference(List<LawWindow> windows) {
        double sum = 0;
        long rows = 0;
        for (LawWindow window : windows.subList(0, Math.min(windows.size(), config.referenceWindows()))) {
            Double losses = window.lossSum();
            if (losses != null && window.invalidRows() == 0) {
                sum += losses;
                rows += window.rows();
            }
        }
        return rows == 0 || !Double.isFinite(sum) ? null : sum / rows;
    }

    private static @Nullable Double loss(LawWindow window) {
        Double sum = window.lossSum();
        return sum == null || window.invalidRows() > 0 ? null : sum / window.rows();
    }

    /** The standard error of the mean loss; null if there is none. */
    private static @Nullable Double standardError(LawWindow window, @Nullable Double loss) {
        Double squares = window.lossSquares();
        if (loss == null || squares == null || window.rows() < 2) {
            return null;
        }
        double variance = (squares / window.rows() - loss * loss) / (window.rows() - 1);
        return Double.isFinite(variance) ? Math.sqrt(Math.max(0, variance)) : null;
    }
}
