package org.spolia.experiment.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.spolia.experiment.ExperimentException;
import org.spolia.experiment.Repository;
import org.spolia.experiment.configuration.data.ShardConfig;
import org.spolia.experiment.configuration.data.ShardFormat;
import org.spolia.experiment.configuration.operator.ConceptControl;
import org.spolia.experiment.configuration.operator.ConceptSource;
import org.spolia.experiment.configuration.operator.LearnedOperators;
import org.spolia.experiment.configuration.operator.LeftOut;
import org.spolia.experiment.configuration.operator.ListedOperators;
import org.spolia.experiment.configuration.search.SearchConfig;
import org.spolia.experiment.configuration.search.SearchSpread;
import org.spolia.experiment.planning.Planner;
import org.spolia.symbolic.expression.OperatorSet;
import org.spolia.symbolic.search.options.Constraints;
import org.spolia.symbolic.search.options.EvolutionOptions;
import org.spolia.symbolic.search.options.MutationWeights;
import org.spolia.symbolic.search.options.SearchOptions;
import org.spolia.symbolic.search.options.Units;

class ExperimentConfigTest {
    private static final String KEPLER = """
            name: kepler
            problems:
              files: [problems.yaml]
              include: [own.*]
            operator-sets:
              - name: base
                operators: [+, -, "*", /]
              - file: sets.yaml
            search:
              evaluations: 1000
            seeds: [0, 1]
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void write() {
        write("problems.yaml", """
                field: mechanics
                problems:
                  - id: own.spring
                    formula: -k*x
                    target: {name: F}
                    variables: [{name: k, train: [1, 2]}, {name: x, train: [0, 1]}]
                  - id: own.fall
                    formula: 4.9*t^2
                    target: {name: s}
                    variables: [{name: t, train: [1, 2]}]
                """);
        write("sets.yaml", """
                operator-sets:
                  - {name: waves, operators: [+, "*", sin, cos]}
                """);
    }

    static Stream<Path> shippedConfigs() throws IOException {
        try (Stream<Path> files = Files.list(Repository.CONFIGS)) {
            return files.filter(file -> file.toString().endsWith(".yaml")).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("shippedConfigs")
    void everyShippedConfigLoads(Path file) {
        ExperimentConfig config = ExperimentConfig.load(file, Map.of());

        assertThat(config.name()).isEqualTo(file.getFileName().toString().replace(".yaml", ""));
        assertThat(config.hasTrials() || !config.shards().isEmpty()).isTrue();
    }

    @Test
    void resolvesProblemsAndOperatorSets() {
        ExperimentConfig config = load(KEPLER, Map.of("problems.exclude", "[own.fall]", "search.max-size", "12"));

        assertThat(config.problems()).hasToString("[own.spring]");
        assertThat(config.operatorSets())
                .containsExactly(
                        new ListedOperators("base", List.of("+", "-", "*", "/")),
                        new ListedOperators("waves", List.of("+", "*", "sin", "cos")));
        assertThat(config.stages()).containsExactly(StageCatalogue.ALL);
        assertThat(config.search().options().evaluations()).isEqualTo(1000);
        assertThat(config.search().options().maxSize()).isEqualTo(12);
        assertThat(config.search().options().populations()).isEqualTo(SearchOptions.DEFAULT.populations());
        assertThat(config.data().requests()).hasSize(1);
    }

    @Test
    void operatorsThatTheFileDefinesAreNamedEverywhereInIt() {
        String hill = "hill(x, k) = x/(x + k)";
        String bell = "bell(x) = exp(-square(x))";
        ExperimentConfig config = load(
                KEPLER,
                Map.of(
                        "operators", "['hill(x,k) = x / (x+k)', 'bell(x) = exp(-square(x))']",
                        "operator-sets",
                                "[{name: own, operators: [+, hill]}, {design: add-one-in, name: d, base: [+], optional: [bell, hill]}]",
                        "search.complexity-of-operators", "[{operator: hill, complexity: 2}]",
                        "search.constraints", "[{operator: hill, most: [-1, 1]}]",
                        "search.nested-constraints", "[{operator: bell, inner: hill, most: 0}]"));

        assertThat(config.operatorSets())
                .extracting(set -> set.name() + " " + set.set())
                .containsExactly("own [+, " + hill + "]", "d.base [+]", "d.with-bell [+, " + bell + "]");
        assertThat(config.search().options(OperatorSet.of(List.of("+", hill))).constraints())
                .isEqualTo(new Constraints(
                        Map.of(hill, 2.0),
                        1,
                        List.of(),
                        Map.of(hill, List.of(-1, 1)),
                        Map.of(bell, Map.of(hill, 0)),
                        Units.NONE));
        assertThat(SearchConfig.parse(config.search().toJson())).isEqualTo(config.search());
    }

    @Test
    void aFileOfOperatorSetsMayDefineItsOwn() {
        write("sets.yaml", """
                operators: ['bell(x) = exp(-square(x))', 'twice(x) = 2*hill(x, 1)']
                operator-sets:
                  - {name: waves, operators: [+, bell, twice, hill]}
                """);
        ExperimentConfig config = load(KEPLER, Map.of("operators", "['hill(x, k) = x/(x + k)']"));

        assertThat(config.operatorSets().get(1).set().texts())
                .containsExactly(
                        "+", "bell(x) = exp(-square(x))", "twice(x) = 2*(x/(x + 1))", "hill(x, k) = x/(x + k)");
    }

    @Test
    void aSetMayHaveConceptsBesideItsOperators() {
        ExperimentConfig config = load(
                KEPLER,
                Map.of(
                        "operators",
                        "['bell(x) = exp(-square(x))']",
                        "operator-sets",
                        "[{name: learned, base: [+, bell], concepts: {from: earlier}},"
                                + " {name: blind, base: [+, bell], concepts: {from: earlier, count: 3, leave-out: field, control: random}}]"));

        assertThat(config.learns()).isTrue();
        assertThat(config.operatorSets()).isEmpty();
        assertThat(config.learnedSets())
                .extracting(LearnedOperators::concepts)
                .containsExactly(
                        new ConceptSource("earlier", 5, LeftOut.PROBLEM, ConceptControl.NONE),
                        new ConceptSource("earlier", 3, LeftOut.FIELD, ConceptControl.RANDOM));
        assertThat(config.learnedSets().get(0).base()).containsExactly("+", "bell(x) = exp(-square(x))");
    }

    @Test
    void setsWithConceptsAreToldApart() {
        String learned = "{name: %s, base: [+, exp], concepts: {from: earlier}}";
        Map<String, String> twins =
                Map.of("operator-sets", "[" + learned.formatted("a") + ", " + learned.formatted("b") + "]");
        Map<String, String> namesakes =
                Map.of("operator-sets", "[{name: a, operators: [+]}, " + learned.formatted("a") + "]");

        assertThatThrownBy(() -> load(KEPLER, twins))
                .isInstanceOf(ExperimentException.class)
                .hasMessageContaining(
                        "operator-sets[1]: 'b' has the same operators and concepts as 'a'; remove one of them");
        assertThatThrownBy(() -> load(KEPLER, namesakes))
                .isInstanceOf(ExperimentException.class)
                .hasMessageContaining("operator-sets[1]: the name 'a' is already used at operator-sets[0]");
    }

    @Test
    void whoLearnsVariablesFromWhomIsResolvedToProblems() {
        ExperimentConfig config = load(
                KEPLER,
                Map.of("learned-variables", "[{problems: ['own.f*'], from: ['*spring'], choices: [random, all]}]"));

        assertThat(config.learnsFromItself()).isTrue();
        assertThat(config.learnedVariables())
                .containsExactly(new LearnedVariables(
                        List.of("own.fall"),
                        List.of("own.spring"),
                        List.of(VariableChoice.ALL, VariableChoice.RANDOM)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '`',
            value = {
                "{problems: [own.fal], from: [own.spring]} => learned-variables[0].problems[0]: no problem of the experiment is called 'own.fal'; did you mean 'own.fall'?",
                "{problems: [own.fall], from: [spring]} => learned-variables[0].from[0]: no problem of the experiment is called 'spring'; did you mean 'own.spring'?",
                "{problems: [own.fall], from: ['own.*']} => learned-variables[0].from: 'own.fall' learns variables itself, as learned-variables[0].problems says; leave it out of one of the two lists",
                "{problems: [own.fall], from: [own.spring]}, {problems: ['*l'], from: [own.spring]} => learned-variables[1].problems: 'own.fall' learns variables in learned-variables[0] too; leave it out of one of them",
                "{problems: [own.fall]} => learned-variables[0].from: required key is missing",
                "{problems: [own.fall], from: [own.spring], choices: [others]} => learned-variables[0].choices[0]: 'others' is not allowed; Allowed: all, learned, random"
            })
    void mistakesAboutWhoLearnsFromWhomNameTheirPlace(String entries, String message) {
        assertThatThrownBy(() -> load(KEPLER, Map.of("learned-variables", "[" + entries + "]")))
                .isInstanceOf(ExperimentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void aConfigurationMayBeAboutFilesAlone() {
        ExperimentConfig config = load("""
                name: kepler
                stages: [shard]
                shards:
                  - {name: waves, format: well, path: ., splits: [train], fields: [u], steps: '0:10:2'}
                  - {name: sky, format: universe, path: s3a://bucket/sky}
                """, Map.of());

        assertThat(config.hasTrials()).isFalse();
        assertThat(config.shards())
                .containsExactly(
                        new ShardConfig(
                                "waves",
                                ShardFormat.WELL,
                                folder.toString(),
                                List.of("train"),
                                List.of("u"),
                                "0:10:2",
                                65536,
                                64),
                        new ShardConfig(
                                "sky", ShardFormat.UNIVERSE, "s3a://bucket/sky", List.of(), List.of(), ":", 65536, 64));
    }

    @Test
    void searchOptionsSurviveTheirJson() {
        SearchConfig options = load(KEPLER, Map.of("search.parsimony", "1e-7")).search();

        assertThat(SearchConfig.parse(options.toJson())).isEqualTo(options);
        assertThat(options.toJson())
                .startsWith("{\"complexity-of-constants\":1,\"complexity-of-operators\":[],")
                .contains("\"parsimony\":1e-7");
    }

    @Test
    void theSpreadOfASearchChangesNoId() {
        ExperimentConfig trials = load(KEPLER, Map.of());
        ExperimentConfig islands = load(KEPLER, Map.of("search.spread", "islands"));
        assertThat(islands.search().spread()).isEqualTo(SearchSpread.ISLANDS);
        assertThat(islands.search().toJson()).isEqualTo(trials.search().toJson());
        assertThat(Planner.plan(islands).experiment())
                .isEqualTo(Planner.plan(trials).experiment());
    }

    /** Ids are hashes of this text: a configuration that says nothing of a key that is newer than it keeps them. */
    @Test
    void keysThatWereAddedLaterAreSilentAtTheirDefaults() {
        assertThat(SearchConfig.defaults().toJson())
                .isEqualTo(
                        "{\"complexity-of-constants\":1,\"complexity-of-operators\":[],\"complexity-of-variables\":[],"
                                + "\"constraints\":[],\"evaluations\":200000,\"evolution\":\"fitted\",\"fit-steps\":4,\"folds\":0,"
                                + "\"forward-chaining\":false,\"library\":{\"backsolve\":0.15,\"entries\":8192,"
                                + "\"inverse-share\":0.6,\"relation-share\":0.05,\"rows\":0},\"max-depth\":30,\"max-size\":30,"
                                + "\"nested-constraints\":[],\"parsimony\":0,\"population-size\":27,\"populations\":30,"
                                + "\"precision\":\"float64\",\"search-rows\":512,\"select\":\"criterion\"}");
    }

    @Test
    void optionsOfTheEvolutionReachTheEngine() {
        SearchConfig config = load(
                        KEPLER,
                        Map.of(
                                "search.evolution-options.crossover-probability", "0.5",
                                "search.evolution-options.annealing", "false",
                                "search.evolution-options.mutation-weights.add-node", "0"))
                .search();

        EvolutionOptions options = config.options(OperatorSet.of(List.of("+"))).evolutionOptions();
        assertThat(options.crossoverProbability()).isEqualTo(0.5);
        assertThat(options.annealing()).isFalse();
        assertThat(options.mutationWeights()).isEqualTo(MutationWeights.of(Map.of("add_node", 0.0)));
        assertThat(SearchConfig.parse(config.toJson())).isEqualTo(config);
        assertThat(config.toJson()).contains("\"add-node\":0,");
    }

    @Test
    void constraintsReachTheEngine() {
        SearchConfig config = load(
                        KEPLER,
                        Map.of(
                                "search.complexity-of-operators", "[{operator: pow, complexity: 3}]",
                                "search.complexity-of-variables", "[2]",
                                "search.constraints", "[{operator: pow, most: [-1, 1]}]",
                                "search.nested-constraints", "[{operator: sin, inner: cos, most: 0}]"))
                .search();

        assertThat(config.options(OperatorSet.of(List.of("+"))).constraints())
                .isEqualTo(new Constraints(
                        Map.of("pow", 3.0),
                        1,
                        List.of(2.0),
                        Map.of("pow", List.of(-1, 1)),
                        Map.of("sin", Map.of("cos", 0)),
                        Units.NONE));
        assertThat(SearchConfig.parse(config.toJson())).isEqualTo(config);
    }

    /** A row: a piece of {@link #KEPLER} to replace, by what, and the message after "kepler.yaml". */
    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '`',
            value = {
                "evaluations: 1000 => evaluations: 0 => :10: search.evaluations: 0 is not allowed; must be > 0",
                "evaluations: 1000 => evaluations: many => :10: search.evaluations: got text 'many'; expected a whole number",
                "evaluations: 1000 => evaluations: 1.5 => :10: search.evaluations: got the number 1.5; expected a whole number",
                "evaluations: 1000 => maxsizes: 30 => :10: search.maxsizes: unknown key; did you mean 'search.max-size'?",
                "evaluations: 1000 => select: held-out => :9: search.folds: must be 2 or more where rows are held out, as 'select' says; got 0",
                "evaluations: 1000 => folds: 5 => :10: search.folds: is for 'select: held-out' and 'select: one-standard-error'; add one of them",
                "evaluations: 1000 => evolution-options: {topn: 0} => :10: search.evolution-options.topn: 0 is not allowed; must be >= 1",
                "evaluations: 1000 => evolution-options: {optimize-probability: 0.5} => :10: search.evolution-options.optimize-probability: applies only to 'evolution: plain'; with 'evolution: fitted' the constants of every child are fitted",
                "evaluations: 1000 => topn: 3 => :10: search.topn: unknown key; did you mean 'search.evolution-options.topn'?",
                "evaluations: 1000 => max-size: 201 => :10: search.max-size: 201 is not allowed; must be <= 200",
                "evaluations: 1000 => constraints: [{operator: pow, most: [1]}] => :10: search.constraints[0].most: needs a number for each of the 2 arguments of 'pow'",
                "evaluations: 1000 => nested-constraints: [{operator: sin, inner: coz, most: 0}] => :10: search.nested-constraints[0]: unknown operator 'coz'; did you mean 'cos'?",
                "problems: => shards: [{name: a, format: hdf5, path: .}]|problems: => :2: shards[0].format: 'hdf5' is not allowed; Allowed: well, universe, hats",
                "problems: => shards: [{name: A, format: well, path: .}]|problems: => :2: shards[0].name: 'A' is not allowed; must be lower-case letters, digits and _, starting with a letter",
                "problems: => shards: [{name: a, format: well, path: nosuch}]|problems: => :2: shards[0].path: FOLDER/nosuch: no such file or folder; name the folder of the files, relative to this file",
                "problems: => shards: [{name: a, format: well, path: ., steps: '5'}]|problems: => :2: shards[0].steps: '5' is not allowed; must be start:stop:stride, such as 0:100:10",
                "problems: => shards: [{name: a, format: universe, path: ., tile: 9}]|problems: => :2: shards[0].tile: a survey has no tiles; remove the key",
                "problems: => shards: [{name: a, format: hats, path: ., splits: [train]}]|problems: => :2: shards[0].splits: a HATS catalogue has no splits; remove the key",
                "problems: => shards: [{name: a, format: well, path: .}, {name: a, format: universe, path: .}]|problems: => :2: shards[1].name: 'a' is given twice (first as element 0); give each once",
                "problems: => embeddings: [{tables: [a], model-url: raw}]|problems: => :2: embeddings[0].tables[0]: 'a' is not allowed; must be simulations.NAME or surveys.NAME",
                "problems: => embeddings: [{tables: [simulations.a], model-url: nosuch}]|problems: => :2: embeddings[0].model-url: FOLDER/nosuch: no such file or folder; name the folder of an encoder bundle, relative to this file, raw, random or pretrained:NAME",
                "problems: => embeddings: [{tables: [simulations.a], model-url: raw, seed: 1}]|problems: => :2: embeddings[0].seed: only 'model-url: random' and 'pretrained:NAME' have a seed; remove the key",
                "problems: => embeddings: [{tables: [simulations.a], model-url: raw, engine: MXNet}]|problems: => :2: embeddings[0].engine: 'MXNet' is not allowed; must be OnnxRuntime or PyTorch",
                "problems: => embeddings: [{tables: [surveys.a], model-url: raw}]|problems: => :2: embeddings[0].input-cols: name the columns of the survey that are the channels of a sample",
                "problems: => embeddings: [{tables: [surveys.a], model-url: raw, input-cols: [x], window: 2}]|problems: => :2: embeddings[0].window: a survey has no frames; remove the key",
                "problems: => embeddings: [{tables: [simulations.a], model-url: raw, window: 4}]|probes: [{name: a, tables: [simulations.a], target: parameter_v}]|problems: => :3: probes[0].tables[0]: no entry of 'embeddings' has a random encoder of simulations.a, the control of trained encoders; add {tables: [simulations.a], model-url: random, window: 4, stride: 4}",
                "problems: => embeddings: [{tables: [simulations.a], model-url: raw, window: 4}, {tables: [simulations.a], model-url: random, window: 4}]|probes: [{name: a, tables: [simulations.a], target: parameter_v, sise: [4]}]|problems: => :3: probes[0].sise: unknown key; did you mean 'probes[0].sizes'?",
                "problems: => embeddings: [{tables: [simulations.a], model-url: raw, window: 4}, {tables: [simulations.a], model-url: random, window: 4}]|probes: [{name: a, tables: [simulations.a], target: parameter_v, sizes: [3]}]|problems: => :3: probes[0].sizes[0]: 3 is not allowed; must be >= 4",
                "problems: => embeddings: [{tables: [simulations.a], model-url: raw, window: 4}, {tables: [simulations.a], model-url: random, window: 4}]|probes: [{name: a, tables: [simulations.a], target: parameter_v, heads: [logistic]}]|problems: => :3: probes[0].heads[0]: logistic predicts classes; use ridge, or set 'classes: true'",
                "problems: => embeddings: [{tables: [simulations.a], model-url: raw, window: 4}, {tables: [simulations.a], model-url: random, window: 4}]|probes: [{name: a, tables: [simulations.a], target: parameter_v, heads: [logistic]}]|problems: => :3: probes[0].heads[0]: logistic predicts classes; use ridge, or set 'classes: true'",
                "problems: => embeddings: [{tables: [simulations.a], model-url: raw, window: 4}, {tables: [simulations.a], model-url: random, window: 4}]|probes: [{name: a, tables: [simulations.a], target: parameter_v, classes: true, log: true}]|problems: => :3: probes[0].log: classes have no logarithm; remove one of 'log' and 'classes'",
                "problems: => embeddings: [{tables: [simulations.a], model-url: raw, window: 4}, {tables: [simulations.a], model-url: random, window: 4}]|probes: [{name: a, tables: [simulations.a], target: parameter_v, shifted: {from: 1}}]|problems: => :3: probes[0].shifted.parameter: is missing; name the column whose range is held out",
                "problems: => embeddings: [{tables: [simulations.a], model-url: raw, window: 4}, {tables: [simulations.a], model-url: random, window: 4}]|probes: [{name: a, tables: [simulations.a], target: parameter_v, shifted: {parameter: parameter_v}}]|problems: => :3: probes[0].shifted.from: is missing, and so is 'to'; give the range of the column that is held out",
                "problems: => embeddings: [{tables: [simulations.a], model-url: raw, window: 4}, {tables: [simulations.a], model-url: random, window: 4}]|probes: [{name: a, tables: [simulations.a], target: parameter_v, shifted: {tables: [simulations.b]}}]|problems: => :3: probes[0].shifted.tables: 'simulations.b' is not embedded by every encoder of probe 'a'; add it to 'tables' of each of these entries of 'embeddings'",
                "problems: => pretraining: [{name: a, tables: [surveys.a], window: 4, objective: masked}]|problems: => :2: pretraining[0].tables: objects of 'surveys.a' are encoded as tokens; add 'architecture: tokens'",
                "problems: => pretraining: [{name: a, tables: [surveys.a], objective: masked, architecture: tokens}]|problems: => :2: pretraining[0].objective: tokens are predicted with 'objective: cross-modal'",
                "problems: => pretraining: [{name: a, tables: [surveys.a], objective: cross-modal, architecture: tokens}]|problems: => :2: pretraining[0].input-cols: name the modalities of an object to train on",
                "problems: => pretraining: [{name: a, tables: [surveys.a], window: 2, objective: cross-modal, architecture: tokens}]|problems: => :2: pretraining[0].window: a survey has no frames on a grid; remove the key",
                "problems: => pretraining: [{name: a, tables: [simulations.a], objective: cross-modal, architecture: tokens}]|problems: => :2: pretraining[0].tables: 'simulations.a' has frames, but tokens are made from objects; name surveys.NAME",
                "problems: => pretraining: [{name: a, tables: [simulations.a], objective: cross-modal}]|problems: => :2: pretraining[0].objective: cross-modal needs tokens; use forecast or masked, or 'architecture: tokens'",
                "problems: => embeddings: [{tables: [surveys.a], input-cols: [x], model-url: random, architecture: tokens}]|problems: => :2: embeddings[0].architecture: tokens need codecs, which are fitted to objects; name an entry of 'pretraining' with 'steps: 0'",
                "problems: => embeddings: [{tables: [surveys.a], input-cols: [x], model-url: raw}, {tables: [surveys.a], input-cols: [x], model-url: random}, {tables: [surveys.a], input-cols: [x], model-url: 'pretrained:g'}]|pretraining: [{name: g, tables: [surveys.b], input-cols: [x], objective: cross-modal, architecture: tokens}]|probes: [{name: a, tables: [surveys.a], target: Z}]|problems: => :4: probes[0].tables[0]: no entry of 'embeddings' has a random encoder of surveys.a, the control of trained encoders; add the encoder of an entry of 'pretraining' with 'architecture: tokens' and 'steps: 0'",
                "problems: => pretraining: [{name: a, tables: [simulations.a], window: 1, objective: forecast}]|problems: => :2: pretraining[0].window: 1 frame leaves no frame to predict; make it 2 or more, or use 'objective: masked'",
                "problems: => pretraining: [{name: random, tables: [simulations.a], window: 1, objective: masked}]|problems: => :2: pretraining[0].name: 'random' is the name of a control; choose another name",
                "problems: => embeddings: [{tables: [simulations.a], model-url: raw, architecture: axial-attention}]|problems: => :2: embeddings[0].architecture: only 'model-url: random' has this key; remove the key",
                "problems: => embeddings: [{tables: [simulations.a], model-url: raw, pooling: none}]|problems: => :2: embeddings[0].pooling: only 'model-url: random' and 'pretrained:NAME' have this key, and a bundle sets it in its manifest; remove the key",
                "problems: => embeddings: [{tables: [simulations.a], model-url: 'pretrained:waves', window: 4, architecture: axial-attention}]|pretraining: [{name: waves, tables: [simulations.a], window: 4, objective: masked}]|problems: => :2: embeddings[0].architecture: pretraining 'waves' has another architecture; remove the key here, or change that entry",
                "problems: => embeddings: [{tables: [simulations.a], model-url: raw, window: 4}, {tables: [simulations.a], model-url: random, window: 4}, {tables: [simulations.a], model-url: 'pretrained:waves', window: 4}]|pretraining: [{name: waves, tables: [simulations.a], window: 4, objective: masked, architecture: axial-attention}]|probes: [{name: a, tables: [simulations.a], target: parameter_v}]|problems: => :4: probes[0].tables[0]: no entry of 'embeddings' has a random encoder of simulations.a, the control of trained encoders; add {tables: [simulations.a], model-url: random, window: 4, stride: 4, architecture: axial-attention}",
                "problems: => embeddings: [{tables: [simulations.a], model-url: raw, window: 4}, {tables: [simulations.a], model-url: random, window: 4}]|probes: [{name: a, tables: [simulations.a], target: next-frame, fine-tuning: {encoders: [random]}, log: true}]|problems: => :3: probes[0].target: next-frame is neither a number nor a class; remove 'log' and 'classes'",
                "problems: => embeddings: [{tables: [simulations.a], model-url: raw, window: 4}, {tables: [simulations.a], model-url: random, window: 4}]|probes: [{name: a, tables: [simulations.a], target: next-frame, fine-tuning: {encoders: [random]}, heads: [knn]}]|problems: => :3: probes[0].target: next-frame is not predicted from embeddings; remove 'heads' and 'concatenated', and name encoders in 'fine-tuning'",
                "problems: => embeddings: [{tables: [simulations.a], model-url: raw, window: 4}, {tables: [simulations.a], model-url: random, window: 4}]|probes: [{name: a, tables: [simulations.a], target: next-frame}]|problems: => :3: probes[0].fine-tuning: is missing; name the 'encoders' that are trained to predict frames, such as random",
                "problems: => pretraining: [{name: a, tables: [simulations.a], window: 4, objective: contrast}]|problems: => :2: pretraining[0].objective: 'contrast' is not allowed; did you mean 'forecast'? Allowed: forecast, masked, cross-modal",
                "problems: => pretraining: [{name: a, tables: [simulations.a], window: 4, objective: masked, hidden: 1}]|problems: => :2: pretraining[0].hidden: 1 is not allowed; must be < 1",
                "problems: => embeddings: [{tables: [simulations.a], model-url: 'pretrained:wave'}]|pretraining: [{name: waves, tables: [simulations.a], window: 4, objective: masked}]|problems: => :2: embeddings[0].model-url: no entry of 'pretraining' is called 'wave'; did you mean 'waves'?",
                "problems: => embeddings: [{tables: [simulations.a], model-url: 'pretrained:waves', window: 4, seed: 1}]|pretraining: [{name: waves, tables: [simulations.a], window: 4, objective: masked}]|problems: => :2: embeddings[0].seed: pretraining 'waves' has no seed 1; known: 0",
                "problems: => embeddings: [{tables: [simulations.a], model-url: 'pretrained:waves', window: 2}]|pretraining: [{name: waves, tables: [simulations.a], window: 4, objective: masked}]|problems: => :2: embeddings[0].window: pretraining 'waves' trains on 4 frames; set 'window' to this number here, not to 2",
                "problems: => matches: [{name: m, left: surveys.a, right: desi}]|problems: => :2: matches[0].right: 'desi' is not allowed; must be surveys.NAME",
                "problems: => matches: [{name: m, left: surveys.a, right: surveys.a}]|problems: => :2: matches[0].right: 'surveys.a' is also on the left, and each object is nearest to itself; name another survey",
                "problems: => matches: [{name: m, left: surveys.a, right: surveys.b, radius-arcsec: 0}]|problems: => :2: matches[0].radius-arcsec: 0 is not allowed; must be > 0",
                "problems: => matches: [{name: m, left: surveys.a, right: surveys.b, pairs: best}]|problems: => :2: matches[0].pairs: 'best' is not allowed; Allowed: one-to-one, all",
                "problems: => embeddings: [{tables: [simulations.a], model-url: raw, window: 4}, {tables: [simulations.a], model-url: random, window: 4}]|probes: [{name: a, tables: [simulations.a], target: parameter_v, fine-tuning: {encoders: [raw]}}]|problems: => :3: probes[0].fine-tuning.encoders: 'raw' has no weights to train; name random and entries of 'pretraining'",
                "problems: => probes: [{name: a, tables: [simulations.a], target: parameter_v}]|problems: => :2: probes[0].tables[0]: no entry of 'embeddings' has the raw values of simulations.a, the baseline of every encoder; add {tables: [simulations.a], model-url: raw}",
                "search: => serach: => :9: serach: unknown key; did you mean 'search'?",
                "search: => search: 5 # => :10: not valid YAML: expected <block end>, but found '<block mapping start>'; correct the syntax there",
                "name: kepler => evaluations: 5 => :1: evaluations: unknown key; did you mean 'search.evaluations'?",
                "name: kepler => # => :2: name: required key is missing; add it: name of the experiment in tables and views",
                "name: kepler => name: my kepler => :1: name: 'my kepler' is not allowed; must be words of letters, digits and _, separated by . or -",
                "seeds: [0, 1] => seeds: [0, 1, 0] => :11: seeds[2]: '0' is given twice (first as element 0); give each once",
                "seeds: [0, 1] => seeds: [] => :11: seeds: the list is empty; name at least 1",
                "seeds: [0, 1] => seeds: 0 => :11: seeds: got the number 0; expected a list, such as [0, 1]",
                "seeds: [0, 1] => data: {noise: [-0.1]} => :11: data.noise[0]: -0.1 is not allowed; must be >= 0",
                "seeds: [0, 1] => data: {noise: [0, 0.0]} => :11: data.noise[1]: '0' is given twice (first as element 0); give each once",
                "seeds: [0, 1] => data: {hold-out: 1} => :11: data.hold-out: 1 is not allowed; must be < 1",
                "seeds: [0, 1] => data: {train-rows: 1} => :11: data.train-rows: 1 is not allowed; must be >= 2",
                "/] => sinh2] => :7: operator-sets[0].operators[3]: unknown operator 'sinh2'; did you mean 'sinh'? Known: +, -, *, /, pow, neg, inv, abs, square, cube, sqrt, exp, log, sin, cos, tanh, asin, atan, li2, tan, acos, sinh, cosh, log2, log10, cbrt, erf, erfc, asinh, acosh, atanh, log1p, gamma, lgamma, j0, j1, lambertw, logistic, saturation, relu, … (62 in all)",
                "seeds: [0, 1] => operators: [hill] => :11: operators[0]: 'hill' is not a definition; write one as in hill(x, k) = x/(x + k)",
                "seeds: [0, 1] => operators: ['f(x) = x + 1', 'f(x) = x'] => :11: operators[1]: operator 'f' already exists; choose another name",
                "seeds: [0, 1] => operators: ['f(x) = g(x)'] => :11: operators[0]: the formula of 'f': Unknown function 'g' at position 1 of 'g(x)'",
                "seeds: [0, 1] => operators: 5 => :11: operators: got the number 5; expected a list, such as [a, b]",
                "/] => /, 'f(x) = x + 1', 'f(x) = x + 2'] => :7: operator-sets[0].operators[5]: 'f' is given twice (first as element 4); give each once",
                "/] => +] => :7: operator-sets[0].operators[3]: '+' is given twice (first as element 0); give each once",
                "/] => pow, ^] => :7: operator-sets[0].operators[4]: 'pow' is given twice (first as element 3); give each once",
                "[+, -, \"*\", /] => [] => :7: operator-sets[0].operators: the list is empty; name at least 1",
                "[+, -, \"*\", /] => [+, -, *, /] => :7: not valid YAML: a bare * is an alias in YAML; write \"*\" in quotes",
                "[+, -, \"*\", /] => + => :7: operator-sets[0].operators: got text '+'; expected a list, such as [a, b]",
                "[+, -, \"*\", /] => [\"*\", cos, sin, +] => :8: operator-sets[1]: 'waves' has the same operators as 'base'; remove one of them",
                "name: base => name: waves => :8: operator-sets[1]: the name 'waves' is already used at operator-sets[0]; give each set its own",
                "sets.yaml => stes.yaml => :8: operator-sets[1].file: FOLDER/stes.yaml: no such file; did you mean 'FOLDER/sets.yaml'?",
                "problems.yaml => . => :3: problems.files[0]: FOLDER/.: is a directory; name a file in it",
                "problems.yaml => problem.yaml => :3: problems.files[0]: FOLDER/problem.yaml: no such file; did you mean 'FOLDER/problems.yaml'?",
                "own.* => own.sprin => :4: problems.include[0]: no problem is called 'own.sprin'; did you mean 'own.spring'?",
                "own.* => nist.* => :4: problems.include[0]: no problem is called 'nist.*'; known: own.spring, own.fall",
                "[own.*] => [own.*]|  exclude: ['*'] => :5: problems.exclude: excludes all included problems; exclude fewer",
                "[own.*] => [own.*]|  exclude: [own.fal] => :5: problems.exclude[0]: no problem is called 'own.fal'; did you mean 'own.fall'?",
            })
    void aMistakeGivesOneUsefulLine(String piece, String replacement, String message) {
        Path file = write("kepler.yaml", KEPLER.replace(piece, replacement.replace('|', '\n')));

        assertThatThrownBy(() -> ExperimentConfig.load(file, Map.of()))
                .isInstanceOf(ExperimentException.class)
                .hasMessage(file + message.replace("FOLDER", folder.toString()));
    }

    @Test
    void aMistakeInAReferredFileNamesThatFile() {
        write("sets.yaml", "operator-sets:\n  - {name: waves, operators: [sine]}\n");
        Path file = write("kepler.yaml", KEPLER);

        assertThatThrownBy(() -> ExperimentConfig.load(file, Map.of()))
                .hasMessageStartingWith(folder.resolve("sets.yaml")
                        + ":2: operator-sets[0].operators[0]: unknown operator 'sine'; did you mean 'sin'? Known: +,");
    }

    @Test
    void aMistakeInAnOverrideNamesTheOption() {
        Path file = write("kepler.yaml", KEPLER);

        assertThatThrownBy(() -> ExperimentConfig.load(file, Map.of("search.evaluation", "5")))
                .hasMessage(
                        "--set search.evaluation=5: search.evaluation: unknown key; did you mean 'search.evaluations'?");
        assertThatThrownBy(() -> ExperimentConfig.load(file, Map.of("problems.include", "[own.summer]")))
                .hasMessage(
                        "--set problems.include=[own.summer]: problems.include[0]: no problem is called 'own.summer'; did you mean 'own.spring'?");
    }

    private ExperimentConfig load(String yaml, Map<String, String> overrides) {
        return ExperimentConfig.load(write("kepler.yaml", yaml), overrides);
    }

    private Path write(String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
