package org.spolia.hdf5;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import org.spolia.hdf5.data.ChunkCache;
import org.spolia.hdf5.filter.Scratch;
import org.spolia.hdf5.structure.Source;
import org.spolia.hdf5.type.Hdf5Exception;

/**
 * An HDF5 file, open for reading. Structure is read on demand, and data slab by slab. An object that cannot be read,
 * because of damage or an unsupported feature, fails alone; its siblings stay readable.
 *
 * <p>Not thread-safe: each thread opens the file for itself.
 */
public final class Hdf5File implements Closeable {
    /** Holds a few frames of the usual simulations, or the chunks of one row of large images. */
    private static final long CACHE_BYTES = 64L << 20;

    private final FileChannel channel;
    private final boolean closesChannel;
    private final Scratch scratch;
    private final Hdf5Group root;
    private final String name;
    private final long size;

    private Hdf5File(FileChannel channel, boolean closesChannel, String name, long cacheBytes) {
        this.channel = channel;
        this.closesChannel = closesChannel;
        this.name = name;
        this.scratch = new Scratch();
        Source source = Source.open(channel, name);
        ObjectReader objects = new ObjectReader(source, scratch, new ChunkCache(cacheBytes));
        this.size = source.size();
        this.root = new Hdf5Group(objects, source.superblock().root(), "/");
    }

    /** Opens a local file. */
    public static Hdf5File open(Path file) {
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
            try {
                return new Hdf5File(channel, true, file.toString(), CACHE_BYTES);
            } catch (RuntimeException e) {
                channel.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": cannot be opened (" + e.getMessage() + ")", e);
        }
    }

    /**
     * Reads from a channel, which stays open when this file is closed. Only its size and its reads at positions are
     * used, so it can represent a file of any file system.
     *
     * @param name the name of the file, for messages
     */
    public static Hdf5File open(FileChannel channel, String name) {
        return open(channel, name, CACHE_BYTES);
    }

    /** The same, with another size of the cache for decoded chunks that slabs read in part. */
    public static Hdf5File open(FileChannel channel, String name, long cacheBytes) {
        return new Hdf5File(channel, false, name, cacheBytes);
    }

    public String name() {
        return name;
    }

    /** The size of the file in bytes. */
    public long size() {
        return size;
    }

    public Hdf5Group root() {
        return root;
    }

    /** The dataset at a path from the root, with or without a leading slash. */
    public Hdf5Dataset dataset(String path) {
        return root.dataset(path.startsWith("/") ? path.substring(1) : path);
    }

    /** The group at a path from the root. */
    public Hdf5Group group(String path) {
        String relative = path.startsWith("/") ? path.substring(1) : path;
        return relative.isEmpty() ? root : root.group(relative);
    }

    /** All datasets that can be described, group by group, in the order of their names. */
    public List<Hdf5Dataset> datasets() {
        List<Hdf5Dataset> datasets = new ArrayList<>();
        root.visit(datasets::add, (path, failure) -> {});
        return datasets;
    }

    /** The objects that cannot be described, by path, with the reason. */
    public NavigableMap<String, Hdf5Exception> unreadable() {
        NavigableMap<String, Hdf5Exception> unreadable = new TreeMap<>();
        root.visit(dataset -> {}, unreadable::put);
        return unreadable;
    }

    /** The attributes of the root. */
    public SortedMap<String, Hdf5Value> attributes() {
        return root.attributes();
    }

    /** The attribute of the root with this name. */
    public Hdf5Value attribute(String attribute) {
        return root.attribute(attribute);
    }

    /** The number of chunks whose filters have been undone since the file was opened. */
    public long decodedChunks() {
        return scratch.chunks();
    }

    @Override
    public void close() {
        scratch.close();
        if (!closesChannel) {
            return;
        }
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(name + ": cannot be closed (" + e.getMessage() + ")", e);
        }
    }
}
