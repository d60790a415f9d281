package org.spolia.jobs.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.types.StructField;
import org.junit.jupiter.api.Test;

/** The dictionary in schemas/README.md is that of the statements. With the system property {@code spolia.regenerate} the test writes it. */
class DataDictionaryTest {
    private static final Path FILE = Path.of(System.getProperty("spolia.root"), "schemas", "README.md");
    private static final String MARK =
            "<!-- dictionary: the rest is made from the statements in tables/ and views/ -->\n";
    private static final Pattern COMMENT = Pattern.compile("\\RUSING delta\\RCOMMENT '((?:[^']|'')*)'");

    @Test
    void theCheckedInDictionaryIsThatOfTheStatements() throws IOException {
        String text = Files.readString(FILE);
        String expected = text.substring(0, text.indexOf(MARK) + MARK.length()) + dictionary();
        if (Boolean.getBoolean("spolia.regenerate")) {
            Files.writeString(FILE, expected);
        }

        assertThat(Files.readString(FILE))
                .as(
                        "schemas/README.md; after a change of a statement run: mvn -pl jobs -am test -Dtest=DataDictionaryTest "
                                + "-Dsurefire.failIfNoSpecifiedTests=false -Dtest.jvm.options=-Dspolia.regenerate=true")
                .isEqualTo(expected);
    }

    private static String dictionary() {
        StringBuilder text = new StringBuilder("\n## Tables\n");
        for (Table table : Table.values()) {
            text.append("\n### ").append(table).append("\n\n").append(comment(table));
            text.append(". Key: ").append(String.join(", ", table.key())).append(".\n\n");
            text.append("| column | type | meaning |\n|---|---|---|\n");
            for (StructField column : table.schema().fields()) {
                text.append("| ").append(column.name());
                text.append(" | ").append(column.dataType().simpleString());
                text.append(" | ").append(column.getComment().get()).append(" |\n");
            }
        }
        text.append("\n## Views\n\n| view | what it shows |\n|---|---|\n");
        for (View view : latest()) {
            String first = view.statement().lines().findFirst().orElseThrow();
            text.append("| ")
                    .append(view)
                    .append(" | ")
                    .append(first.replaceFirst("^-- ", ""))
                    .append(" |\n");
        }
        return text.append("\nThese views show every version of each experiment: ")
                .append(Stream.of(View.values())
                        .filter(View::isOfAllVersions)
                        .map(View::viewName)
                        .collect(Collectors.joining(", ")))
                .append(".\n")
                .toString();
    }

    private static List<View> latest() {
        return Stream.of(View.values()).filter(view -> !view.isOfAllVersions()).toList();
    }

    private static String comment(Table table) {
        Matcher comment = COMMENT.matcher(table.definition().statement());
        assertThat(comment.find()).as(table + " has a comment").isTrue();
        return comment.group(1).replace("''", "'");
    }
}
