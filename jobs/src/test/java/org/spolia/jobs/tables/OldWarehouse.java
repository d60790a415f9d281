package org.spolia.jobs.tables;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The warehouse that commit 63c3889 wrote, with an experiment of four trials and a table of simulations, and variants
 * that other versions could have written: the rows are the same, but the logs have other columns and properties.
 */
public final class OldWarehouse {
    private static final String ARCHIVE = "/warehouses/0.1.0-63c3889.tar.gz";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path root;

    private OldWarehouse(Path root) {
        this.root = root;
    }

    public static OldWarehouse in(Path folder) throws IOException, InterruptedException {
        Path archive = Path.of(
                Objects.requireNonNull(OldWarehouse.class.getResource(ARCHIVE)).getPath());
        int status = new ProcessBuilder("tar", "-xzf", archive.toString(), "-C", folder.toString())
                .inheritIO()
                .start()
                .waitFor();
        if (status != 0) {
            throw new IllegalStateException("tar ended with " + status);
        }
        return new OldWarehouse(folder.resolve("w"));
    }

    public Path root() {
        return root;
    }

    /** Version 1 of the table, which had no columns for held-out rows. */
    public OldWarehouse withOlderCandidates() throws IOException {
        withoutColumns("candidates", "held_out_loss", "held_out_error");
        withProperty("candidates", "delta.constraints.finite_held_out", null);
        return withProperty("candidates", Definition.SCHEMA_VERSION, "1");
    }

    public OldWarehouse withoutColumns(String table, String... names) throws IOException {
        return withColumns(table, columns -> {
            for (Iterator<JsonNode> column = columns.iterator(); column.hasNext(); ) {
                if (List.of(names).contains(column.next().get("name").asText())) {
                    column.remove();
                }
            }
        });
    }

    /** Replaces the value of a key that describes a column, such as its type. */
    public OldWarehouse withColumn(String table, String name, String key, JsonNode value) throws IOException {
        return withColumns(
                table,
                columns -> columns.forEach(column -> {
                    if (column.get("name").asText().equals(name)) {
                        ((ObjectNode) column).set(key, value);
                    }
                }));
    }

    public OldWarehouse withColumns(String table, Consumer<ArrayNode> change) throws IOException {
        return withMetadata(table, metadata -> {
            try {
                JsonNode schema = JSON.readTree(metadata.get("schemaString").asText());
                change.accept((ArrayNode) schema.get("fields"));
                metadata.put("schemaString", schema.toString());
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /** Replaces the value of a property; null removes it. */
    public OldWarehouse withProperty(String table, String name, @Nullable String value) throws IOException {
        return withMetadata(table, metadata -> {
            ObjectNode properties = (ObjectNode) metadata.get("configuration");
            if (value == null) {
                properties.remove(name);
            } else {
                properties.put(name, value);
            }
        });
    }

    public OldWarehouse withoutTable(String table) throws IOException {
        try (Stream<Path> paths = Files.walk(root.resolve(table))) {
            for (Path path : paths.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(path);
            }
        }
        return this;
    }

    private OldWarehouse withMetadata(String table, Consumer<ObjectNode> change) throws IOException {
        Path log = root.resolve(table).resolve("_delta_log");
        try (Stream<Path> files = Files.list(log)) {
            // The checksum files also hold the metadata, but are not part of the log.
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".crc")).toList()) {
                Files.delete(file);
            }
        }
        Path first = log.resolve("00000000000000000000.json");
        StringBuilder changed = new StringBuilder();
        for (String line : Files.readAllLines(first)) {
            JsonNode action = JSON.readTree(line);
            if (action.has("metaData")) {
                change.accept((ObjectNode) action.get("metaData"));
            }
            changed.append(action).append('\n');
        }
        Files.writeString(first, changed);
        return this;
    }
}
