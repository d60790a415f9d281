package org.spolia.jobs.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every public type of the main code has a docstring. */
class PublicTypesTest {
    private static final Pattern PUBLIC_TYPE = Pattern.compile(
            "^ *public (?:(?:abstract|final|sealed|static|strictfp|non-sealed) )*(?:class|@?interface|enum|record) (\\w+)",
            Pattern.MULTILINE);

    private static final Pattern ANNOTATIONS =
            Pattern.compile("(?:@[\\w.]+(?:\\((?:[^()\"]|\"(?:[^\"\\\\]|\\\\.)*\"|\\([^()]*\\))*\\))?\\s*)+$");

    @Test
    void everyPublicTypeHasADocstring() throws IOException {
        assertThat(sources().stream()
                        .flatMap(file -> withoutDocstring(read(file)).stream()
                                .map(type -> Page.ROOT.relativize(file) + ": " + type)))
                .isEmpty();
    }

    @Test
    void anAnnotationMayStandBetween() {
        assertThat(withoutDocstring("/** It. */\n@Command(name = \"a)\", value = @B(1))\n@C\npublic final class A {}"))
                .isEmpty();
        assertThat(withoutDocstring(
                        "import a.B;\n\n@C\npublic final class A {\n    /** It. */\n    public record D() {}\n}"))
                .containsExactly("A");
        assertThat(withoutDocstring("/** It. */\npublic class A {\n    int b;\n    public enum D {}\n}"))
                .containsExactly("D");
        assertThat(withoutDocstring("/* It. */\npublic interface A {}")).containsExactly("A");
    }

    private static List<String> withoutDocstring(String source) {
        Matcher types = PUBLIC_TYPE.matcher(source);
        return types.results()
                .filter(type ->
                        !endsWithDocstring(source.substring(0, type.start()).stripTrailing()))
                .map(type -> type.group(1))
                .toList();
    }

    private static boolean endsWithDocstring(String before) {
        String text = ANNOTATIONS.matcher(before).replaceFirst("").stripTrailing();
        return text.endsWith("*/") && text.startsWith("/**", text.lastIndexOf("/*"));
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> common = Files.walk(Page.ROOT.resolve("common"));
                Stream<Path> jobs = Files.walk(Page.ROOT.resolve("jobs/src"))) {
            return Stream.concat(common, jobs)
                    .filter(file ->
                            file.toString().endsWith(".java") && file.toString().contains("/src/main/"))
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
