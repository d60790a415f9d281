package org.spolia.jobs.right;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A lock on a file, with its holder as the content of the file.
 *
 * <p>The operating system locks for a process as a whole, and releases a lock as soon as the process closes the file
 * anywhere. All locks of this process are therefore kept here, and a file that it has locked is never opened again.
 */
final class LockedFile {
    private static final Map<Path, LockedFile> HELD = new HashMap<>();

    private final Path file;
    private final FileChannel channel;
    private final boolean shared;
    private final Holder holder;
    private int uses = 1;

    private LockedFile(Path file, FileChannel channel, boolean shared, Holder holder) {
        this.file = file;
        this.channel = channel;
        this.shared = shared;
        this.holder = holder;
    }

    /** Locks a file for one holder. Empty if it is locked. Creates the file and its folder. */
    static Optional<LockedFile> tryExclusive(Path path, Holder holder) throws IOException {
        Path file = canonical(path);
        synchronized (HELD) {
            return HELD.containsKey(file) ? Optional.empty() : tryLock(file, holder, false);
        }
    }

    /** Locks a file for any number of holders, none of which is recorded. Empty if it is locked for one. */
    static Optional<LockedFile> tryShared(Path path, Holder holder) throws IOException {
        Path file = canonical(path);
        synchronized (HELD) {
            LockedFile held = HELD.get(file);
            if (held == null) {
                return tryLock(file, holder, true);
            }
            if (!held.shared) {
                return Optional.empty();
            }
            held.uses++;
            return Optional.of(held);
        }
    }

    /** A file has one name here, also if links lead to its folder. */
    private static Path canonical(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        return Files.createDirectories(folder).toRealPath().resolve(file.getFileName());
    }

    private static Optional<LockedFile> tryLock(Path file, Holder holder, boolean shared) throws IOException {
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock(0, Long.MAX_VALUE, shared);
            if (lock == null) {
                channel.close();
                return Optional.empty();
            }
            if (!shared) {
                channel.truncate(0);
                channel.write(ByteBuffer.wrap(holder.encode().getBytes(StandardCharsets.UTF_8)), 0);
            }
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        LockedFile held = new LockedFile(file, channel, shared, holder);
        HELD.put(file, held);
        return Optional.of(held);
    }

    /** The holder of a file that is locked for one holder at this moment. */
    static Optional<Holder> holder(Path path) {
        try {
            Path file = path.toRealPath();
            synchronized (HELD) {
                LockedFile held = HELD.get(file);
                if (held != null) {
                    return held.shared ? Optional.empty() : Optional.of(held.holder);
                }
                try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
                    return channel.tryLock(0, Long.MAX_VALUE, true) == null
                            ? Holder.decode(Files.readString(file))
                            : Optional.empty();
                }
            }
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            System.getLogger(LockedFile.class.getName()).log(System.Logger.Level.DEBUG, "Cannot read a lock", e);
            return Optional.empty();
        }
    }

    void release() {
        synchronized (HELD) {
            uses--;
            if (uses > 0) {
                return;
            }
            HELD.remove(file);
            try {
                channel.close();
            } catch (IOException e) {
                // The operating system releases the lock when the process ends.
                System.getLogger(LockedFile.class.getName()).log(System.Logger.Level.DEBUG, "Lock not released", e);
            }
        }
    }

    /** Removes the file before the lock is released, so that no other process has opened it in the meantime. */
    void removeAndRelease() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            System.getLogger(LockedFile.class.getName()).log(System.Logger.Level.DEBUG, "Lock not removed", e);
        }
        release();
    }
}
