package org.spolia.symbolic.rows;

import java.util.List;
import java.util.function.Consumer;

/** All rows of a table, in blocks in this process. A listener sees the generation of each pass. */
public record BlockRows(List<RowBlock> blocks, List<String> groups, Consumer<Generation> listener) implements AllRows {
    @Override
    public long count() {
        return blocks.stream().mapToLong(RowBlock::rows).sum();
    }

    @Override
    public int folds() {
        return 0;
    }

    @Override
    public GenerationSums evaluate(Generation generation) {
        listener.accept(generation);
        return generation.evaluate(blocks.iterator());
    }
}
