package org.spolia.jobs.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.CreateFlag;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.local.LocalFs;
import org.apache.hadoop.fs.permission.FsPermission;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compares with Hadoop's own local file system. */
class InProcessFsTest {
    @TempDir
    private Path folder;

    private FileContext ours;
    private FileContext theirs;

    @BeforeEach
    void open() throws IOException {
        ours = FileContext.getLocalFSFileContext(configuration());
        theirs = FileContext.getLocalFSFileContext(new Configuration());
        assertThat(ours.getDefaultFileSystem()).isInstanceOf(InProcessFs.class);
        assertThat(theirs.getDefaultFileSystem()).isInstanceOf(LocalFs.class);
    }

    @Test
    void filesHavePermissionsAndChecksums() throws IOException {
        write(ours, "ours", "text");
        write(theirs, "theirs", "text");

        assertThat(Files.getPosixFilePermissions(folder.resolve("ours")))
                .isEqualTo(Files.getPosixFilePermissions(folder.resolve("theirs")));
        assertThat(folder.resolve(".ours.crc")).hasSameBinaryContentAs(folder.resolve(".theirs.crc"));
        ours.setPermission(path("ours"), new FsPermission("640"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("ours"))))
                .isEqualTo("rw-r-----");
        ours.setPermission(path(""), new FsPermission("1755"));
        assertThat(ours.getFileStatus(path("")).getPermission().getStickyBit()).isTrue();
    }

    @Test
    void linksAreSeenAsHadoopSeesThem() throws IOException {
        write(ours, "file", "text");
        Files.createSymbolicLink(folder.resolve("link"), folder.resolve("file"));
        for (String name : new String[] {"file", "link"}) {
            assertThat(ours.getFileLinkStatus(path(name))).as(name).isEqualTo(theirs.getFileLinkStatus(path(name)));
            assertThat(ours.getFileLinkStatus(path(name)).isSymlink())
                    .as(name)
                    .isEqualTo(theirs.getFileLinkStatus(path(name)).isSymlink());
            assertThat(ours.getFileLinkStatus(path(name)).getLen())
                    .as(name)
                    .isEqualTo(theirs.getFileLinkStatus(path(name)).getLen());
        }
    }

    @Test
    void existingFilesAreNotReplacedByRename() throws IOException {
        write(ours, "old", "old");
        write(ours, "new", "new");

        assertThatThrownBy(() -> ours.rename(path("new"), path("old"))).isInstanceOf(FileAlreadyExistsException.class);
        ours.rename(path("new"), path("old"), Options.Rename.OVERWRITE);
        assertThat(folder.resolve("new")).doesNotExist();
        assertThat(folder.resolve(".new.crc")).doesNotExist();
        assertThat(folder.resolve("old")).hasContent("new");
    }

    @Test
    void ofConcurrentRenamesToOneNameExactlyOneSucceeds() throws Exception {
        int writers = 4;
        ExecutorService threads = Executors.newFixedThreadPool(writers);
        try {
            for (int round = 0; round < 1000; round++) {
                String target = "version" + round;
                CyclicBarrier together = new CyclicBarrier(writers);
                List<Future<Boolean>> renames = new ArrayList<>();
                for (int writer = 0; writer < writers; writer++) {
                    String source = target + "-" + writer;
                    write(ours, source, source);
                    renames.add(threads.submit(() -> {
                        together.await();
                        return isRenamed(source, target);
                    }));
                }
                int winner = -1;
                for (int writer = 0; writer < writers; writer++) {
                    if (renames.get(writer).get()) {
                        assertThat(winner).as("a second winner of " + target).isEqualTo(-1);
                        winner = writer;
                    }
                }
                assertThat(folder.resolve(target)).hasContent(target + "-" + winner);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private boolean isRenamed(String source, String target) throws IOException {
        try {
            ours.rename(path(source), path(target));
            return true;
        } catch (FileAlreadyExistsException e) {
            assertThat(folder.resolve(source)).exists();
            return false;
        }
    }

    @Test
    void aMissingSourceIsAnError() {
        assertThatThrownBy(() -> ours.rename(path("nothing"), path("name"))).isInstanceOf(FileNotFoundException.class);
        assertThatThrownBy(() -> ours.rename(path("nothing"), path("name"), Options.Rename.OVERWRITE))
                .isInstanceOf(FileNotFoundException.class);
    }

    @Test
    void foldersAreRenamedAsInHadoop() throws IOException {
        for (FileContext files : List.of(ours, theirs)) {
            Files.createDirectories(folder.resolve("from/inner"));
            files.rename(path("from"), path("to"));
            assertThat(folder.resolve("from")).doesNotExist();
            assertThat(folder.resolve("to/inner")).isDirectory();
            files.delete(path("to"), true);
        }
    }

    @Test
    void fileSystemsOfASessionAreInProcess() throws IOException {
        FileSystem files = FileSystem.newInstance(folder.toUri(), configuration());

        assertThat(files).isInstanceOf(InProcessFileSystem.class);
        assertThat(files.mkdirs(path("inner"), new FsPermission("711"))).isTrue();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("inner"))))
                .isEqualTo("rwx--x--x");
    }

    private static Configuration configuration() {
        Configuration configuration = new Configuration();
        for (var setting : SparkSessions.configuration(new SessionOptions("local[1]", Map.of()))
                .getAllWithPrefix("spark.hadoop.")) {
            configuration.set(setting._1(), setting._2());
        }
        return configuration;
    }

    private void write(FileContext files, String name, String text) throws IOException {
        try (OutputStream stream = files.create(path(name), EnumSet.of(CreateFlag.CREATE))) {
            stream.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private org.apache.hadoop.fs.Path path(String name) {
        return new org.apache.hadoop.fs.Path(folder.resolve(name).toUri());
    }
}
