package org.spolia.bench.data;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.spolia.bench.common.Command;
import org.spolia.bench.common.Folders;
import org.spolia.bench.common.Peers;

/**
 * Plans reads of all data sets of The Well at once, in a process with 1 GiB of memory. The files have the right shapes,
 * but their data were never written, so 16 TB take a few megabytes on disk. Times are those of whole commands,
 * including the start of a JVM and a session.
 */
public final class Planning {
    private static final int FILES = 1116;
    private static final double MOST_SECONDS = 60;

    /** The JVM reads this variable after the options of the launcher. */
    private static final Map<String, String> MEMORY = Map.of("_JAVA_OPTIONS", "-Xmx1g");

    /** A tile size so large that every frame is one row. */
    private static final String FRAMES = ";tile=200000000";

    private static final String FILTER = "split = 'train' AND trajectory = 3 AND parameter_zeta = 9";
    private static final Pattern PLANNED = Pattern.compile("(\\d+) files in (\\d+) partitions, (\\d+) bytes");

    private final Peers peers;
    private final Command spolia;

    public Planning(Path home) {
        this.peers = new Peers(home);
        this.spolia = new Command(home, MEMORY);
    }

    public void run() throws IOException, InterruptedException {
        Optional<List<String>> program = peers.python("well_shapes.py");
        if (program.isEmpty()) {
            return;
        }
        Path folder = Files.createTempDirectory("spolia-planning");
        try {
            Made made = make(program.get(), folder.resolve("well"));
            System.out.printf(
                    Locale.ROOT,
                    "%d files of %.2f TB on %.0f MB of disk, in processes of 1 GiB%n",
                    made.files,
                    made.bytes / 1e12,
                    made.stored / 1e6);
            Planned everything = plan(folder, "SELECT * FROM well");
            say("everything", everything);
            Planned filtered = plan(folder, "SELECT * FROM well WHERE " + FILTER);
            say(FILTER, filtered);
            count(folder, made);
            System.out.printf(Locale.ROOT, "planning.seconds\tratio\t%.2f%n", MOST_SECONDS / everything.seconds);
            System.out.printf("planning.files\tcount\t%d/%d%n", everything.files, FILES);
        } finally {
            Folders.delete(folder);
        }
    }

    private record Made(long files, long frames, long bytes, long stored) {}

    private static Made make(List<String> program, Path folder) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                Stream.concat(program.stream(), Stream.of(folder.toString())).toList());
        Process process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("The files could not be made; the output of Python says why");
        }
        long[] sums = Arrays.stream(output.strip().split(" "))
                .mapToLong(Long::parseLong)
                .toArray();
        return new Made(sums[0], sums[1], sums[2], sums[3]);
    }

    private record Planned(long files, long partitions, long bytes, double seconds) {}

    private Planned plan(Path folder, String query) throws IOException, InterruptedException {
        long start = System.nanoTime();
        List<String> lines = ask(folder, "", "EXPLAIN " + query);
        double seconds = (System.nanoTime() - start) / 1e9;
        Matcher matcher = PLANNED.matcher(String.join(" ", lines));
        if (!matcher.find()) {
            throw new IOException("The plan of '" + query + "' has no line about its reads: " + lines);
        }
        return new Planned(
                Long.parseLong(matcher.group(1)),
                Long.parseLong(matcher.group(2)),
                Long.parseLong(matcher.group(3)),
                seconds);
    }

    private static void say(String what, Planned planned) {
        System.out.printf(
                Locale.ROOT,
                "%s: %d files, %d partitions, %d bytes planned in %.1f s%n",
                what,
                planned.files,
                planned.partitions,
                planned.bytes,
                planned.seconds);
    }

    /** The data are too large to be read in this time, so the count comes from metadata. */
    private void count(Path folder, Made made) throws IOException, InterruptedException {
        long start = System.nanoTime();
        List<String> lines = ask(folder, FRAMES, "SELECT count(*) FROM well");
        double seconds = (System.nanoTime() - start) / 1e9;
        long frames = Long.parseLong(lines.get(lines.size() - 1));
        if (frames != made.frames) {
            throw new IOException("The headers have " + made.frames + " frames, and count(*) says " + frames);
        }
        String plan = String.join(" ", ask(folder, FRAMES, "EXPLAIN SELECT count(*) FROM well"));
        if (plan.contains("BatchScan")) {
            throw new IOException("count(*) reads files: " + plan);
        }
        System.out.printf(Locale.ROOT, "count(*): %d frames, 0 bytes planned, in %.1f s%n", frames, seconds);
    }

    private List<String> ask(Path folder, String options, String query) throws IOException, InterruptedException {
        return spolia.lines(
                "sql",
                "--format",
                "csv",
                "--warehouse",
                folder.resolve("out").toString(),
                "--files",
                "well=well:" + folder.resolve("well/datasets") + options,
                query);
    }
}
