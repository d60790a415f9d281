package org.spolia.jobs.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.MapType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.spolia.experiment.monitor.LawWindow;
import org.spolia.experiment.monitor.MonitoredWindow;
import org.spolia.experiment.monitor.WatchedLaw;
import org.spolia.experiment.row.Attempt;
import org.spolia.experiment.row.CandidateRow;
import org.spolia.experiment.row.ConceptRow;
import org.spolia.experiment.row.CostAucRow;
import org.spolia.experiment.row.DatasetStatistic;
import org.spolia.experiment.row.EmbeddingRow;
import org.spolia.experiment.row.EncoderRow;
import org.spolia.experiment.row.EncoderSetting;
import org.spolia.experiment.row.EncoderSimilarity;
import org.spolia.experiment.row.Experiment;
import org.spolia.experiment.row.ExperimentSet;
import org.spolia.experiment.row.ExperimentTrial;
import org.spolia.experiment.row.ExperimentVersion;
import org.spolia.experiment.row.Feature;
import org.spolia.experiment.row.FieldMoments;
import org.spolia.experiment.row.Observation;
import org.spolia.experiment.row.OperatorSetRow;
import org.spolia.experiment.row.OperatorTransfer;
import org.spolia.experiment.row.OperatorUtility;
import org.spolia.experiment.row.PretrainingRow;
import org.spolia.experiment.row.ProbeScore;
import org.spolia.experiment.row.ProblemRow;
import org.spolia.experiment.row.RetrievedSample;
import org.spolia.experiment.row.Score;
import org.spolia.experiment.row.SetComparison;
import org.spolia.experiment.row.ShardFile;
import org.spolia.experiment.row.SimulationAxis;
import org.spolia.experiment.row.SkyMatch;
import org.spolia.experiment.row.Trial;

/** The contract between the records of experiment and the tables. */
class RecordRowsTest {
    private static final Map<Table, Class<? extends Record>> RECORDS = Map.ofEntries(
            Map.entry(Table.SHARD_FILES, ShardFile.class),
            Map.entry(Table.FIELD_MOMENTS, FieldMoments.class),
            Map.entry(Table.SIMULATION_AXES, SimulationAxis.class),
            Map.entry(Table.FEATURES, Feature.class),
            Map.entry(Table.DATASET_STATISTICS, DatasetStatistic.class),
            Map.entry(Table.SKY_MATCHES, SkyMatch.class),
            Map.entry(Table.PRETRAININGS, PretrainingRow.class),
            Map.entry(Table.ENCODERS, EncoderRow.class),
            Map.entry(Table.ENCODER_SETTINGS, EncoderSetting.class),
            Map.entry(Table.EMBEDDINGS, EmbeddingRow.class),
            Map.entry(Table.EXPERIMENTS, Experiment.class),
            Map.entry(Table.EXPERIMENT_VERSIONS, ExperimentVersion.class),
            Map.entry(Table.EXPERIMENT_SETS, ExperimentSet.class),
            Map.entry(Table.SET_COMPARISONS, SetComparison.class),
            Map.entry(Table.EXPERIMENT_TRIALS, ExperimentTrial.class),
            Map.entry(Table.PROBLEMS, ProblemRow.class),
            Map.entry(Table.OPERATOR_SETS, OperatorSetRow.class),
            Map.entry(Table.OBSERVATIONS, Observation.class),
            Map.entry(Table.TRIALS, Trial.class),
            Map.entry(Table.CANDIDATES, CandidateRow.class),
            Map.entry(Table.SCORES, Score.class),
            Map.entry(Table.OPERATOR_UTILITY, OperatorUtility.class),
            Map.entry(Table.OPERATOR_TRANSFER, OperatorTransfer.class),
            Map.entry(Table.COST_AUC, CostAucRow.class),
            Map.entry(Table.CONCEPTS, ConceptRow.class),
            Map.entry(Table.PROBE_SCORES, ProbeScore.class),
            Map.entry(Table.ENCODER_SIMILARITY, EncoderSimilarity.class),
            Map.entry(Table.RETRIEVED_SAMPLES, RetrievedSample.class),
            Map.entry(Table.WATCHED_LAWS, WatchedLaw.class),
            Map.entry(Table.LAW_WINDOWS, LawWindow.class),
            Map.entry(Table.LAW_MONITOR, MonitoredWindow.class),
            Map.entry(Table.ATTEMPTS, Attempt.class));

    @ParameterizedTest
    @MethodSource("org.spolia.jobs.tables.Table#values")
    void componentsAreTheColumnsInTheirOrder(Table table) {
        List<String> components = Arrays.stream(record(table).getRecordComponents())
                .map(component -> RecordRows.plain(component.getName()))
                .toList();
        List<String> columns = Arrays.stream(table.schema().fieldNames())
                .map(RecordRows::plain)
                .toList();

        assertThat(components).isEqualTo(columns);
    }

    @ParameterizedTest
    @MethodSource("org.spolia.jobs.tables.Table#values")
    void componentsHaveTheTypesOfTheColumns(Table table) {
        RecordComponent[] components = record(table).getRecordComponents();
        for (int i = 0; i < components.length; i++) {
            assertThat(components[i].getType())
                    .as(table + "." + components[i].getName())
                    .isIn(types(table.schema().apply(i).dataType()));
        }
    }

    private static Class<? extends Record> record(Table table) {
        return Objects.requireNonNull(RECORDS.get(table), () -> "Which record is a row of " + table + "?");
    }

    private static List<Class<?>> types(DataType type) {
        if (type instanceof ArrayType array) {
            if (array.elementType().equals(DataTypes.FloatType)) {
                return List.of(float[].class);
            }
            if (array.elementType().equals(DataTypes.ShortType)) {
                return List.of(short[].class);
            }
            return array.elementType() instanceof ArrayType
                    ? List.of(double[][].class)
                    : List.of(List.class, double[].class);
        }
        if (type instanceof MapType) {
            return List.of(Map.class);
        }
        return Map.<DataType, List<Class<?>>>of(
                        DataTypes.StringType, List.of(String.class),
                        DataTypes.BooleanType, List.of(boolean.class, Boolean.class),
                        DataTypes.IntegerType, List.of(int.class, Integer.class),
                        DataTypes.LongType, List.of(long.class, Long.class),
                        DataTypes.DoubleType, List.of(double.class, Double.class),
                        DataTypes.BinaryType, List.of(byte[].class),
                        DataTypes.TimestampType, List.of(java.time.Instant.class))
                .getOrDefault(type, List.of());
    }
}
