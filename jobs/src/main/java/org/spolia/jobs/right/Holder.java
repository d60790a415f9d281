package org.spolia.jobs.right;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import org.spolia.jobs.session.Machine;

/**
 * A process that holds a lock.
 *
 * @param pid the id of the process
 * @param host its machine
 * @param since when it acquired the lock
 * @param task what it runs: a stage, or a command
 * @param continuous whether it holds the lock until it is stopped
 */
public record Holder(long pid, String host, Instant since, String task, boolean continuous) {
    private static final String CONTINUOUS = "continuous";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    static Holder current(String task, boolean continuous) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        return new Holder(ProcessHandle.current().pid(), Machine.host(), now, task, continuous);
    }

    static Optional<Holder> decode(String text) {
        String[] parts = text.strip().split("\t", -1);
        return parts.length == 5
                ? Optional.of(new Holder(
                        Long.parseLong(parts[0]),
                        parts[1],
                        Instant.parse(parts[2]),
                        parts[3],
                        parts[4].equals(CONTINUOUS)))
                : Optional.empty();
    }

    String encode() {
        return String.join("\t", Long.toString(pid), host, since.toString(), task, continuous ? CONTINUOUS : "once")
                + "\n";
    }

    /** Describes the process and its task. */
    public String description() {
        return this + ", which runs " + task + (continuous ? " until it is stopped, since " : " since ")
                + TIME.format(since) + " UTC";
    }

    @Override
    public String toString() {
        return "process " + pid + " on " + host;
    }
}
