package org.spolia.jobs.launcher;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Spark's standalone master and workers, in separate processes, from the Spark installation in SPARK_HOME. */
public final class StandaloneCluster implements AutoCloseable {
    private static final String DEPLOY = "org.apache.spark.deploy.";
    private static final String LOOPBACK = "127.0.0.1";
    private static final Pattern STARTED = Pattern.compile("Starting Spark master at (spark://\\S+)");
    private static final Pattern REGISTERED = Pattern.compile("Successfully registered with master (\\S+)");

    private final Path folder;
    private final String master;
    private final List<Process> processes = new ArrayList<>();

    private StandaloneCluster(Path folder) throws IOException {
        this.folder = folder;
        this.master = start(STARTED, LOOPBACK, "master.Master");
    }

    private void startWorker(String host, int cores, Path settings) throws IOException {
        start(
                REGISTERED,
                host,
                "worker.Worker",
                "--cores",
                Integer.toString(cores),
                "--memory",
                "2g",
                "--work-dir",
                folder.resolve("work").toString(),
                "--properties-file",
                settings.toString(),
                master);
    }

    /**
     * Starts a cluster of one worker with two cores, and waits for it.
     *
     * @param folder the working folder of executors
     * @param settings settings of the worker
     */
    static StandaloneCluster start(Path folder, Map<String, String> settings) throws IOException {
        Path file = Files.writeString(
                folder.resolve("worker.conf"),
                settings.entrySet().stream()
                        .map(setting -> setting.getKey() + " " + setting.getValue())
                        .collect(Collectors.joining("\n", "", "\n")));
        StandaloneCluster cluster = new StandaloneCluster(folder);
        cluster.startWorker(LOOPBACK, 2, file);
        return cluster;
    }

    /** Starts two workers with one core each, which Spark takes for two machines. */
    public static StandaloneCluster startTwo(Path folder) throws IOException {
        Path none = Files.createFile(folder.resolve("worker.conf"));
        StandaloneCluster cluster = new StandaloneCluster(folder);
        cluster.startWorker(LOOPBACK, 1, none);
        cluster.startWorker("127.0.0.2", 1, none);
        return cluster;
    }

    /** Its address, in the form of {@code --master}. */
    public String master() {
        return master;
    }

    /** The logs of the executors. */
    List<String> executorLogs() throws IOException {
        List<String> lines = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder.resolve("work"))) {
            for (Path log : files.filter(file -> file.endsWith("stderr")).toList()) {
                lines.addAll(Files.readAllLines(log));
            }
        }
        return lines;
    }

    private String start(Pattern ready, String host, String daemon, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getenv("SPARK_HOME"), "bin", "spark-class").toString(),
                DEPLOY + daemon,
                "--host",
                host,
                "--port",
                "0",
                "--webui-port",
                "0"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("SPARK_LOCAL_IP", host);
        builder.environment().put("SPARK_DAEMON_JAVA_OPTS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
        Process process = builder.start();
        processes.add(process);
        List<String> said = new ArrayList<>();
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            said.add(line);
            Matcher matcher = ready.matcher(line);
            if (matcher.find()) {
                leaveUnread(process.getInputStream());
                return matcher.group(1);
            }
        }
        close();
        throw new IllegalStateException(daemon + " ended: " + String.join("\n", said));
    }

    /** A daemon with a full pipe would stop. */
    private static void leaveUnread(InputStream output) {
        Thread thread = new Thread(() -> {
            try {
                output.transferTo(OutputStream.nullOutputStream());
            } catch (IOException e) {
                // The process has ended.
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        for (int i = processes.size() - 1; i >= 0; i--) {
            Process process = processes.get(i);
            process.destroy();
            process.onExit().join();
        }
    }
}
