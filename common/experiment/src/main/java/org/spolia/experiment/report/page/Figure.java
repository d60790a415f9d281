package org.spolia.experiment.report.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.function.Function;

/**
 * One figure of the page.
 *
 * @param id the id of its query and of its element on the page
 * @param title the question that it answers
 * @param needs the requirement on an experiment for rows in the figure, as HTML
 * @param drawing returns its HTML for an answer with rows
 * @param reading returns a sentence on what the answer shows and does not show, as HTML
 */
public record Figure(
        String id, String title, String needs, Function<Answer, String> drawing, Function<Answer, String> reading) {
    private static final String EXPERIMENT = ":experiment";
    private static final String RESOURCES = "/org/spolia/experiment/report/";

    /** Returns the query for an experiment, in SQL that both Spark and DuckDB understand. */
    public String query(String experimentId) {
        if (!experimentId.matches("[0-9a-f]+")) {
            throw new IllegalArgumentException("Not the id of an experiment: " + experimentId);
        }
        return resource(id + ".sql").strip().replace(EXPERIMENT, "'" + experimentId + "'");
    }

    public static String resource(String name) {
        try (InputStream file = Objects.requireNonNull(Figure.class.getResourceAsStream(RESOURCES + name), name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
