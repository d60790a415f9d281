package org.spolia.jobs.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A Markdown page of the repository, split into prose and code blocks. */
record Page(Path file, List<String> prose, List<Block> blocks) {
    static final Path ROOT =
            Path.of(System.getProperty("spolia.root", "..")).toAbsolutePath().normalize();

    private static final Pattern LINK = Pattern.compile("\\[(?:[^\\[\\]]|\\[[^]]*])*]\\(([^)\\s]+)\\)");
    private static final Pattern MARK = Pattern.compile("<!-- (.*) -->");

    /** README, all pages under docs and .github, and the pages next to schemas, data and benchmarks. */
    static List<Page> all() {
        return Stream.of(
                        "README.md",
                        "docs",
                        ".github",
                        "schemas/README.md",
                        "configs/data/README.md",
                        "common/bench/README.md")
                .map(ROOT::resolve)
                .flatMap(Page::markdown)
                .sorted()
                .map(Page::read)
                .toList();
    }

    static Page read(Path file) {
        List<String> prose = new ArrayList<>();
        List<Block> blocks = new ArrayList<>();
        List<String> lines = lines(file);
        String mark = "";
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            boolean fenced = line.startsWith("```");
            if (fenced || startsIndented(lines, i)) {
                int first = fenced ? i + 1 : i;
                int end = fenced ? closingFence(lines, first) : indentedEnd(lines, first);
                String text = String.join("\n", lines.subList(first, end)) + "\n";
                blocks.add(new Block(
                        ROOT.relativize(file) + ":" + (i + 1),
                        fenced ? line.substring(3).strip() : "",
                        mark,
                        fenced ? text : text.stripIndent()));
                i = fenced ? end : end - 1;
            } else {
                prose.add(line);
            }
            Matcher comment = MARK.matcher(line);
            mark = comment.matches() ? comment.group(1) : "";
        }
        return new Page(file, List.copyOf(prose), List.copyOf(blocks));
    }

    /** Targets of relative links. */
    List<String> relativeLinks() {
        return prose.stream()
                .flatMap(line -> LINK.matcher(line.replaceAll("`[^`]*`", "")).results())
                .map(link -> link.group(1))
                .filter(target -> !target.matches("[a-z]+:.*"))
                .toList();
    }

    /** The anchors of the headings, as on GitHub. */
    Set<String> anchors() {
        Set<String> anchors = new HashSet<>();
        for (String line : prose) {
            if (line.matches("#+ .*")) {
                String words = line.replaceFirst("#+ ", "").toLowerCase(Locale.ROOT);
                String anchor = words.replaceAll("[^\\p{L}\\p{N}_ -]", "").replace(' ', '-');
                for (int i = 0; !anchors.add(i == 0 ? anchor : anchor + "-" + i); i++) {}
            }
        }
        return anchors;
    }

    @Override
    public String toString() {
        return ROOT.relativize(file).toString();
    }

    private static boolean startsIndented(List<String> lines, int i) {
        return lines.get(i).startsWith("    ") && (i == 0 || lines.get(i - 1).isBlank());
    }

    private static int closingFence(List<String> lines, int from) {
        int end = from;
        while (!lines.get(end).startsWith("```")) {
            end++;
        }
        return end;
    }

    private static int indentedEnd(List<String> lines, int from) {
        int end = from;
        for (int i = from;
                i < lines.size() && (lines.get(i).isBlank() || lines.get(i).startsWith("    "));
                i++) {
            end = lines.get(i).isBlank() ? end : i + 1;
        }
        return end;
    }

    private static Stream<Path> markdown(Path path) {
        try (Stream<Path> files = Files.walk(path)) {
            return files.filter(file -> file.toString().endsWith(".md")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
