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
 * The temporary folder of this process, named by its process id and start time. It is removed when the process ends.
 * The next process removes the folders of killed processes of the same user.
 */
public final class RunFolder {
    private static final String TEMPORARY = "java.io.tmpdir";
    private static final String LOCK = "lock";
    private static final Pattern NAME = Pattern.compile("spolia-run-(\\d{1,18})-(\\d{1,18})-\\w+");

    /** The clock may be changed while a process runs. */
    private static final Duration SAME_START = Duration.ofMinutes(1);

    private final Path path;
    /**
     * Held until the process ends in any way. Processes of other containers, whose ids are unknown here, see it too.
     */
    private final FileLock lock;

    private RunFolder(Path path, FileLock lock) {
        this.path = path;
        this.lock = lock;
    }

    /** Creates the folder and makes it the default for temporary files. Later calls do nothing. */
    public static void enter() {
        System.setProperty(TEMPORARY, Entered.FOLDER.path.toString());
    }

    /** Created once a process, on first use. */
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
                                + "); set another one with JAVA_TOOL_OPTIONS=-D" + TEMPORARY + "=FOLDER",
                        e);
            }
        }
    }

    /** Creates a folder that other users cannot read. */
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

    /** Removes folders of dead processes. A folder that cannot be removed stays and does no harm. */
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

    /**
     * Returns whether the process that had this id then is alive; a process with an unknown start time may be the same.
     */
    private static boolean isAlive(long id, Instant start) {
        return ProcessHandle.of(id)
                .filter(process -> process.info()
                        .startInstant()
                        .map(now -> Duration.between(start, now).abs().compareTo(SAME_START) < 0)
                        .orElse(true))
                .isPresent();
    }

    /** A process that has just created its folder has no lock yet, but it is alive. */
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
            // Another process removes the same file, or the file belongs to another user. The next process tries again
            // to remove the rest.
            return FileVisitResult.CONTINUE;
        }
        return FileVisitResult.CONTINUE;
    }
}
