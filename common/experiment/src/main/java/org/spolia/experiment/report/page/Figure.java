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
 * @param text what its resource says
 * @param drawing its HTML from an answer that has rows
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

    /** A figure with a drawing of its own. */
    public static Figure drawn(String id, BiFunction<FigureText, Answer, String> drawing) {
        return new Figure(id, Json.read(resource(id + ".json"), FigureText.class), drawing, answer -> Map.of());
    }

    /** The same with values of the answer in its sentences. */
    public Figure with(Function<Answer, Map<String, String>> values) {
        return new Figure(id, text, drawing, values);
    }

    /** The drawing and what it shows. */
    String body(Answer answer) {
        return drawing.apply(text, answer) + "<p class=\"reading\">" + text.reading(answer, slots.apply(answer))
                + "</p>";
    }

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
