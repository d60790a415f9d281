package org.spolia.jobs.encoder;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.spolia.experiment.ExperimentException;
import org.spolia.experiment.configuration.encoder.EmbeddingConfig;
import org.spolia.experiment.configuration.encoder.EncoderModel;
import org.spolia.experiment.probe.ProbeArm;
import org.spolia.experiment.row.EncoderRow;
import org.spolia.experiment.row.EncoderSetting;
import org.spolia.jobs.tables.RecordRows;
import org.spolia.jobs.tables.ShardTable;
import org.spolia.jobs.tables.Table;
import org.spolia.jobs.tables.Warehouse;

/**
 * The output of stage embed about the entries of 'embeddings': the encoder and the setting of each entry for each
 * table.
 */
public final class EncoderSettings {
    private final Warehouse warehouse;
    private final Map<List<String>, EncoderSetting> latest;
    private final Map<String, String> names = new HashMap<>();

    private EncoderSettings(Warehouse warehouse) {
        this.warehouse = warehouse;
        this.latest = latest(warehouse);
        warehouse.read(Table.ENCODERS).collectAsList().stream()
                .map(row -> RecordRows.toRecord(row, EncoderRow.class))
                .forEach(encoder -> names.put(encoder.encoderId(), encoder.name()));
    }

    /** The latest settings by entry and table. */
    private static Map<List<String>, EncoderSetting> latest(Warehouse warehouse) {
        Map<List<String>, EncoderSetting> latest = new HashMap<>();
        warehouse.read(Table.ENCODER_SETTINGS).collectAsList().stream()
                .map(row -> RecordRows.toRecord(row, EncoderSetting.class))
                .forEach(setting -> latest.merge(
                        List.of(setting.entryId(), setting.dataset()),
                        setting,
                        (one, other) -> one.version() > other.version() ? one : other));
        return latest;
    }

    /** Reads the current settings of a warehouse. */
    public static EncoderSettings read(Warehouse warehouse) {
        return new EncoderSettings(warehouse);
    }

    /** Records the setting of an entry for a table. Writes nothing if it is the latest version. */
    public static void record(
            Warehouse warehouse, EmbeddingConfig config, String dataset, String encoderId, String setting) {
        warehouse.appendChosen(Table.ENCODER_SETTINGS, seen -> {
            EncoderSetting known = latest(warehouse).get(List.of(config.entryId(), dataset));
            if (known != null
                    && known.encoderId().equals(encoderId)
                    && known.setting().equals(setting)) {
                return List.of();
            }
            long version = known == null ? 1 : known.version() + 1;
            return List.of(new EncoderSetting(config.entryId(), dataset, version, encoderId, setting));
        });
    }

    /** Returns whether an entry embedded a table. */
    public boolean has(EmbeddingConfig config, String name) {
        return latest.containsKey(List.of(config.entryId(), name));
    }

    /**
     * Returns a table as an entry embedded it.
     *
     * @throws ExperimentException if there is no such table, or the entry never embedded it
     */
    public EmbeddedTable of(EmbeddingConfig config, String name) {
        ShardTable table = warehouse
                .shardTable(name)
                .orElseThrow(() -> new ExperimentException(
                        "There is no table " + name + " with embeddings; create it with stages shard and embed"));
        EncoderSetting setting = latest.get(List.of(config.entryId(), name));
        String encoder = setting == null ? null : names.get(setting.encoderId());
        if (setting == null || encoder == null) {
            throw new ExperimentException("Table " + name + " was never embedded by the entry of 'embeddings' with "
                    + words(config) + "; run ./spolia embed CONFIG first");
        }
        return new EmbeddedTable(
                config,
                table,
                new ProbeArm(setting.encoderId(), encoder, setting.setting(), config.window(), config.stride()));
    }

    /** The keys that identify an entry in messages. */
    private static String words(EmbeddingConfig config) {
        String model = config.model() instanceof EncoderModel.Pretrained made
                ? EncoderModel.Pretrained.PREFIX + made.name()
                : config.modelUrl();
        return "'model-url: " + model + "'" + (config.hasSeed() ? " and 'seed: " + config.seed() + "'" : "");
    }
}
