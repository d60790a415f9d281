package org.spolia.jobs.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hadoop.conf.Configuration;
import org.spolia.hdf5.layout.FrameUnit;
import org.spolia.hdf5.type.Hdf5Exception;
import org.spolia.jobs.session.Concurrently;
import org.spolia.jobs.source.file.SourceFile;
import org.spolia.jobs.source.format.FileHeader;
import org.spolia.jobs.source.format.Format;
import org.spolia.jobs.source.format.OpenFile;

/** The headers of files, each read once. */
final class Headers {
    /** Headers need a few round trips each, so the number of concurrent reads determines the speed. */
    private static final int THREADS = 8;

    private final Format format;
    private final Configuration configuration;
    private final boolean skipsDamaged;
    private final Map<SourceFile, Optional<FileHeader>> read = new ConcurrentHashMap<>();

    /**
     * Creates the cache.
     *
     * @param skipsDamaged whether unreadable files are left out instead of an error
     */
    Headers(Format format, Configuration configuration, boolean skipsDamaged) {
        this.format = format;
        this.configuration = configuration;
        this.skipsDamaged = skipsDamaged;
    }

    /** Returns the headers of these files, in order. */
    List<FileHeader> of(List<SourceFile> files) {
        List<SourceFile> missing =
                files.stream().filter(file -> !read.containsKey(file)).toList();
        if (!missing.isEmpty()) {
            readAll(missing);
        }
        return files.stream()
                .map(file -> read.getOrDefault(file, Optional.empty()))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Splits a file between the chunks of these columns, whose names are folded. */
    List<FrameUnit> units(FileHeader header, Set<String> columns, long mostBytes) {
        try (OpenFile file = OpenFile.open(format, header.file(), configuration)) {
            return file.contents().units(columns, mostBytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void readAll(List<SourceFile> files) {
        List<Callable<Optional<FileHeader>>> tasks = new ArrayList<>();
        for (SourceFile file : files) {
            tasks.add(() -> read(file));
        }
        List<Optional<FileHeader>> headers = Concurrently.run(THREADS, tasks);
        for (int i = 0; i < files.size(); i++) {
            read.put(files.get(i), headers.get(i));
        }
    }

    private Optional<FileHeader> read(SourceFile source) {
        try (OpenFile file = OpenFile.open(format, source, configuration)) {
            return Optional.of(file.contents().header());
        } catch (Hdf5Exception e) {
            if (skipsDamaged) {
                return Optional.empty();
            }
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
