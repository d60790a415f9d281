package org.spolia.jobs.monitor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.spolia.experiment.binding.CanonicalJson;
import org.spolia.experiment.configuration.ExperimentConfig;
import org.spolia.experiment.configuration.MonitorConfig;
import org.spolia.experiment.monitor.Law;
import org.spolia.experiment.monitor.LawMonitor;
import org.spolia.experiment.monitor.LawWindow;
import org.spolia.experiment.monitor.MonitoredWindow;
import org.spolia.jobs.stream.Summary;
import org.spolia.jobs.tables.RecordRows;
import org.spolia.jobs.tables.Table;
import org.spolia.jobs.tables.Warehouse;

/** {@code monitor}: tests the windows of each watched law of an experiment, in the order of their files. */
final class MonitorStage {
    private MonitorStage() {}

    /**
     * Replaces the rows of the experiment.
     *
     * @return whether there was anything to do
     */
    static boolean run(Warehouse warehouse, ExperimentConfig config) {
        Summary summary = Summary.of(warehouse, MonitorDefinition.INFO, config.name(), List.of(), choices(config));
        if (summary.lacking().isEmpty()) {
            return false;
        }
        WantedLaws wanted = new WantedLaws(config, summary::read);
        List<MonitoredWindow> rows = new ArrayList<>();
        for (MonitorConfig monitor : config.monitors()) {
            List<Law> laws = wanted.of(monitor);
            Map<String, List<LawWindow>> windows = windows(summary, laws);
            for (Law law : laws) {
                rows.addAll(
                        new LawMonitor(config.name(), monitor, law).rows(windows.getOrDefault(law.id(), List.of())));
            }
        }
        summary.replace(Table.LAW_MONITOR, rows);
        return true;
    }

    private static List<String> choices(ExperimentConfig config) {
        List<String> choices = new ArrayList<>(List.of(CanonicalJson.of(config.monitors())));
        config.monitors().forEach(monitor -> choices.add(config.problem(monitor).featuresId()));
        return choices;
    }

    private static Map<String, List<LawWindow>> windows(Summary summary, List<Law> laws) {
        Object[] ids = laws.stream().map(Law::id).toArray();
        return summary.read(Table.LAW_WINDOWS).filter(functions.col("law_id").isin(ids)).collectAsList().stream()
                .map(row -> RecordRows.toRecord(row, LawWindow.class))
                .collect(Collectors.groupingBy(LawWindow::lawId));
    }

    /** Describes how many laws have ceased to hold. */
    static String outcome(Warehouse warehouse, String experiment) {
        Row counts = warehouse
                .read(Table.LAW_MONITOR)
                .filter(functions.col("experiment").equalTo(experiment))
                .selectExpr("count(*)", "count(DISTINCT law_id)", "count(DISTINCT CASE WHEN alarm THEN law_id END)")
                .head();
        return counts.getLong(0) + " windows of " + counts.getLong(1) + " laws; " + counts.getLong(2)
                + " have ceased to hold, in the view law_alarms";
    }
}
