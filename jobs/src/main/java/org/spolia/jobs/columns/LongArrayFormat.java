package org.spolia.jobs.columns;

import java.io.Serializable;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.mapreduce.Job;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.execution.datasources.FileFormat;
import org.apache.spark.sql.execution.datasources.OutputWriterFactory;
import org.apache.spark.sql.execution.datasources.PartitionedFile;
import org.apache.spark.sql.internal.SQLConf;
import org.apache.spark.sql.sources.Filter;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.SerializableConfiguration;
import scala.Function1;
import scala.Option;
import scala.collection.Iterator;
import scala.collection.immutable.Map;
import scala.collection.immutable.Seq;

/**
 * Parquet with page-by-page reading of rows with arrays of real numbers; Spark reads everything else. Rows come in the
 * order of the file. Filters are not applied here, because Spark applies them anyway.
 */
public final class LongArrayFormat implements FileFormat, Serializable {
    private static final long serialVersionUID = 1L;

    private final FileFormat usual;

    /**
     * Creates the format.
     *
     * @param usual Spark's own reader of the files, which are plain Parquet: columns have the same names there, and
     * every row belongs to the table
     */
    public LongArrayFormat(FileFormat usual) {
        this.usual = usual;
    }

    private static boolean suits(StructType wanted) {
        return Element.areAsInPages() && FileColumns.suit(wanted);
    }

    @Override
    public boolean supportBatch(SparkSession spark, StructType wanted) {
        return !suits(wanted) && usual.supportBatch(spark, wanted);
    }

    @Override
    public Function1<PartitionedFile, Iterator<InternalRow>> buildReaderWithPartitionValues(
            SparkSession spark,
            StructType schema,
            StructType partitions,
            StructType wanted,
            Seq<Filter> filters,
            Map<String, String> options,
            Configuration configuration) {
        Function1<PartitionedFile, Iterator<InternalRow>> reader = usual.buildReaderWithPartitionValues(
                spark, schema, partitions, wanted, filters, options, configuration);
        boolean batches = options.get(FileFormat.OPTION_RETURNING_BATCH()).contains("true");
        if (batches || !partitions.isEmpty() || !suits(wanted)) {
            return reader;
        }
        return new FileReading(
                reader,
                wanted,
                JavaSparkContext.fromSparkContext(spark.sparkContext())
                        .broadcast(new SerializableConfiguration(configuration)));
    }

    @Override
    public Option<Seq<String>> vectorTypes(StructType wanted, StructType partitions, SQLConf conf) {
        return usual.vectorTypes(wanted, partitions, conf);
    }

    @Override
    public boolean isSplitable(SparkSession spark, Map<String, String> options, Path path) {
        return usual.isSplitable(spark, options, path);
    }

    @Override
    public Option<StructType> inferSchema(SparkSession spark, Map<String, String> options, Seq<FileStatus> files) {
        return usual.inferSchema(spark, options, files);
    }

    @Override
    public OutputWriterFactory prepareWrite(
            SparkSession spark, Job job, Map<String, String> options, StructType schema) {
        return usual.prepareWrite(spark, job, options, schema);
    }

    @Override
    public boolean supportDataType(DataType type) {
        return usual.supportDataType(type);
    }

    @Override
    public boolean supportFieldName(String name) {
        return usual.supportFieldName(name);
    }

    @Override
    public Seq<StructField> metadataSchemaFields() {
        return usual.metadataSchemaFields();
    }

    @Override
    public Map<String, Function1<PartitionedFile, Object>> fileConstantMetadataExtractors() {
        return usual.fileConstantMetadataExtractors();
    }

    /** The name in query plans. */
    @Override
    public String toString() {
        return usual + " by pages";
    }
}
