package org.spolia.experiment.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.spolia.experiment.report.law.BestEquations;
import org.spolia.experiment.report.law.Concepts;
import org.spolia.experiment.report.law.CostIntervals;
import org.spolia.experiment.report.law.ParetoFronts;
import org.spolia.experiment.report.law.RunFacts;
import org.spolia.experiment.report.law.SetComparisonTable;
import org.spolia.experiment.report.law.SizeAndError;
import org.spolia.experiment.report.law.TransferMatrix;
import org.spolia.experiment.report.law.UtilityMap;
import org.spolia.experiment.report.page.Answer;
import org.spolia.experiment.report.page.Figure;
import org.spolia.experiment.report.page.Heading;
import org.spolia.experiment.report.page.Page;
import org.spolia.experiment.report.vector.PanelsBySize;
import org.spolia.experiment.report.vector.PretrainingGains;
import org.spolia.experiment.report.vector.RetrievalPictures;
import org.spolia.experiment.report.vector.RetrievalSheet;

/** The pages of the report: the queries and figures of each. */
public enum Report {
    /** The results of the trials of an experiment. */
    TRIALS(
            RunFacts.figure(),
            SetComparisonTable.figure(),
            UtilityMap.figure(),
            TransferMatrix.figure(),
            CostIntervals.figure(),
            SizeAndError.figure(),
            Figure.table("models"),
            Concepts.figure(),
            BestEquations.figure(),
            ParetoFronts.figure(),
            Figure.table("shortcut")),
    /** The results of probes of embeddings. */
    PROBES(
            PanelsBySize.figure("curves"),
            PanelsBySize.figure("errors"),
            PretrainingGains.figure(),
            Figure.table("harm"),
            PanelsBySize.figure("damage"),
            PanelsBySize.figure("laws"),
            PanelsBySize.figure("twin"),
            PanelsBySize.forecasts(),
            RetrievalSheet.figure(),
            RetrievalPictures.figure());

    @SuppressWarnings("Immutable") // List.of returns an immutable list.
    private final List<Figure> figures;

    Report(Figure... figures) {
        this.figures = List.of(figures);
    }

    /**
     * Returns the queries by the id of their figure, in the order of the page, in SQL that both Spark and DuckDB
     * understand.
     *
     * @param experimentId the id in the tables
     */
    public Map<String, String> queries(String experimentId) {
        Map<String, String> queries = new LinkedHashMap<>();
        figures.forEach(figure -> queries.put(figure.id(), figure.query(experimentId)));
        return queries;
    }

    /**
     * Returns the page.
     *
     * @param heading the experiment of the page
     * @param answers the result of each query
     * @return HTML without references to other files
     */
    public String page(Heading heading, Map<String, Answer> answers) {
        return Page.of(heading, figures, answers);
    }
}
