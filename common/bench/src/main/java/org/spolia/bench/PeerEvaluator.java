package org.spolia.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A peer's evaluator as a process that answers one line for each command; {@code peers/operon_evaluate.py} has the protocol. */
final class PeerEvaluator implements Contender {
    private final String name;
    private final Path folder;
    private final int expressions;
    private final Process process;
    private final Writer commands;
    private final BufferedReader answers;
    private int rows;

    PeerEvaluator(String name, List<String> program, Pinning pinning, Path folder, Subjects subjects)
            throws IOException {
        this.name = name;
        this.folder = folder;
        this.expressions = subjects.size();
        List<String> command = new ArrayList<>(pinning.command(program));
        command.add(folder.toString());
        command.add(Integer.toString(Subjects.VARIABLES));
        this.process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        this.commands = new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8);
        this.answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    private String ask(String command) throws IOException {
        commands.write(command + "\n");
        commands.flush();
        String answer = answers.readLine();
        if (answer == null) {
            throw new IOException(name + " ended at the command '" + command + "'");
        }
        return answer;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void take(int rows) throws IOException {
        this.rows = rows;
        ask("rows " + rows);
    }

    @Override
    public double seconds(int expression, int count) throws IOException {
        return Double.parseDouble(ask("time " + expression + " " + count));
    }

    @Override
    public float[][] predictions() throws IOException {
        Path file = folder.resolve(name + ".f32");
        ask("predict " + file);
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
        commands.close();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
