package org.spolia.jobs.sky;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.function.CoGroupFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.spolia.sky.Catalogue;
import org.spolia.sky.CrossMatch;
import org.spolia.sky.Matches;

/**
 * The pairs of a cell: the pairs whose left object lies in the cell. Copies of the surrounding objects only decide
 * which pairs are one-to-one.
 *
 * @param oneToOne whether to keep only pairs in which each object is the nearest one to the other
 */
record SkyCell(double radiusArcseconds, boolean oneToOne) implements CoGroupFunction<Long, Row, Row, Row> {
    /** The columns of a pair. */
    static final StructType PAIR =
            StructType.fromDDL("left_file STRING NOT NULL, left_row BIGINT NOT NULL, left_object_id STRING, "
                    + "right_file STRING NOT NULL, right_row BIGINT NOT NULL, right_object_id STRING, "
                    + "separation_arcsec DOUBLE NOT NULL");

    @Override
    public Iterator<Row> call(Long cell, Iterator<Row> left, Iterator<Row> right) {
        if (!left.hasNext() || !right.hasNext()) {
            return Collections.emptyIterator();
        }
        List<SkyObject> ofLeft = sorted(left);
        List<SkyObject> ofRight = sorted(right);
        Matches within = CrossMatch.within(catalogue(ofLeft), catalogue(ofRight), radiusArcseconds);
        Matches pairs = oneToOne ? within.mutual() : within;
        return IntStream.range(0, pairs.size())
                .filter(pair -> ofLeft.get(pairs.left(pair)).home() == cell)
                .mapToObj(pair -> row(
                        ofLeft.get(pairs.left(pair)), ofRight.get(pairs.right(pair)), pairs.separationArcseconds(pair)))
                .iterator();
    }

    private static List<SkyObject> sorted(Iterator<Row> rows) {
        List<SkyObject> objects = new ArrayList<>();
        rows.forEachRemaining(row -> objects.add(SkyObject.of(row)));
        objects.sort(SkyObject.BY_KEY);
        return objects;
    }

    private static Catalogue catalogue(List<SkyObject> objects) {
        return Catalogue.of(
                objects.stream().mapToDouble(SkyObject::ra).toArray(),
                objects.stream().mapToDouble(SkyObject::dec).toArray());
    }

    private static Row row(SkyObject left, SkyObject right, double separation) {
        return RowFactory.create(
                left.file(), left.row(), left.objectId(), right.file(), right.row(), right.objectId(), separation);
    }
}
