package org.spolia.jobs.right;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.spolia.experiment.ExperimentException;

/**
 * The use of a local warehouse by a process that writes. Any number of processes share a warehouse; a process that
 * removes or changes tables has it alone. It lasts until it is closed, or the process ends in any way.
 */
public final class WarehouseUse implements AutoCloseable {
    /** Earlier versions of Spolia lock this file for one process. */
    private static final String FILE = "_lock";

    private static final String USERS = "use-";

    private final LockedFile lock;
    private final LockedFile user;
    private final Optional<Path> emptied;

    private WarehouseUse(LockedFile lock, LockedFile user, Optional<Path> emptied) {
        this.lock = lock;
        this.user = user;
        this.emptied = emptied;
    }

    /**
     * Uses a warehouse together with others. Creates the folder if it is missing.
     *
     * @param command what this process runs, for others
     * @throws ExperimentException if a process has it alone, or it cannot be written
     */
    public static WarehouseUse shared(Path warehouse, String command) {
        Holder me = Holder.current(command, false);
        try {
            LockedFile lock = LockedFile.tryShared(warehouse.resolve(FILE), me)
                    .orElseThrow(() -> new ExperimentException("Warehouse " + warehouse + " is in use by "
                            + LockedFile.holder(warehouse.resolve(FILE))
                                    .map(Holder::description)
                                    .orElse("another process")
                            + "; wait for it, end it, or choose another --warehouse"));
            return new WarehouseUse(lock, register(warehouse, me), Optional.empty());
        } catch (IOException e) {
            throw unwritable(warehouse, e);
        }
    }

    /**
     * Uses a warehouse alone.
     *
     * @param command what this process runs, for others
     * @throws ExperimentException if another process uses it, or it cannot be written
     */
    public static WarehouseUse alone(Path warehouse, String command) {
        Holder me = Holder.current(command, false);
        try {
            LockedFile lock = LockedFile.tryExclusive(warehouse.resolve(FILE), me)
                    .orElseThrow(() -> new ExperimentException("Warehouse " + warehouse + " is in use by "
                            + users(warehouse) + "; wait until it ends, or end it, and run " + command + " again"));
            removeRecords(warehouse);
            return new WarehouseUse(lock, register(warehouse, me), Optional.of(locks(warehouse)));
        } catch (IOException e) {
            throw unwritable(warehouse, e);
        }
    }

    private static LockedFile register(Path warehouse, Holder me) throws IOException {
        Path file = locks(warehouse).resolve(USERS + me.pid() + "-" + UUID.randomUUID());
        return LockedFile.tryExclusive(file, me).orElseThrow();
    }

    /** Nobody else uses the warehouse, so all records of locks are remains of processes that ended. */
    private static void removeRecords(Path warehouse) throws IOException {
        for (Path file : files(warehouse, "*")) {
            Files.deleteIfExists(file);
        }
    }

    private static String users(Path warehouse) {
        List<Holder> users = ofWarehouse(warehouse);
        return users.isEmpty()
                ? "another process"
                : users.stream().map(Holder::description).collect(Collectors.joining(", and by "));
    }

    /** The processes that use a warehouse at this moment. */
    public static List<Holder> ofWarehouse(Path warehouse) {
        return holders(warehouse, USERS + "*");
    }

    /** The holders of files whose name matches a pattern, the first one first. */
    static List<Holder> holders(Path warehouse, String pattern) {
        List<Holder> holders = new ArrayList<>();
        for (Path file : files(warehouse, pattern)) {
            LockedFile.holder(file).ifPresent(holders::add);
        }
        holders.sort(Comparator.comparing(Holder::since).thenComparing(Holder::pid));
        return holders;
    }

    private static List<Path> files(Path warehouse, String pattern) {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(locks(warehouse), pattern)) {
            found.forEach(files::add);
        } catch (IOException e) {
            return List.of();
        }
        return files;
    }

    static Path locks(Path warehouse) {
        return warehouse.resolve("_locks");
    }

    static ExperimentException unwritable(Path warehouse, IOException e) {
        String reason =
                Optional.ofNullable(e.getMessage()).orElseGet(() -> e.getClass().getSimpleName());
        return new ExperimentException(
                "Warehouse " + warehouse + " cannot be written (" + reason + "); choose another --warehouse", e);
    }

    @Override
    public void close() {
        user.removeAndRelease();
        // No other process creates a file here before it shares the warehouse.
        emptied.ifPresent(folder -> folder.toFile().delete());
        lock.release();
    }
}
