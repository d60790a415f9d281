package org.spolia.jobs.source;

import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.classic.SparkSession;
import org.apache.spark.sql.connector.catalog.Table;
import org.apache.spark.sql.connector.catalog.TableProvider;
import org.apache.spark.sql.connector.expressions.Transform;
import org.apache.spark.sql.sources.DataSourceRegister;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;
import org.jspecify.annotations.Nullable;
import org.spolia.jobs.source.format.Format;
import org.spolia.jobs.source.format.SourceOptions;

/** The entry point for Spark, which creates an instance for each read. */
abstract class FileSource implements TableProvider, DataSourceRegister {
    private @Nullable FileTable table;

    abstract Format format(SourceOptions options);

    @Override
    public StructType inferSchema(CaseInsensitiveStringMap options) {
        return table(options).structure();
    }

    @Override
    public Table getTable(StructType schema, Transform[] partitioning, Map<String, String> properties) {
        return table(new CaseInsensitiveStringMap(properties)).withSchema(schema);
    }

    @Override
    public boolean supportsExternalMetadata() {
        return true;
    }

    private FileTable table(CaseInsensitiveStringMap options) {
        FileTable made = table;
        if (made == null) {
            SourceOptions read = new SourceOptions(options);
            made = new FileTable(shortName(), FileSet.of(format(read), read, configuration(options)));
            table = made;
        }
        return made;
    }

    /** The configuration of the session, with the options about file systems. */
    private static Configuration configuration(CaseInsensitiveStringMap options) {
        Configuration configuration = SparkSession.active().sessionState().newHadoopConf();
        options.asCaseSensitiveMap().forEach(configuration::set);
        return configuration;
    }
}
