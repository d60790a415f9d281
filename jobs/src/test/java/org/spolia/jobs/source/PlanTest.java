package org.spolia.jobs.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spolia.experiment.ExperimentException;
import org.spolia.hdf5.layout.FrameUnit;
import org.spolia.jobs.source.file.SourceFile;
import org.spolia.jobs.source.format.DatasetFormat;
import org.spolia.jobs.source.format.FileHeader;
import org.spolia.jobs.source.format.HeaderColumn;
import org.spolia.jobs.source.format.OpenFile;
import org.spolia.jobs.source.format.SchemaUnion;
import org.spolia.jobs.source.format.Selection;
import org.spolia.jobs.source.format.SourceOptions;
import org.spolia.jobs.source.format.StepRange;
import org.spolia.jobs.source.format.WellFormat;

class PlanTest {
    private static final StructType VELOCITY = StructType.fromDDL("velocity_x ARRAY<FLOAT>");

    @Test
    void smallFilesShareAPartition() {
        assertThat(partitions("64m", VELOCITY)).hasSize(1);
        assertThat(partitions("100k", VELOCITY))
                .extracting(FilePartition::slices)
                .extracting(List::size)
                .containsExactly(1, 1, 1);
        assertThat(partitions("130k", VELOCITY))
                .extracting(FilePartition::slices)
                .extracting(List::size)
                .containsExactly(2, 1);
    }

    @Test
    void aFileIsCutBetweenItsChunks() {
        List<FrameUnit> units = partitions("1", VELOCITY).stream()
                .flatMap(partition -> partition.slices().stream())
                .filter(slice -> slice.file().name().equals("train/a.hdf5"))
                .map(Slice::unit)
                .toList();
        assertThat(units)
                .containsExactly(
                        new FrameUnit(0, 1, 0, 2),
                        new FrameUnit(0, 1, 2, 2),
                        new FrameUnit(1, 1, 0, 2),
                        new FrameUnit(1, 1, 2, 2));
    }

    @Test
    void aPartitionKnowsItsContent() {
        FilePartition partition = partitions("64m", VELOCITY).get(0);
        assertThat(partition.numRows()).hasValue(13);
        assertThat(partition.filesCount()).hasValue(3);
        assertThat(partition.sizeInBytes()).hasValue(13 * 24 * Float.BYTES);
    }

    @Test
    void aFileThatChangesAfterItsListingIsNotRead(@TempDir Path folder) throws IOException {
        FileSet files = files(Samples.copy(folder.resolve("copy")), "64m");
        List<SourceFile> listed = files.list();
        List<FileHeader> headers = files.headers(listed);
        List<FilePartition> partitions =
                files.partitions(files.slices(headers, VELOCITY, Selection.of(StepRange.ALL), Long.MAX_VALUE));
        Files.write(folder.resolve("copy/train/b.hdf5"), new byte[] {1, 2, 3});
        try (PartitionReader<InternalRow> reader = SliceReaderFactory.of(files, VELOCITY, Selection.of(StepRange.ALL))
                .createReader(partitions.get(0))) {
            for (int i = 0; i < 8; i++) {
                assertThat(reader.next()).isTrue();
            }
            assertThatThrownBy(reader::next)
                    .isInstanceOf(ExperimentException.class)
                    .hasMessageContaining("train/b.hdf5 changed after it was listed")
                    .hasMessageContaining("has 3 of");
        }
        Files.delete(folder.resolve("copy/train/b.hdf5"));
        assertThatThrownBy(() -> OpenFile.open(files.format(), listed.get(1), files.configuration()))
                .isInstanceOf(ExperimentException.class)
                .hasMessageContaining("train/b.hdf5 was deleted");
    }

    @Test
    void aClashOfTypesNamesBothFiles(@TempDir Path folder) {
        Samples.put(Samples.fixture("hsc/healpix=0714/001-of-001.hdf5"), folder.resolve("healpix=1/a.hdf5"));
        Samples.put(Samples.fixture("v110.h5"), folder.resolve("healpix=2/b.h5"));
        SourceOptions options =
                new SourceOptions(new CaseInsensitiveStringMap(Map.of("path", folder.toString(), "dataset", "/")));
        FileSet files = FileSet.of(DatasetFormat.of(options), options, new Configuration());
        assertThatThrownBy(() -> files.schema(files.list()))
                .hasMessageContaining("b.h5")
                .hasMessageContaining("rows");
        StructType keys = new StructType();
        FileHeader one = header("one.h5", "x INT");
        FileHeader other = header("other.h5", "X ARRAY<FLOAT>");
        assertThatThrownBy(() -> SchemaUnion.of(keys, List.of(one, other)))
                .isInstanceOf(ExperimentException.class)
                .hasMessageContaining("Column X is ARRAY<FLOAT> in file:/other.h5 and INT in file:/one.h5");
    }

    private static FileHeader header(String name, String ddl) {
        SourceFile file = SourceFile.of(new org.apache.hadoop.fs.Path("file:/"), name, 1, 1);
        HeaderColumn column = new HeaderColumn(StructType.fromDDL(ddl).apply(0), 1);
        return new FileHeader(file, Map.of(), List.of(), List.of(column), 1, 1, 1);
    }

    private static List<FilePartition> partitions(String targetBytes, StructType columns) {
        FileSet files = files(Samples.simulations(), targetBytes);
        List<Slice> slices =
                files.slices(files.headers(files.list()), columns, Selection.of(StepRange.ALL), Long.MAX_VALUE);
        return files.partitions(slices);
    }

    private static FileSet files(Path root, String targetBytes) {
        SourceOptions options = new SourceOptions(
                new CaseInsensitiveStringMap(Map.of("path", root.toString(), "target-bytes", targetBytes)));
        return FileSet.of(WellFormat.of(options), options, new Configuration());
    }
}
