package org.spolia.jobs.tables;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.ExperimentalMethods;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.rules.Rule;
import org.apache.spark.sql.delta.DeltaParquetFileFormat;
import org.apache.spark.sql.execution.datasources.HadoopFsRelation;
import org.apache.spark.sql.execution.datasources.LogicalRelation;
import org.spolia.jobs.columns.LongArrayFormat;
import org.spolia.jobs.session.FastPath;
import scala.jdk.javaapi.CollectionConverters;
import scala.runtime.AbstractFunction1;

/** Lets queries read arrays of plain Parquet tables page by page, if the session has the setting. */
public final class LongArrays extends Rule<LogicalPlan> {
    /** The setting of a session, true or false. */
    public static final String BY_PAGES = "spark.spolia.arraysByPages";

    private LongArrays() {}

    /** Adds the rule to a session. */
    static void teach(SparkSession spark) {
        requireWholeFormat();
        ExperimentalMethods methods = ((org.apache.spark.sql.classic.SparkSession) spark).experimental();
        List<Rule<LogicalPlan>> rules = new ArrayList<>(CollectionConverters.asJava(methods.extraOptimizations()));
        if (rules.stream().noneMatch(LongArrays.class::isInstance)) {
            rules.add(new LongArrays());
            methods.extraOptimizations_$eq(CollectionConverters.asScala(rules).toSeq());
        }
    }

    /** Loads the whole format now, because Spark would call a missing part when it is too late to step aside. */
    private static void requireWholeFormat() {
        for (Method method : LongArrayFormat.class.getMethods()) {
            if (Modifier.isAbstract(method.getModifiers())) {
                throw new AbstractMethodError(method.toString());
            }
        }
    }

    @Override
    public LogicalPlan apply(LogicalPlan plan) {
        boolean asked = Boolean.parseBoolean(conf().getConfString(BY_PAGES, "false"));
        return asked && FastPath.READER.isWantedBy(conf())
                ? FastPath.READER.attempt(() -> Optional.of(byPages(plan))).orElse(plan)
                : plan;
    }

    private static LogicalPlan byPages(LogicalPlan node) {
        if (node instanceof LogicalRelation scan
                && scan.relation() instanceof HadoopFsRelation files
                && isPlain(files)) {
            return scan.copy(byPages(files), scan.output(), scan.catalogTable(), scan.isStreaming(), scan.stream());
        }
        return node.mapChildren(new AbstractFunction1<LogicalPlan, LogicalPlan>() {
            @Override
            public LogicalPlan apply(LogicalPlan child) {
                return byPages(child);
            }
        });
    }

    private static HadoopFsRelation byPages(HadoopFsRelation files) {
        return files.copy(
                files.location(),
                files.partitionSchema(),
                files.dataSchema(),
                files.bucketSpec(),
                new LongArrayFormat(files.fileFormat()),
                files.options(),
                files.sparkSession());
    }

    private static boolean isPlain(HadoopFsRelation files) {
        return files.partitionSchema().isEmpty()
                && files.fileFormat() instanceof DeltaParquetFileFormat format
                && format.protocol().minReaderVersion() == TableState.PLAIN_TO_READ
                && !format.isCDCRead();
    }
}
