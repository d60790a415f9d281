package org.spolia.jobs.columns;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** Random rows with arrays of all lengths, some of them empty, missing or with NULL elements. */
final class RowsWithArrays {
    static final StructType SCHEMA = StructType.fromDDL("""
            name STRING, flag BOOLEAN, step INT NOT NULL, row BIGINT, time FLOAT, mass DOUBLE,
            field ARRAY<FLOAT>, sure ARRAY<FLOAT>, wide ARRAY<DOUBLE>, shape ARRAY<INT>, far ARRAY<BIGINT>""");

    private static final int LONGEST = 5000;

    private RowsWithArrays() {}

    static List<Row> make(int rows) {
        Random random = new Random(7);
        List<Row> made = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            made.add(row(i, random));
        }
        return made;
    }

    private static Row row(int number, Random random) {
        return RowFactory.create(
                orNull("name" + number % 3, random),
                orNull(number % 2 == 0, random),
                number,
                orNull((long) number << 40, random),
                orNull(Float.NaN, random),
                orNull(random.nextDouble(), random),
                array(random, true, i -> random.nextInt(20) == 0 ? Float.NaN : random.nextFloat()),
                array(random, false, i -> (float) (i % 100)),
                array(random, true, i -> random.nextGaussian()),
                array(random, false, i -> random.nextInt(9)),
                array(random, true, i -> random.nextLong()));
    }

    private static @Nullable Object orNull(Object value, Random random) {
        return random.nextInt(5) == 0 ? null : value;
    }

    private static @Nullable Object array(Random random, boolean holes, IntFunction<Object> element) {
        int length = switch (random.nextInt(6)) {
            case 0 -> -1;
            case 1 -> 0;
            case 2 -> random.nextInt(4);
            default -> random.nextInt(LONGEST + 1);
        };
        if (length < 0) {
            return null;
        }
        boolean some = holes && random.nextBoolean();
        @Nullable Object[] values = new @Nullable Object[length];
        Arrays.setAll(values, i -> some && random.nextInt(10) == 0 ? null : element.apply(i));
        return values;
    }
}
