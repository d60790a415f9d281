package org.spolia.jobs.source.hats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spolia.jobs.source.file.HadoopChannel;
import org.spolia.jobs.source.file.ReadCounters;

class ParquetInputTest {
    private static final MessageType SCHEMA =
            MessageTypeParser.parseMessageType("message survey { required int64 id; required double flux; }");
    private static final int ROWS = 20_000;
    private static final int PAGE_BYTES = 1024;
    private static final int THREADS = 4;
    private static final int READINGS = 50;

    @TempDir
    private Path folder;

    @Test
    void filesAreReadByManyThreadsAtOnce() throws Exception {
        Path file = write();
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<Long>> readings = new ArrayList<>();
            for (int i = 0; i < READINGS; i++) {
                readings.add(threads.submit(() -> rows(file)));
            }
            for (Future<Long> reading : readings) {
                assertThat(reading.get()).isEqualTo(ROWS);
            }
        } finally {
            threads.shutdown();
        }
    }

    private Path write() throws IOException {
        Path file = folder.resolve("survey.parquet");
        try (ParquetWriter<Group> writer = ExampleParquetWriter.builder(new LocalOutputFile(file))
                .withType(SCHEMA)
                .withCompressionCodec(CompressionCodecName.SNAPPY)
                .withPageSize(PAGE_BYTES)
                .build()) {
            for (int i = 0; i < ROWS; i++) {
                Group row = new SimpleGroup(SCHEMA);
                row.add("id", (long) i);
                row.add("flux", Math.sqrt(i));
                writer.write(row);
            }
        }
        return file;
    }

    private static long rows(Path file) throws IOException {
        try (HadoopChannel channel = HadoopChannel.open(
                new org.apache.hadoop.fs.Path(file.toUri()),
                Files.size(file),
                new Configuration(),
                new ReadCounters())) {
            return new ParquetInput(channel).rows();
        }
    }
}
