package org.spolia.jobs.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.hadoop.conf.Configuration;
import org.spolia.hdf5.Hdf5Exception;

/** The headers of files, each read once. */
final class Headers {
    /** Headers are a few round trips each, so that what counts is how many are under way. */
    private static final int THREADS = 8;

    private final Format format;
    private final Configuration configuration;
    private final boolean skipsDamaged;
    private final Map<SourceFile, Optional<FileHeader>> read = new ConcurrentHashMap<>();

    /**
     * @param skipsDamaged whether files that cannot be read are left out, and not an error
     */
    Headers(Format format, Configuration configuration, boolean skipsDamaged) {
        this.format = format;
        this.configuration = configuration;
        this.skipsDamaged = skipsDamaged;
    }

    /** Those of these files, in their order. */
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

    /** Cuts a file between the chunks of these columns, whose names are folded. */
    List<Unit> units(FileHeader header, Set<String> columns, long mostBytes) {
        try (OpenFile file = OpenFile.open(format, header.file(), configuration)) {
            return file.contents().units(columns, mostBytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void readAll(List<SourceFile> files) {
        ExecutorService threads = Executors.newFixedThreadPool(Math.min(THREADS, files.size()));
        try {
            List<Future<Optional<FileHeader>>> headers = new ArrayList<>();
            for (SourceFile file : files) {
                headers.add(threads.submit(() -> read(file)));
            }
            for (int i = 0; i < files.size(); i++) {
                read.put(files.get(i), headers.get(i).get());
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while headers were read", e);
        } finally {
            threads.shutdownNow();
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
