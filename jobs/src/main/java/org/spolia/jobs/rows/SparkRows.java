package org.spolia.jobs.rows;

import java.util.Iterator;
import java.util.List;
import java.util.Spliterators;
import java.util.stream.StreamSupport;
import org.apache.spark.api.java.JavaRDD;
import org.spolia.symbolic.rows.AllRows;
import org.spolia.symbolic.rows.Generation;
import org.spolia.symbolic.rows.GenerationSums;
import org.spolia.symbolic.rows.RowBlock;

/** Passes over the rows of a table, each a job of Spark whose tasks evaluate all candidates over their blocks. */
final class SparkRows implements AllRows {
    /** The driver adds the sums of about the square root of all parts; executors add the others. */
    private static final int DEPTH = 2;

    private final JavaRDD<ReadBlock> blocks;
    private final long count;
    private final int folds;
    private final List<String> groups;

    SparkRows(JavaRDD<ReadBlock> blocks, long count, int folds, List<String> groups) {
        this.blocks = blocks;
        this.count = count;
        this.folds = folds;
        this.groups = groups;
    }

    @Override
    public long count() {
        return count;
    }

    @Override
    public int folds() {
        return folds;
    }

    @Override
    public List<String> groups() {
        return groups;
    }

    @Override
    public GenerationSums evaluate(Generation generation) {
        byte[] given = generation.toBytes();
        return GenerationSums.fromBytes(blocks.mapPartitions(
                        (Iterator<ReadBlock> part) -> List.of(sums(given, part)).iterator())
                .treeReduce(SparkRows::added, DEPTH));
    }

    private static byte[] sums(byte[] generation, Iterator<ReadBlock> part) {
        Iterator<RowBlock> rows = StreamSupport.stream(Spliterators.spliteratorUnknownSize(part, 0), false)
                .map(ReadBlock::rows)
                .iterator();
        return Generation.fromBytes(generation).evaluate(rows).toBytes();
    }

    private static byte[] added(byte[] some, byte[] others) {
        return GenerationSums.fromBytes(some)
                .add(GenerationSums.fromBytes(others))
                .toBytes();
    }
}
