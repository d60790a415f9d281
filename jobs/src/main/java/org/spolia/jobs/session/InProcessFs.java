package org.spolia.jobs.session;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.StandardCopyOption;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.ChecksumFs;
import org.apache.hadoop.fs.DelegateToFileSystem;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FsServerDefaults;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.local.LocalConfigKeys;

/**
 * {@link InProcessFileSystem} as a replacement of Hadoop's {@code LocalFs}, which Delta and Structured Streaming use to
 * rename their logs.
 *
 * <p>A rename never replaces a file that another process has created in the meantime. Hadoop looks for the file and
 * then renames, so that two processes could both write the same version of a table, and one commit would be lost.
 */
public final class InProcessFs extends ChecksumFs {
    /** The Spark setting of the class. */
    static final String SETTING = "spark.hadoop.fs.AbstractFileSystem.file.impl";

    /** For Hadoop, which passes the URI of the root and its settings. */
    public InProcessFs(URI root, Configuration configuration) throws IOException, URISyntaxException {
        super(new Raw(root, configuration));
    }

    private static final class Raw extends DelegateToFileSystem {
        private static final int NO_PORT = -1;

        Raw(URI root, Configuration configuration) throws IOException, URISyntaxException {
            super(root, new InProcessFileSystem.Raw(), configuration, "file", false);
        }

        /** The name of a file appears in one step, or the rename fails. Folders are renamed as in Hadoop. */
        @Override
        public void renameInternal(Path from, Path to, boolean overwrite) throws IOException {
            checkPath(from);
            checkPath(to);
            java.nio.file.Path source = local(from);
            java.nio.file.Path target = local(to);
            if (Files.isDirectory(source) || Files.isDirectory(target) || source.equals(target)) {
                super.renameInternal(from, to, overwrite);
                return;
            }
            try {
                if (overwrite) {
                    Files.move(source, target, StandardCopyOption.ATOMIC_MOVE);
                    return;
                }
                Files.createLink(target, source);
            } catch (java.nio.file.FileAlreadyExistsException e) {
                throw new FileAlreadyExistsException("Rename destination " + to + " already exists.");
            } catch (NoSuchFileException e) {
                throw new FileNotFoundException(e.getMessage());
            } catch (UnsupportedOperationException | FileSystemException e) {
                // Some file systems have no hard links.
                super.renameInternal(from, to, overwrite);
                return;
            }
            Files.delete(source);
        }

        private static java.nio.file.Path local(Path path) {
            return java.nio.file.Path.of(path.toUri().getPath());
        }

        @Override
        public int getUriDefaultPort() {
            return NO_PORT;
        }

        @Override
        public FsServerDefaults getServerDefaults(Path path) throws IOException {
            return LocalConfigKeys.getServerDefaults();
        }

        @Override
        public boolean isValidName(String name) {
            return true;
        }
    }
}
