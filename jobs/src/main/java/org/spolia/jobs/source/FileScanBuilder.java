package org.spolia.jobs.source;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.connector.expressions.aggregate.Aggregation;
import org.apache.spark.sql.connector.expressions.aggregate.CountStar;
import org.apache.spark.sql.connector.expressions.filter.Predicate;
import org.apache.spark.sql.connector.read.Scan;
import org.apache.spark.sql.connector.read.SupportsPushDownAggregates;
import org.apache.spark.sql.connector.read.SupportsPushDownLimit;
import org.apache.spark.sql.connector.read.SupportsPushDownRequiredColumns;
import org.apache.spark.sql.internal.SQLConf;
import org.apache.spark.sql.internal.connector.SupportsPushDownCatalystFilters;
import org.apache.spark.sql.types.StructType;
import org.spolia.jobs.source.format.Selection;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** Accepts the columns, filters and limits of a query. */
final class FileScanBuilder
        implements SupportsPushDownCatalystFilters,
                SupportsPushDownAggregates,
                SupportsPushDownLimit,
                SupportsPushDownRequiredColumns {
    private final FileTable table;
    private final FileChoice choice;
    private StructType columns;
    private long mostRows = Long.MAX_VALUE;
    private int counts;

    FileScanBuilder(FileTable table) {
        this.table = table;
        this.choice = new FileChoice(
                table.files().format().keys(),
                table::headers,
                Selection.of(table.files().options().steps()));
        this.columns = table.structure();
    }

    /** Returns the filters that Spark must evaluate itself. */
    @Override
    public Seq<Expression> pushFilters(Seq<Expression> filters) {
        List<Expression> left = new ArrayList<>();
        for (Expression filter : CollectionConverters.asJava(filters)) {
            if (!choice.filters().add(filter)) {
                left.add(filter);
            }
        }
        return CollectionConverters.asScala(left).toSeq();
    }

    /** Only for the text of the plan, because an accepted filter need not be a public predicate. */
    @Override
    public Predicate[] pushedFilters() {
        return new Predicate[0];
    }

    @Override
    public boolean supportCompletePushDown(Aggregation aggregation) {
        return isCount(aggregation);
    }

    @Override
    public boolean pushAggregation(Aggregation aggregation) {
        if (!isCount(aggregation)) {
            return false;
        }
        counts = aggregation.aggregateExpressions().length;
        return true;
    }

    private static boolean isCount(Aggregation aggregation) {
        return aggregation.groupByExpressions().length == 0
                && aggregation.aggregateExpressions().length > 0
                && Arrays.stream(aggregation.aggregateExpressions()).allMatch(CountStar.class::isInstance);
    }

    @Override
    public boolean pushLimit(int limit) {
        if (table.files().options().skipsDamaged()) {
            // Before they are read, it is unknown which files have rows.
            return false;
        }
        mostRows = limit;
        return true;
    }

    /** Files are left out, but the last one may have more rows. */
    @Override
    public boolean isPartiallyPushed() {
        return true;
    }

    @Override
    public void pruneColumns(StructType required) {
        columns = required;
    }

    /**
     * Spark's own default accepts keys, but a task for each cell is useful only for joins that are enabled explicitly.
     */
    private static boolean wantsCells(SQLConf conf) {
        return conf.contains(SQLConf.V2_BUCKETING_ENABLED().key()) && conf.v2BucketingEnabled();
    }

    @Override
    public Scan build() {
        if (counts > 0) {
            return new CountScan(counts, choice.rows());
        }
        return new FileScan(table, columns, choice, mostRows, wantsCells(SQLConf.get()));
    }
}
