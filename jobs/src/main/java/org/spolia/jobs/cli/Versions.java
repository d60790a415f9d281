package org.spolia.jobs.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import org.spolia.symbolic.search.Search;
import picocli.CommandLine.IVersionProvider;

/** The output of {@code --version}. */
final class Versions implements IVersionProvider {
    @Override
    public String[] getVersion() throws IOException {
        Properties properties = new Properties();
        try (InputStream stream = Versions.class.getResourceAsStream("/spolia.properties")) {
            properties.load(stream);
        }
        return new String[] {
            "spolia " + properties.getProperty("spolia.version"),
            "search revision " + Search.REVISION,
            "Spark " + properties.getProperty("spark.version"),
            "JDK " + System.getProperty("java.version")
        };
    }
}
