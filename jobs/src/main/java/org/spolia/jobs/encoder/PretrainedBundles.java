package org.spolia.jobs.encoder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.spolia.embedding.EncoderBundle;
import org.spolia.experiment.ExperimentException;
import org.spolia.experiment.configuration.encoder.EncoderModel;
import org.spolia.jobs.tables.Table;
import org.spolia.jobs.tables.Warehouse;

/** The bundles that stage pretrain wrote, each in a folder of the warehouse named by the id of its encoder. */
public final class PretrainedBundles {
    private PretrainedBundles() {}

    public static Path folder(Warehouse warehouse) {
        return warehouse.path("pretrained");
    }

    public static boolean exist(Warehouse warehouse) {
        try {
            return warehouse.fileSystem().exists(folder(warehouse));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot search " + folder(warehouse), e);
        }
    }

    public static void write(EncoderBundle bundle, Warehouse warehouse) {
        EncoderFiles.write(bundle, new Path(folder(warehouse), bundle.id()), warehouse.fileSystem());
    }

    /**
     * Returns the encoder of an entry of a configuration.
     *
     * @throws ExperimentException if it does not exist yet
     */
    public static EncoderBundle read(EncoderModel.Pretrained model, long seed, Warehouse warehouse) {
        List<Row> made = warehouse
                .read(Table.PRETRAININGS)
                .filter(functions.col("pretraining_id").equalTo(model.id()))
                .select("encoder_id")
                .collectAsList();
        if (made.isEmpty()) {
            throw new ExperimentException("There is no encoder '" + model.name() + "' with seed " + seed
                    + " yet for this configuration; create it with stage pretrain");
        }
        return EncoderFiles.read(
                new Path(folder(warehouse), made.get(0).getString(0)).toString(),
                warehouse.spark().sparkContext().hadoopConfiguration());
    }
}
