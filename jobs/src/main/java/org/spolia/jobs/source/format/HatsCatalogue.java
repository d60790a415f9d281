package org.spolia.jobs.source.format;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.spolia.experiment.ExperimentException;
import org.spolia.jobs.source.file.SourceRoot;

/**
 * A survey in the HATS layout (IVOA note "HATS: A Standard for the Hierarchical Adaptive Tiling Scheme in the Virtual
 * Observatory"): files {@code Norder=K/Dir=D/Npix=N.parquet} of HEALPix cells, or folders with such names, and
 * properties at the root.
 *
 * @param root the folder of the objects, with its file system; for a collection, the folder of its primary table
 * @param rightAscension the column of the right ascension in degrees
 * @param declination the column of the declination in degrees
 */
public record HatsCatalogue(String root, String rightAscension, String declination) implements Serializable {
    private static final String COLLECTION = "collection.properties";
    private static final List<String> PROPERTIES = List.of("hats.properties", "properties");
    private static final Set<String> OF_OBJECTS = Set.of("object", "source");
    private static final Pattern FILE =
            Pattern.compile("(.*/)?Norder=\\d+/Dir=\\d+/Npix=\\d+(\\.parquet|/[^/]+\\.parquet)");

    /**
     * Reads the properties of the catalogue in a folder.
     *
     * @throws ExperimentException if there is no catalogue, or one without its own objects
     */
    public static HatsCatalogue of(String path, Configuration configuration) {
        Path root = SourceRoot.of(path, configuration).base();
        Optional<Properties> collection = properties(new Path(root, COLLECTION), configuration);
        if (collection.isPresent()) {
            String primary = collection.get().getProperty("hats_primary_table_url", "");
            if (primary.isEmpty()) {
                throw new ExperimentException(new Path(root, COLLECTION)
                        + " has no hats_primary_table_url; name the folder of the catalogue itself");
            }
            return ofTable(new Path(root, primary), configuration);
        }
        return ofTable(root, configuration);
    }

    private static HatsCatalogue ofTable(Path root, Configuration configuration) {
        Properties properties = PROPERTIES.stream()
                .map(name -> properties(new Path(root, name), configuration))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> new ExperimentException(root + " is not a HATS catalogue: it has none of the files "
                        + String.join(", ", PROPERTIES) + " and " + COLLECTION + "; name the folder that has one"));
        String product = properties.getProperty("dataproduct_type", "object");
        if (!OF_OBJECTS.contains(product)) {
            throw new ExperimentException(root + " is a HATS product of type '" + product
                    + "', which has no objects of its own; name the catalogue of objects");
        }
        return new HatsCatalogue(
                root.toString(),
                properties.getProperty("hats_col_ra", UniverseFormat.RA),
                properties.getProperty("hats_col_dec", UniverseFormat.DEC));
    }

    private static Optional<Properties> properties(Path file, Configuration configuration) {
        try (InputStream stream = file.getFileSystem(configuration).open(file)) {
            Properties properties = new Properties();
            properties.load(stream);
            return Optional.of(properties);
        } catch (FileNotFoundException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": cannot be read (" + e.getMessage() + ")", e);
        }
    }

    /** Returns whether a file, given by its name below the root, has objects. */
    public static boolean isPart(String name) {
        return FILE.matcher(name).matches();
    }
}
