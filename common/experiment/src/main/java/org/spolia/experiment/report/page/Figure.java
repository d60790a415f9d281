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
 * @param id names its query and its place on the page
 * @param title the question that it answers
 * @param needs what an experiment must have for it to have rows, as HTML
 * @param drawing its HTML from an answer that has rows
 * @param reading a sentence on what the answer shows, and what it does not, as HTML
 */
public record Figure(
        String id, String title, String needs, Function<Answer, String> drawing, Function<Answer, String> reading) {
    private static final String EXPERIMENT = ":experiment";
    private static final String RESOURCES = "/org/spolia/experiment/report/";

    /** The query for an experiment, in SQL that Spark and DuckDB both understand. */
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
