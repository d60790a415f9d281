package org.spolia.hdf5.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class RunCursorTest {
    @Property
    void copiesTheBoxElementByElement(@ForAll @IntRange(max = 4) int axes, @ForAll Random random) {
        Box source = Box.random(axes, random);
        Box target = Box.random(axes, random);
        int[] shape = new int[axes];
        Arrays.setAll(
                shape,
                axis -> random.nextInt(4) == 0
                        ? Math.min(source.sizes[axis], target.sizes[axis])
                        : random.nextInt(Math.min(source.sizes[axis], target.sizes[axis]) + 1));
        int[] from = source.start(shape, random);
        int[] to = target.start(shape, random);

        int[] copied = new int[target.elements()];
        RunCursor runs = new RunCursor(
                shape,
                Arrays.stream(source.sizes).asLongStream().toArray(),
                Arrays.stream(from).asLongStream().toArray(),
                target.sizes,
                to);
        int last = -1;
        while (runs.next()) {
            assertThat(runs.target()).as("in the order of the target").isGreaterThan(last);
            last = runs.target();
            assertThat(runs.source() + runs.length()).isLessThanOrEqualTo(runs.sourceEnd());
            for (int i = 0; i < runs.length(); i++) {
                copied[runs.target() + i] = 1 + (int) runs.source() + i;
            }
        }

        int[] expected = new int[target.elements()];
        int count = Arrays.stream(shape).reduce(1, (a, b) -> a * b);
        for (int i = 0; i < count; i++) {
            expected[target.index(i, shape, to)] = 1 + source.index(i, shape, from);
        }
        assertThat(copied).isEqualTo(expected);
    }

    @Property
    void aWholeBoxIsOneRun(@ForAll @IntRange(max = 4) int axes, @ForAll Random random) {
        int[] sizes = Box.random(axes, random).sizes;
        long[] source = Arrays.stream(sizes).asLongStream().toArray();
        RunCursor runs = new RunCursor(sizes, source, new long[axes], sizes, new int[axes]);
        assertThat(runs.next()).isTrue();
        assertThat(runs.length()).isEqualTo(Arrays.stream(sizes).reduce(1, (a, b) -> a * b));
        assertThat(runs.next()).isFalse();
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Box(int[] sizes) {
        static Box random(int axes, Random random) {
            int[] sizes = new int[axes];
            Arrays.setAll(sizes, axis -> 1 + random.nextInt(4));
            return new Box(sizes);
        }

        int elements() {
            return Arrays.stream(sizes).reduce(1, (a, b) -> a * b);
        }

        int[] start(int[] shape, Random random) {
            int[] start = new int[shape.length];
            Arrays.setAll(start, axis -> random.nextInt(sizes[axis] - shape[axis] + 1));
            return start;
        }

        /** The index in this box of the i-th element of a box of the given shape. */
        int index(int i, int[] shape, int[] start) {
            int index = 0;
            int step = 1;
            int rest = i;
            for (int axis = shape.length - 1; axis >= 0; axis--) {
                index += (start[axis] + rest % shape[axis]) * step;
                rest /= shape[axis];
                step *= sizes[axis];
            }
            return index;
        }
    }
}
