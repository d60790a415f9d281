package org.spolia.bench.evaluate;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.spolia.bench.common.Pinning;
import org.spolia.bench.common.Pipe;

/**
 * A peer's evaluator in a process that answers each command with a line. {@code peers/operon_evaluate.py} documents the
 * protocol.
 */
final class PeerEvaluator implements Contender {
    private final String name;
    private final Path folder;
    private final int expressions;
    private final Pipe pipe;
    private int rows;

    PeerEvaluator(String name, List<String> program, Pinning pinning, Path folder, Subjects subjects)
            throws IOException {
        this.name = name;
        this.folder = folder;
        this.expressions = subjects.size();
        List<String> command = new ArrayList<>(pinning.command(program));
        command.add(folder.toString());
        command.add(Integer.toString(Subjects.VARIABLES));
        this.pipe = new Pipe(name, command, Map.of());
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void take(int rows) throws IOException {
        this.rows = rows;
        pipe.ask("rows " + rows);
    }

    @Override
    public double seconds(int expression, int count) throws IOException {
        return Double.parseDouble(pipe.ask("time " + expression + " " + count));
    }

    @Override
    public float[][] predictions() throws IOException {
        Path file = folder.resolve(name + ".f32");
        pipe.ask("predict " + file);
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        float[][] predictions = new float[expressions][rows];
        for (float[] values : predictions) {
            bytes.asFloatBuffer().get(values);
            bytes.position(bytes.position() + rows * Float.BYTES);
        }
        return predictions;
    }

    @Override
    public void close() throws IOException {
        pipe.close();
    }
}
