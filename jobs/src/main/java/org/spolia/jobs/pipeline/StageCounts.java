package org.spolia.jobs.pipeline;

import java.util.Map;
import java.util.Optional;

/** Counts how far stages are, from committed rows alone. */
public interface StageCounts {
    /**
     * The state of a stage over trials.
     *
     * @param experiment the id of the experiment to look at; the whole warehouse if there is none
     */
    StageStatus ofTrials(StageInfo stage, Optional<String> experiment);

    /**
     * The state of stage shard, whose trials are files.
     *
     * @param listed how many files there are; those that are gone and were read count too
     */
    StageStatus ofFiles(long listed);

    /**
     * The state of stage embed, whose trials are files that an encoder takes; failed are those of which no sample has a vector.
     *
     * @param asked how many there are by the configuration; those that were read count too
     */
    StageStatus ofEmbeddings(long asked);

    /**
     * The state of stage features, whose trials are runs, or files of a survey, for a problem.
     *
     * @param listed how many there are; those that are gone and were read count too
     */
    StageStatus ofFeatures(long listed);

    /** How many files of each data set are in its table. */
    Map<String, Long> shardedFiles();
}
