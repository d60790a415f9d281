package org.spolia.jobs.session;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.util.ShutdownHookManager;
import org.jspecify.annotations.Nullable;

/**
 * The temporary folder of this process, named by its id and its start. It goes when the process ends; folders of processes of the same
 * user that were killed go when the next process starts.
 */
public final class RunFolder {
    private static final String TEMPORARY = "java.io.tmpdir";
    private static final String LOCK = "lock";
    private static final Pattern NAME = Pattern.compile("spolia-run-(\\d{1,18})-(\\d{1,18})-\\w+");

    /** The clock may be set while a process runs. */
    private static final Duration SAME_START = Duration.ofMinutes(1);

    private final Path path;
    /** Held until the process ends, however it does. Processes of other containers, whose ids say nothing here, see it too. */
    private final FileLock lock;

    private RunFolder(Path path, FileLock lock) {
        this.path = path;
        this.lock = lock;
    }

    /** Makes the folder, which whatever asks for temporary files from here on is given. Later calls do nothing. */
    public static void enter() {
        System.setProperty(TEMPORARY, Entered.FOLDER.path.toString());
    }

    /** Once a process, when it is first asked for. */
    private static final class Entered {
        static final RunFolder FOLDER = make();

        private static RunFolder make() {
            Path parent = Path.of(System.getProperty(TEMPORARY));
            try {
                RunFolder folder = in(parent, ProcessHandle.current());
                ShutdownHookManager.registerShutdownDeleteDir(folder.path.toFile());
                folder.removeThoseOfTheDead();
                return folder;
            } catch (IOException e) {
                throw new UncheckedIOException(
                        parent + ": cannot have a temporary folder (" + e.getMessage()
                                + "); give another with JAVA_TOOL_OPTIONS=-D" + TEMPORARY + "=FOLDER",
                        e);
            }
        }
    }

    /** A folder that no other user can look into. */
    static RunFolder in(Path parent, ProcessHandle process) throws IOException {
        long start = process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
        Path path = Files.createTempDirectory(parent, "spolia-run-" + process.pid() + "-" + start + "-");
        FileChannel channel =
                FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        return new RunFolder(path, channel.lock());
    }

    Path path() {
        return path;
    }

    void release() throws IOException {
        lock.acquiredBy().close();
    }

    /** Removes what was left beside this folder. What cannot be removed stays, as it is in nobody's way. */
    void removeThoseOfTheDead() throws IOException {
        try (DirectoryStream<Path> beside = Files.newDirectoryStream(path.resolveSibling(""), "spolia-run-*")) {
            for (Path other : beside) {
                if (isOfTheDead(other)) {
                    remove(other);
                }
            }
        }
    }

    private boolean isOfTheDead(Path other) {
        Matcher name = NAME.matcher(String.valueOf(other.getFileName()));
        try {
            return name.matches()
                    && Files.isDirectory(other, LinkOption.NOFOLLOW_LINKS)
                    && Files.getOwner(other, LinkOption.NOFOLLOW_LINKS).equals(Files.getOwner(path))
                    && !isAlive(Long.parseLong(name.group(1)), Instant.ofEpochMilli(Long.parseLong(name.group(2))))
                    && isUnlocked(other.resolve(LOCK));
        } catch (IOException e) {
            return false;
        }
    }

    /** Whether the process has this id that had it then; one that does not tell its start may be it. */
    private static boolean isAlive(long id, Instant start) {
        return ProcessHandle.of(id)
                .filter(process -> process.info()
                        .startInstant()
                        .map(now -> Duration.between(start, now).abs().compareTo(SAME_START) < 0)
                        .orElse(true))
                .isPresent();
    }

    /** A process that has just made its folder has no lock yet, but it is alive. */
    private static boolean isUnlocked(Path file) throws IOException {
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return true;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
            FileLock free = channel.tryLock();
            return free != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    /** Links are removed, and never followed. */
    private static void remove(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                return delete(file);
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) {
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path emptied, @Nullable IOException failure) {
                return delete(emptied);
            }
        });
    }

    private static FileVisitResult delete(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            // Another process removes the same, or it is not ours; whatever stays is tried again by the next one.
            return FileVisitResult.CONTINUE;
        }
        return FileVisitResult.CONTINUE;
    }
}
