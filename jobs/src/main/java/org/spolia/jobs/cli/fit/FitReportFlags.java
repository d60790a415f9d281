package org.spolia.jobs.cli.fit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.spolia.experiment.ExperimentException;
import org.spolia.experiment.data.TrainingTable;
import org.spolia.experiment.fit.SavedFit;
import org.spolia.experiment.report.fit.FitPage;
import picocli.CommandLine.Option;

/** Whether {@code fit} draws a report. */
final class FitReportFlags {
    private static final String PAGE = "report.html";

    @Option(
            names = "--report",
            description = "draw the model, the front and the residuals as one page, report.html in the output folder")
    private boolean report;

    /**
     * Draws a fit whose files are written. A fit that was interrupted before it began has no files.
     *
     * @param folder the folder of the fit
     * @param table the rows of the fit
     * @param source the source of the rows
     * @param loss the loss in the notation of the command line
     */
    void write(Path folder, TrainingTable table, String source, String loss) {
        if (!report || !SavedFit.isIn(folder)) {
            return;
        }
        Path page = folder.resolve(PAGE);
        try {
            Files.writeString(page, FitPage.of(SavedFit.read(folder), table, source, loss));
        } catch (IOException e) {
            throw new ExperimentException(page + ": cannot be written (" + e + "); is the disk full?", e);
        }
        System.out.println("drawn: " + page);
    }
}
