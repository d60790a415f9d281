package org.spolia.jobs;

import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.spolia.jobs.session.SessionOptions;
import org.spolia.jobs.session.SparkSessions;

/**
 * Opens one session for each JVM of tests, and gives each test class a child session with a current database of its
 * own.
 */
final class SharedSession implements ParameterResolver {
    // Tests have few rows, for which generating, compiling and distributing code is not worth its cost.
    private static final SessionOptions OPTIONS = SessionOptions.local()
            .with("spark.master", "local[2]")
            .with("spark.sql.codegen.wholeStage", "false")
            .with("spark.sql.codegen.factoryMode", "NO_CODEGEN")
            .with("spark.sql.adaptive.enabled", "false")
            .with("spark.databricks.delta.snapshotPartitions", "1");

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == SparkSession.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return SparkSessions.open(OPTIONS).newSession();
    }
}
