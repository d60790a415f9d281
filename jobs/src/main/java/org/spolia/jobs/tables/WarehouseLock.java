package org.spolia.jobs.tables;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.spolia.experiment.ExperimentException;
import org.spolia.jobs.session.Machine;

/** The right to write to a local warehouse. One process holds it at a time, until it ends in any way. */
public final class WarehouseLock implements AutoCloseable {
    private static final String FILE = "_lock";

    private final FileChannel channel;

    private WarehouseLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Creates the folder if it is missing, and acquires the lock. */
    public static WarehouseLock acquire(Path warehouse) {
        try {
            Files.createDirectories(warehouse);
            FileChannel channel = FileChannel.open(
                    warehouse.resolve(FILE),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE);
            if (tryLock(channel) == null) {
                channel.close();
                throw new ExperimentException("Warehouse " + warehouse + " is in use by "
                        + holder(warehouse).map(Holder::toString).orElse("another process")
                        + "; wait for it, end it, or choose another --warehouse");
            }
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(Holder.current().encode().getBytes(StandardCharsets.UTF_8)), 0);
            return new WarehouseLock(channel);
        } catch (IOException e) {
            throw new ExperimentException(
                    "Warehouse " + warehouse + " cannot be written (" + reason(e) + "); choose another --warehouse", e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    /** The process that uses this warehouse now, if any. A holder on another machine counts as alive. */
    public static Optional<Holder> holder(Path warehouse) {
        try {
            return Holder.decode(Files.readString(warehouse.resolve(FILE))).filter(Holder::isAlive);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        try {
            channel.truncate(0);
            channel.close();
        } catch (IOException e) {
            // The operating system releases the lock when the process ends, and a stale holder is known to be dead.
            System.getLogger(WarehouseLock.class.getName()).log(System.Logger.Level.DEBUG, "Lock not released", e);
        }
    }

    private static String reason(IOException e) {
        String message = e.getMessage();
        return message == null ? e.getClass().getSimpleName() : message;
    }

    /** A process. Its id may be reused later, so its start time is part of its identity. */
    public record Holder(long pid, String host, long startedAtMillis) {

        static Holder current() {
            ProcessHandle process = ProcessHandle.current();
            return new Holder(process.pid(), Machine.host(), startOf(process));
        }

        static Optional<Holder> decode(String text) {
            String[] parts = text.strip().split(" ", -1);
            return parts.length == 3
                    ? Optional.of(new Holder(Long.parseLong(parts[0]), parts[1], Long.parseLong(parts[2])))
                    : Optional.empty();
        }

        String encode() {
            return pid + " " + host + " " + startedAtMillis + "\n";
        }

        private boolean isAlive() {
            return !host.equals(Machine.host())
                    || ProcessHandle.of(pid)
                            .filter(process -> startOf(process) == startedAtMillis)
                            .isPresent();
        }

        private static long startOf(ProcessHandle process) {
            return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
        }

        @Override
        public String toString() {
            return "process " + pid + " on " + host;
        }
    }
}
