package org.spolia.experiment.configuration;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.spolia.experiment.ExperimentException;
import org.spolia.experiment.Suggestion;
import org.spolia.experiment.TextFile;
import org.spolia.experiment.binding.Document;
import org.spolia.experiment.configuration.data.ShardConfig;
import org.spolia.experiment.configuration.encoder.EmbeddingConfig;
import org.spolia.experiment.configuration.encoder.EncoderModel;
import org.spolia.experiment.configuration.encoder.PretrainedEncoders;
import org.spolia.experiment.configuration.operator.DefinedOperators;
import org.spolia.experiment.configuration.operator.LearnedOperators;
import org.spolia.experiment.configuration.operator.ListedOperators;
import org.spolia.experiment.configuration.operator.OperatorDesign;
import org.spolia.experiment.configuration.operator.OperatorSetConfig;
import org.spolia.experiment.configuration.operator.OperatorSetFile;
import org.spolia.experiment.problem.Catalogue;
import org.spolia.experiment.problem.CataloguedProblem;
import org.spolia.symbolic.expression.Definitions;
import org.spolia.symbolic.expression.OperatorSet;
import org.spolia.symbolic.key.InvalidValueException;

/** Resolves the references in the file of an experiment. Mistakes are reported at the key with the reference. */
final class ExperimentLoader {
    private static final Pattern URI = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]+:/.*");

    private final Path file;
    private final Document document;
    private final Definitions definitions;
    private final ExperimentFile content;

    ExperimentLoader(Path file, Map<String, String> overrides) {
        this.file = file;
        Document written = Document.read(file, overrides);
        this.definitions = DefinedOperators.of(written, Definitions.NONE);
        this.document = DefinedOperators.resolved(written, definitions);
        this.content = document.bind(ExperimentFile.class);
    }

    ExperimentConfig load() {
        StageCatalogue catalogue = StageCatalogue.installed();
        List<String> stages = stages(catalogue);
        ExperimentConfig experiment = experiment(stages);
        try {
            catalogue.require(experiment);
        } catch (InvalidValueException e) {
            throw document.mistake(e.path(), e.problem());
        }
        return experiment;
    }

    /** The stages that the file names, in execution order. */
    private List<String> stages(StageCatalogue catalogue) {
        List<String> allowed = catalogue.names();
        if (allowed.isEmpty() || content.stages().equals(List.of(StageCatalogue.ALL))) {
            return allowed.isEmpty() ? content.stages() : allowed;
        }
        for (int i = 0; i < content.stages().size(); i++) {
            String stage = content.stages().get(i);
            if (!allowed.contains(stage)) {
                throw document.mistake("stages[" + i + "]", Suggestion.refusal(stage, allowed));
            }
        }
        return allowed.stream().filter(content.stages()::contains).toList();
    }

    private ExperimentConfig experiment(List<String> stages) {
        List<CataloguedProblem> problems = problems();
        return new ExperimentConfig(
                content.name(),
                content.description(),
                stages,
                shards(),
                content.matches(),
                content.pretraining(),
                embeddings(),
                content.probes(),
                problems,
                content.data(),
                new VariableLessons(document, problems).resolved(content.learnedVariables()),
                operatorSets(),
                entries(OperatorDesign.class),
                learnedSets(),
                content.search(),
                content.complexity(),
                content.seeds(),
                monitors(problems));
    }

    private List<MonitorConfig> monitors(List<CataloguedProblem> problems) {
        List<MonitorConfig> monitors = content.monitors();
        for (int i = 0; i < monitors.size(); i++) {
            WatchedProblems.require(document, "monitors[" + i + "]", monitors.get(i), problems);
        }
        return monitors;
    }

    private List<ShardConfig> shards() {
        List<ShardConfig> shards = new ArrayList<>();
        for (int i = 0; i < content.shards().size(); i++) {
            ShardConfig shard = content.shards().get(i);
            shards.add(shard.at(place(
                    shard.path(), "shards[" + i + "].path", "name the folder of the files, relative to this file")));
        }
        return shards;
    }

    private List<EmbeddingConfig> embeddings() {
        List<EmbeddingConfig> embeddings = new ArrayList<>();
        for (int i = 0; i < content.embeddings().size(); i++) {
            EmbeddingConfig embedding = content.embeddings().get(i);
            if (embedding.model() instanceof EncoderModel.Pretrained made) {
                embeddings.add(PretrainedEncoders.named(made.name(), content.pretraining())
                        .map(embedding::madeBy)
                        .orElseThrow());
                continue;
            }
            String key = "embeddings[" + i + "].model-url";
            embeddings.add(
                    embedding.model() instanceof EncoderModel.Bundle bundle
                            ? embedding.at(
                                    place(
                                            bundle.folder(),
                                            key,
                                            "name the folder of an encoder bundle, relative to this file, raw, random or pretrained:NAME"))
                            : embedding);
        }
        return embeddings;
    }

    /** Returns a URI unchanged, and a path relative to this file as an absolute path. */
    private String place(String path, String key, String remedy) {
        if (URI.matcher(path).matches()) {
            return path;
        }
        Path folder = file.toAbsolutePath().resolveSibling(path).normalize();
        if (!Files.exists(folder)) {
            throw document.mistake(key, folder + ": no such file or folder; " + remedy);
        }
        return folder.toString();
    }

    private List<CataloguedProblem> problems() {
        ProblemSelection selection = content.problems();
        if (selection.files().isEmpty()) {
            return List.of();
        }
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < selection.files().size(); i++) {
            files.add(existing(selection.files().get(i), "problems.files[" + i + "]"));
        }
        List<CataloguedProblem> all = List.copyOf(Catalogue.load(files).problems());
        NamedEntries<CataloguedProblem> named =
                new NamedEntries<>("problem", all, problem -> problem.problem().id());
        Set<CataloguedProblem> chosen = named.matching(selection.include(), document, "problems.include");
        chosen.removeAll(named.matching(selection.exclude(), document, "problems.exclude"));
        if (chosen.isEmpty()) {
            throw document.mistake("problems.exclude", "excludes all included problems; exclude fewer");
        }
        return all.stream().filter(chosen::contains).toList();
    }

    /** Every operator set once: first those that the user named, then those of designs that are not among them. */
    private List<ListedOperators> operatorSets() {
        Map<String, String> places = new LinkedHashMap<>();
        Map<OperatorSet, ListedOperators> sets = new LinkedHashMap<>();
        for (int i = 0; i < content.operatorSets().size(); i++) {
            String path = "operator-sets[" + i + "]";
            for (ListedOperators set : listed(content.operatorSets().get(i), path)) {
                requireNewName(places, set.name(), path);
                ListedOperators twin = sets.putIfAbsent(set.set(), set);
                if (twin != null) {
                    throw document.mistake(
                            path,
                            "'" + set.name() + "' has the same operators as '" + twin.name() + "'; remove one of them");
                }
            }
        }
        for (int i = 0; i < content.operatorSets().size(); i++) {
            if (content.operatorSets().get(i) instanceof OperatorDesign design) {
                for (ListedOperators set : design.sets()) {
                    requireNewName(places, set.name(), "operator-sets[" + i + "]");
                    sets.putIfAbsent(set.set(), set);
                }
            }
            if (content.operatorSets().get(i) instanceof LearnedOperators set) {
                requireNewName(places, set.name(), "operator-sets[" + i + "]");
            }
        }
        return List.copyOf(sets.values());
    }

    private void requireNewName(Map<String, String> places, String name, String path) {
        if (places.putIfAbsent(name, path) != null) {
            throw document.mistake(
                    path, "the name '" + name + "' is already used at " + places.get(name) + "; give each set its own");
        }
    }

    private <T extends OperatorSetConfig> List<T> entries(Class<T> kind) {
        return content.operatorSets().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    /** Sets with concepts, all different. */
    private List<LearnedOperators> learnedSets() {
        List<LearnedOperators> sets = entries(LearnedOperators.class);
        for (LearnedOperators set : sets) {
            for (LearnedOperators other : sets.subList(0, sets.indexOf(set))) {
                if (other.concepts().equals(set.concepts())
                        && other.baseSet().set().equals(set.baseSet().set())) {
                    throw document.mistake(
                            "operator-sets[" + content.operatorSets().indexOf(set) + "]",
                            "'" + set.name() + "' has the same operators and concepts as '" + other.name()
                                    + "'; remove one of them");
                }
            }
        }
        return sets;
    }

    /** The sets that an entry names; none for a design or an entry with concepts. */
    private List<ListedOperators> listed(OperatorSetConfig entry, String path) {
        if (entry instanceof OperatorSetFile reference) {
            return included(reference, path);
        }
        return entry instanceof ListedOperators set ? List.of(set) : List.of();
    }

    private List<ListedOperators> included(OperatorSetFile reference, String path) {
        Document written = Document.read(existing(reference.file(), path + ".file"));
        List<ListedOperators> sets = DefinedOperators.resolved(written, DefinedOperators.of(written, definitions))
                .bind(OperatorSetFile.Content.class)
                .operatorSets();
        NamedEntries<ListedOperators> named =
                new NamedEntries<>("operator set of the file", sets, ListedOperators::name);
        return List.copyOf(named.matching(reference.include(), document, path + ".include"));
    }

    private Path existing(String name, String path) {
        Path referred = file.resolveSibling(name);
        try {
            TextFile.requireReadable(referred);
        } catch (ExperimentException e) {
            throw document.mistake(path, String.valueOf(e.getMessage()));
        }
        return referred;
    }
}
