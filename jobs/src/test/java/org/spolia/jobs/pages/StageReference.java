package org.spolia.jobs.pages;

import java.util.List;
import java.util.stream.Collectors;
import org.spolia.jobs.pipeline.Stage;
import org.spolia.jobs.pipeline.Stages;
import org.spolia.jobs.stage.StageInfo;
import org.spolia.jobs.tables.Table;

/** The stages with what they declare. */
final class StageReference {
    private StageReference() {}

    static String text() {
        StringBuilder text = new StringBuilder("\n");
        text.append(Markdown.head("stage", "what it does", "key of its work", "runs", "reads", "writes"));
        for (Stage stage : Stages.all()) {
            StageInfo info = stage.info();
            text.append(Markdown.row(
                    Markdown.code(info.name()),
                    info.help(),
                    Markdown.code(info.key()),
                    stage.repeatsAfter()
                            .map(last -> "once, and again after " + Markdown.code(last))
                            .orElse(info.streams() ? "batch by batch, `--continuous`" : "once"),
                    info.reads().size() > 8 ? "every table" : tables(info.reads()),
                    tables(info.writes())));
        }
        return text.toString();
    }

    private static String tables(List<Table> tables) {
        return tables.stream().map(table -> Markdown.code(table.tableName())).collect(Collectors.joining(", "));
    }
}
