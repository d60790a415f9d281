package org.spolia.jobs;

import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.spolia.jobs.session.SparkSessions;

/**
 * Opens one session for each JVM of tests, and gives each test class a child session with a current database of its
 * own.
 */
final class SharedSession implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == SparkSession.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return SparkSessions.open(FewRows.session("local[2]")).newSession();
    }
}
