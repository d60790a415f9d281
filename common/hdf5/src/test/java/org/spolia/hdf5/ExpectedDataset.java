package org.spolia.hdf5;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The content of a dataset according to h5py, written by the script {@code matrix.py}. */
@SuppressWarnings("ArrayRecordComponent")
record ExpectedDataset(
        Path file,
        String dataset,
        String kind,
        String shape,
        String storage,
        String chunk,
        String filters,
        byte[] bytes) {

    static List<ExpectedDataset> readAll(Path folder) throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve("expected.tsv"));
        byte[] all = Files.readAllBytes(folder.resolve("expected.bin"));
        List<ExpectedDataset> expected = new ArrayList<>();
        int at = 0;
        for (String line : lines.subList(1, lines.size())) {
            String[] fields = line.split("\t", -1);
            int size = Integer.parseInt(fields[7]);
            expected.add(new ExpectedDataset(
                    folder.resolve(fields[0]),
                    fields[1],
                    fields[2],
                    fields[3],
                    fields[4],
                    fields[5],
                    fields[6],
                    Arrays.copyOfRange(all, at, at + size)));
            at += size;
        }
        return expected;
    }

    @Override
    public String toString() {
        return file.getFileName() + ":" + dataset;
    }
}
