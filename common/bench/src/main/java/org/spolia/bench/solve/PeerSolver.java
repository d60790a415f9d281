package org.spolia.bench.solve;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.spolia.bench.common.Pipe;
import org.spolia.experiment.data.Split;

/**
 * A peer's search in a process that answers each command with a line. {@code peers/operon_solve.py} documents the
 * protocol.
 */
final class PeerSolver implements Solver {
    private static final String FAILED = "failed";

    private final String name;
    private final Pipe pipe;

    PeerSolver(String name, List<String> program, Duration time, int threads) throws IOException {
        this.name = name;
        List<String> command = new ArrayList<>(program);
        command.add(Long.toString(time.toSeconds()));
        command.add(Integer.toString(threads));
        command.add(String.join(",", Law.OPERATORS));
        // The port of SymbolicRegression.jl reads its number of threads from this variable.
        this.pipe = new Pipe(name, command, Map.of("RAYON_NUM_THREADS", Integer.toString(threads)));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Answer solve(Assignment assignment) throws IOException {
        long start = System.nanoTime();
        String[] cells = pipe.ask("solve " + assignment.seed() + " " + assignment.folder())
                .split("\t", 3);
        double seconds = (System.nanoTime() - start) / 1e9;
        if (cells[0].equals(FAILED)) {
            return Answer.failed(seconds, String.join(" ", Arrays.asList(cells).subList(1, cells.length)));
        }
        return new Answer(
                Double.parseDouble(cells[0]),
                Integer.parseInt(cells[1]),
                cells[2],
                error(assignment, Split.TEST),
                error(assignment, Split.OOD));
    }

    private static double error(Assignment assignment, Split split) throws IOException {
        byte[] bytes = Files.readAllBytes(assignment.folder().resolve(split.label() + ".f64"));
        double[] values = new double[bytes.length / Double.BYTES];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asDoubleBuffer().get(values);
        return assignment.error(values, split);
    }

    @Override
    public void close() throws IOException {
        pipe.close();
    }
}
