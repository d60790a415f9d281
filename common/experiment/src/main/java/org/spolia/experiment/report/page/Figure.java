package org.spolia.experiment.report.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * One figure of the page.
 *
 * @param id names its resources and its place on the page
 * @param text its texts, from its resource
 * @param drawing makes its HTML from an answer with rows
 * @param slots the values in the sentences under it, as HTML
 */
public record Figure(
        String id,
        FigureText text,
        BiFunction<FigureText, Answer, String> drawing,
        Function<Answer, Map<String, String>> slots) {
    private static final String EXPERIMENT = ":experiment";
    private static final String RESOURCES = "/org/spolia/experiment/report/";

    /** A figure that is a table. */
    public static Figure table(String id) {
        return drawn(id, (text, answer) -> text.table(answer.entries()));
    }

    /** A figure with its own drawing. */
    public static Figure drawn(String id, BiFunction<FigureText, Answer, String> drawing) {
        return new Figure(id, Json.read(resource(id + ".json"), FigureText.class), drawing, answer -> Map.of());
    }

    /** Returns this figure with values of the answer in its sentences. */
    public Figure with(Function<Answer, Map<String, String>> values) {
        return new Figure(id, text, drawing, values);
    }

    /** Returns the drawing and its sentences. */
    String body(Answer answer) {
        return drawing.apply(text, answer) + "<p class=\"reading\">" + text.reading(answer, slots.apply(answer))
                + "</p>";
    }

    /** Returns the query for an experiment, in SQL for both Spark and DuckDB. */
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
