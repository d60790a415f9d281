package org.spolia.jobs.report;

import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.List;
import org.spolia.experiment.configuration.ExperimentConfig;
import org.spolia.experiment.report.Report;
import org.spolia.experiment.report.page.Heading;
import org.spolia.jobs.pipeline.Stage;
import org.spolia.jobs.pipeline.StageRun;
import org.spolia.jobs.pipeline.Work;
import org.spolia.jobs.stage.Leftover;
import org.spolia.jobs.stage.StageInfo;
import org.spolia.jobs.stage.StageListener;
import org.spolia.jobs.tables.Table;
import org.spolia.jobs.tables.Warehouse;
import org.spolia.symbolic.key.Names;

/** {@code report}: reads every table, and writes one page for trials and one for probes. */
@AutoService(Stage.class)
public final class ReportDefinition implements Stage {
    public static final StageInfo INFO = StageInfo.once(
                    "report", 110, "Write the results of an experiment as an HTML page.")
            .worksOn("problems", "problems to search, or probes")
            .reads(Table.builtIn());

    @Override
    public StageInfo info() {
        return INFO;
    }

    @Override
    public boolean hasWork(ExperimentConfig config) {
        return config.hasTrials() || !config.probes().isEmpty();
    }

    @Override
    public List<Work> works(StageRun run) {
        ExperimentConfig config = run.config();
        List<Work> works = new ArrayList<>();
        if (!config.probes().isEmpty()) {
            String id = config.probesId();
            works.add(Work.of(listener ->
                    write(run, Report.PROBES, new Heading(id, config.name(), config.description()), listener)));
        }
        if (config.hasTrials()) {
            works.add(Work.of(listener ->
                    write(run, Report.TRIALS, ReportStage.heading(run.plans().experiment()), listener)));
        }
        return works;
    }

    private static void write(StageRun run, Report report, Heading heading, StageListener listener) {
        boolean written =
                run.right(INFO, Names.kebab(report)).compute(() -> ReportStage.run(run.warehouse(), report, heading));
        listener.report((written ? "written: " : "nothing to do, the report is in ")
                + ReportStage.page(run.warehouse(), report).toUri().getPath());
    }

    @Override
    public long bytesRead(Warehouse warehouse) {
        return warehouse.bytes(List.of(Table.CANDIDATES, Table.SCORES));
    }

    @Override
    public List<Leftover> leftovers(Warehouse warehouse) {
        return ReportStage.pages(warehouse).stream()
                .map(page -> new Leftover("page", page, page.getParent()))
                .toList();
    }
}
