package org.spolia.jobs.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Comments, messages and pages are plain English, and comments end at {@value #COLUMNS} columns. */
class LanguageTest {
    private static final int COLUMNS = 120;

    /** The folders and files that are checked. */
    private static final List<String> CHECKED =
            List.of("common", "jobs/src", "schemas", "configs", "airflow", "docs", ".github", "README.md");

    /** These list the banned phrases. */
    private static final List<String> EXCEPT = List.of(
            ".github/GLOSSARY.md",
            "jobs/src/test/java/org/spolia/jobs/pages/BannedWords.java",
            "jobs/src/test/java/org/spolia/jobs/pages/LanguageTest.java");

    /** Folders of outputs, which are not in the repository. */
    private static final Pattern OUTPUTS =
            Pattern.compile("(?:^|/)(?:target|made|downloads|__pycache__|\\.venv[^/]*)/");

    @Test
    void textsUseTheTermsOfTheGlossary() {
        assertThat(findings((file, source) ->
                        Prose.of(source, ending(file)).stream().flatMap(prose -> BannedWords.in(prose).stream())))
                .isEmpty();
    }

    @Test
    void commentsEndInTime() {
        assertThat(findings(LanguageTest::longComments)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            java | int beside = 1; /* next to */                  | ~~
            java | /** The one;$ * beside it. */ int a;           | 2: 'beside'; write next to, besides, together with
            java | // it is$    // no name$                       | 1: 'is no'; write is not a
            java | fail("'" + name + "' is no name");             | 1: 'is no'; write is not a
            java | // there is no name, and it is no longer used  | ~~
            sql  | a STRING COMMENT 'Foretold'                    | 1: 'Foretold'; write predict
            rs   | beside(); // beside                            | 1: 'beside'; write next to, besides, together with
            yml  | beside: 1 # beside                             | 1: 'beside'; write next to, besides, together with
            yaml | beside: 1 # $# so many                         | 2: 'so many'; write the name of the number
            md   | Run `beside`.$```$beside$```$nothing but code  | 5: 'nothing but'; write only
            """)
    void bannedWordsAreFoundInTextsOnly(String ending, String source, String finding) {
        List<String> found = Prose.of(source.replace('$', '\n'), ending).stream()
                .flatMap(prose -> BannedWords.in(prose).stream())
                .toList();

        assertThat(found).isEqualTo(finding.isEmpty() ? List.of() : List.of(finding));
    }

    @Test
    void aCommentOf121ColumnsIsTooLong() {
        String comment = "// " + "é".repeat(COLUMNS - 3);

        assertThat(longComments(Path.of("A.java"), "int a;\n" + comment + "\n")).isEmpty();
        assertThat(longComments(Path.of("A.java"), "int a;\n" + comment + "é\n"))
                .containsExactly("2: 121 columns");
        assertThat(longComments(Path.of("A.java"), "String a = \"" + comment + "\";\n"))
                .isEmpty();
    }

    private static Stream<String> longComments(Path file, String source) {
        List<String> lines = source.lines().toList();
        return Prose.of(source, ending(file)).stream()
                .filter(Prose::isComment)
                .flatMapToInt(prose -> IntStream.range(
                        prose.line(), prose.line() + (int) prose.text().lines().count()))
                .filter(line -> columns(lines.get(line - 1)) > COLUMNS)
                .mapToObj(line -> line + ": " + columns(lines.get(line - 1)) + " columns");
    }

    private static int columns(String line) {
        return line.codePointCount(0, line.length());
    }

    private static List<String> findings(BiFunction<Path, String, Stream<String>> check) {
        return CHECKED.stream()
                .map(Page.ROOT::resolve)
                .flatMap(LanguageTest::files)
                .filter(file -> EXCEPT.stream().map(Page.ROOT::resolve).noneMatch(file::startsWith))
                .flatMap(file ->
                        check.apply(file, read(file)).map(finding -> Page.ROOT.relativize(file) + ":" + finding))
                .toList();
    }

    private static Stream<Path> files(Path path) {
        try (Stream<Path> files = Files.walk(path)) {
            return files
                    .filter(file -> Prose.isKnown(ending(file)))
                    .filter(file -> !OUTPUTS.matcher(Page.ROOT.relativize(file).toString())
                            .find())
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String ending(Path file) {
        String name = file.toString();
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
