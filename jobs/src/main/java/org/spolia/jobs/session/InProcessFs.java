package org.spolia.jobs.session;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.ChecksumFs;
import org.apache.hadoop.fs.DelegateToFileSystem;
import org.apache.hadoop.fs.FsServerDefaults;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.local.LocalConfigKeys;

/**
 * {@link InProcessFileSystem} as a replacement of Hadoop's {@code LocalFs}, which Delta and Structured Streaming use to
 * rename their logs.
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
