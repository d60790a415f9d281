package org.spolia.bench.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.spolia.hdf5.Hdf5Dataset;
import org.spolia.hdf5.Hdf5File;
import org.spolia.hdf5.type.Slab;

/** Our reader in the benchmark of HDF5: reads the files of a case frame by frame, or file by file if there are many. */
final class OwnReader {
    /** The number of small files that each of two tasks reads. */
    private static final int TASK_FILES = 500;

    private final List<Path> files;
    private final boolean framed;

    private OwnReader(List<Path> files, boolean framed) {
        this.files = List.copyOf(files);
        this.framed = framed;
    }

    OwnReader(Path folder, String name) throws IOException {
        Path many = folder.resolve(name);
        this.framed = !Files.isDirectory(many);
        if (framed) {
            this.files = List.of(folder.resolve(name + ".h5"));
        } else {
            try (Stream<Path> found = Files.list(many)) {
                this.files = found.sorted().toList();
            }
        }
    }

    /** One of two tasks: reads the file of a case or its copy, or half of the small files. */
    static OwnReader ofTask(Path folder, String name, int task) throws IOException {
        OwnReader all = new OwnReader(folder, name);
        if (all.framed) {
            return task == 0 ? all : new OwnReader(folder, name + "-2");
        }
        return new OwnReader(all.files.subList(task * TASK_FILES, (task + 1) * TASK_FILES), false);
    }

    double seconds() {
        long start = System.nanoTime();
        read(values -> {});
        return (System.nanoTime() - start) / 1e9;
    }

    double sum() {
        double[] sum = new double[1];
        read(values -> {
            for (float value : values) {
                sum[0] += value;
            }
        });
        return sum[0];
    }

    long bytes() {
        long[] bytes = new long[1];
        read(values -> bytes[0] += (long) values.length * Float.BYTES);
        return bytes[0];
    }

    private void read(Consumer<float[]> values) {
        for (Path path : files) {
            try (Hdf5File file = Hdf5File.open(path)) {
                if (framed) {
                    readFrames(file.dataset("field"), values);
                } else {
                    readObject(file, values);
                }
            }
        }
    }

    private static void readFrames(Hdf5Dataset field, Consumer<float[]> values) {
        long[] shape = field.shape();
        int[] frame = Arrays.stream(shape).mapToInt(Math::toIntExact).toArray();
        frame[0] = 1;
        frame[1] = 1;
        long[] offset = new long[shape.length];
        float[] array = new float[Slab.of(offset, frame).elements()];
        for (offset[0] = 0; offset[0] < shape[0]; offset[0]++) {
            for (offset[1] = 0; offset[1] < shape[1]; offset[1]++) {
                values.accept(field.floats(Slab.of(offset, frame), array));
            }
        }
    }

    private static void readObject(Hdf5File file, Consumer<float[]> values) {
        for (String name : List.of("object_id", "bands")) {
            Hdf5Dataset text = file.dataset(name);
            text.texts(text.all());
        }
        Hdf5Dataset ascension = file.dataset("ra");
        values.accept(new float[] {(float) ascension.doubles(ascension.all())[0]});
        for (String name : List.of("time", "flux", "flux_err")) {
            Hdf5Dataset dataset = file.dataset(name);
            values.accept(dataset.floats(dataset.all()));
        }
    }
}
