package org.spolia.jobs.faults;

import java.io.IOException;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;

/** Local files. The JVM dies just before or just after one gets its name. */
public final class HaltingFiles extends LocalFileSystem {
    @Override
    public boolean rename(Path from, Path to) throws IOException {
        Halt.before(to.toString());
        boolean renamed = super.rename(from, to);
        Halt.after(to.toString());
        return renamed;
    }
}
