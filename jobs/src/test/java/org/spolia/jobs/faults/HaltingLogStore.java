package org.spolia.jobs.faults;

import io.delta.storage.HDFSLogStore;
import java.io.IOException;
import java.util.Iterator;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/** The log store of Delta for local files. The JVM dies just before or just after a commit. */
public final class HaltingLogStore extends HDFSLogStore {
    public HaltingLogStore(Configuration configuration) {
        super(configuration);
    }

    @Override
    public void write(Path path, Iterator<String> actions, Boolean overwrite, Configuration configuration)
            throws IOException {
        Halt.before(path.toString());
        super.write(path, actions, overwrite, configuration);
        Halt.after(path.toString());
    }
}
