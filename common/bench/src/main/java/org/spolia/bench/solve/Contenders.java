package org.spolia.bench.solve;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.spolia.bench.common.Options;
import org.spolia.bench.common.Peers;

/** The programs of one comparison. A peer that cannot be installed is left out. */
final class Contenders implements AutoCloseable {
    private static final List<String> OTHERS = List.of("pyoperon", "rust-port", TruthSolver.NAME);
    private static final List<String> DEFAULT = List.of("spolia", "pyoperon", "rust-port");

    private final List<Solver> solvers = new ArrayList<>();

    private Contenders() {}

    /** Returns the names of the option {@code --contenders}. */
    static List<String> names(Options options) {
        return options.words("contenders", DEFAULT);
    }

    static Contenders start(List<String> names, Peers peers, Budget budget) throws IOException, InterruptedException {
        Contenders contenders = new Contenders();
        for (String name : names) {
            Optional<Variant> own = Variant.named(name);
            if (own.isPresent()) {
                contenders.solvers.add(new OwnSolver(own.get(), budget));
                continue;
            }
            if (name.equals(TruthSolver.NAME)) {
                contenders.solvers.add(new TruthSolver());
                continue;
            }
            Optional<List<String>> program = switch (name) {
                case "pyoperon" -> peers.python("operon_solve.py");
                case "rust-port" -> peers.rust("rust_port", "solve");
                default ->
                    throw new IllegalArgumentException("Unknown contender '" + name + "'; there are "
                            + Stream.concat(Arrays.stream(Variant.values()).map(Variant::contender), OTHERS.stream())
                                    .collect(Collectors.joining(", ")));
            };
            if (program.isPresent()) {
                contenders.solvers.add(new PeerSolver(name, program.get(), budget.time(), Budget.THREADS));
            }
        }
        return contenders;
    }

    /** A warm-up: a fit of noise, which no exact law ends early. */
    void warm(Law law, Path folder) throws IOException {
        Assignment assignment = Assignment.of(law, Setting.ofNoise(1), 0, folder.resolve("warm"));
        for (Solver solver : solvers) {
            solver.solve(assignment);
        }
    }

    List<Solver> solvers() {
        return solvers;
    }

    List<String> names() {
        return solvers.stream().map(Solver::name).toList();
    }

    @Override
    public void close() throws IOException {
        for (Solver solver : solvers) {
            solver.close();
        }
    }
}
