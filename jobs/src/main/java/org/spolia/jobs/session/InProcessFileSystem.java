package org.spolia.jobs.session;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;

/**
 * The local files of this machine, like Hadoop's {@code LocalFileSystem}. Without Hadoop's native library, that class
 * starts a process for each permission that it sets and each link that it looks for. A commit of Delta needs dozens,
 * which took as long as the rest of the commit.
 */
public final class InProcessFileSystem extends LocalFileSystem {
    private static final String SPARK_PREFIX = "spark.hadoop.";

    /** The Spark setting of the class. */
    static final String SETTING = "spark.hadoop.fs.file.impl";

    /** Makes this class the file system of local files for a configuration. */
    public static void useIn(Configuration configuration) {
        configuration.set(SETTING.substring(SPARK_PREFIX.length()), InProcessFileSystem.class.getName());
    }

    /** For Hadoop. */
    public InProcessFileSystem() {
        super(new Raw());
    }

    /** The file system without checksum files. */
    static final class Raw extends RawLocalFileSystem {
        @Override
        public void setPermission(Path path, FsPermission permission) throws IOException {
            File file = pathToFile(path);
            if (permission.getStickyBit()
                    || !file.toPath()
                            .getFileSystem()
                            .supportedFileAttributeViews()
                            .contains("posix")) {
                super.setPermission(path, permission);
                return;
            }
            Files.setPosixFilePermissions(
                    file.toPath(),
                    PosixFilePermissions.fromString(permission.getUserAction().SYMBOL
                            + permission.getGroupAction().SYMBOL
                            + permission.getOtherAction().SYMBOL));
        }

        @Override
        public FileStatus getFileLinkStatus(Path path) throws IOException {
            return Files.isSymbolicLink(pathToFile(path).toPath())
                    ? super.getFileLinkStatus(path)
                    : getFileStatus(path);
        }
    }
}
