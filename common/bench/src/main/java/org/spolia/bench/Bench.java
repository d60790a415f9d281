package org.spolia.bench;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.spolia.bench.common.Options;
import org.spolia.bench.data.Busy;
import org.spolia.bench.data.DamagedFiles;
import org.spolia.bench.data.Embed;
import org.spolia.bench.data.Frames;
import org.spolia.bench.data.Neighbours;
import org.spolia.bench.data.Planning;
import org.spolia.bench.data.Reading;
import org.spolia.bench.data.Shard;
import org.spolia.bench.data.Sky;
import org.spolia.bench.evaluate.Evaluate;
import org.spolia.bench.evaluate.Rows;
import org.spolia.bench.kernels.KernelTable;
import org.spolia.bench.solve.Evolve;
import org.spolia.bench.solve.Laws;
import org.spolia.bench.solve.Solve;

/** {@code ./spolia bench NAME}. */
public final class Bench {
    private static final String NAMES =
            "busy, damage, embed, evaluate, frames, fuzz, hdf5, kernels, laws, neighbours, planning, rows, search, shard, sky,"
                    + " soak, solve, start";

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        String name = arguments.length == 0 ? "" : arguments[0];
        Path home = Path.of(System.getProperty("spolia.home", "."));
        try {
            run(name, home, Arrays.asList(arguments).subList(Math.min(1, arguments.length), arguments.length));
        } catch (IllegalArgumentException e) {
            System.err.println("spolia: bench: " + e.getMessage());
            System.exit(2);
        }
    }

    private static void run(String name, Path home, List<String> rest) throws Exception {
        Options options = Options.of(rest);
        switch (name) {
            case "busy" -> new Busy(home, options).run();
            case "damage" -> new DamagedFiles(home, options).run();
            case "embed" -> new Embed(home, options).run();
            case "evaluate" -> new Evaluate(home, options).run();
            case "frames" -> new Frames(home).run();
            case "fuzz" -> new Mutants(home, options).run();
            case "hdf5" -> new Reading(home, options).run();
            case "kernels" -> new KernelTable(options, System.out).run();
            case "laws" -> new Laws(home, options).run();
            case "neighbours" -> new Neighbours(options).run();
            case "planning" -> new Planning(home).run();
            case "rows" -> new Rows(home, options).run();
            case "search" -> new Evolve(home, options).run();
            case "shard" -> new Shard(home, options).run();
            case "sky" -> new Sky(home, options).run();
            case "soak" -> System.exit(new Soak(options).run().isEmpty() ? 0 : 1);
            case "solve" -> new Solve(home, options).run();
            case "start" -> new Start(home, options).run();
            default ->
                throw new IllegalArgumentException(
                        (name.isEmpty() ? "name a benchmark" : "unknown benchmark '" + name + "'") + "; there are: "
                                + NAMES);
        }
    }
}
