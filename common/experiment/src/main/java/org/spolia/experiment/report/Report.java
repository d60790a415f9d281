package org.spolia.experiment.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The report of one experiment: which questions it asks the tables, and the page that it makes of the answers. */
public final class Report {
    private static final List<Figure> FIGURES = List.of(
            RunFacts.figure(),
            UtilityMap.figure(),
            TransferMatrix.figure(),
            CostIntervals.figure(),
            SizeAndError.figure(),
            ModelFamilies.figure(),
            Concepts.figure(),
            BestEquations.figure(),
            ParetoFronts.figure(),
            ShortcutArm.figure());

    private Report() {}

    /** The queries by the id of their figure, in the order of the page; SQL that Spark and DuckDB both understand. */
    public static Map<String, String> queries(String experimentId) {
        Map<String, String> queries = new LinkedHashMap<>();
        FIGURES.forEach(figure -> queries.put(figure.id(), figure.query(experimentId)));
        return queries;
    }

    /**
     * The page.
     *
     * @param heading whose page it is
     * @param answers what each of the queries returned
     * @return HTML that refers to nothing outside itself
     */
    public static String page(Heading heading, Map<String, Answer> answers) {
        return Page.of(heading, FIGURES, answers);
    }
}
