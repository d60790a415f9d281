package org.spolia.jobs.faults;

import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.execution.streaming.checkpointing.CheckpointFileManager;
import org.apache.spark.sql.execution.streaming.checkpointing.FileContextBasedCheckpointFileManager;

/** The files of a Structured Streaming checkpoint. The JVM dies just before one is written. */
public final class HaltingCheckpointFiles extends FileContextBasedCheckpointFileManager {
    public HaltingCheckpointFiles(Path path, Configuration configuration) {
        super(path, configuration);
    }

    @Override
    public CheckpointFileManager.CancellableFSDataOutputStream createAtomic(Path path, boolean overwrite) {
        Halt.before(path.toString());
        return super.createAtomic(path, overwrite);
    }
}
