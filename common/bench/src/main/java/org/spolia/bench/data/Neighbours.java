package org.spolia.bench.data;

import io.github.jbellis.jvector.graph.GraphIndex;
import io.github.jbellis.jvector.graph.GraphIndexBuilder;
import io.github.jbellis.jvector.graph.GraphSearcher;
import io.github.jbellis.jvector.graph.ListRandomAccessVectorValues;
import io.github.jbellis.jvector.graph.SearchResult;
import io.github.jbellis.jvector.graph.similarity.BuildScoreProvider;
import io.github.jbellis.jvector.graph.similarity.SearchScoreProvider;
import io.github.jbellis.jvector.util.Bits;
import io.github.jbellis.jvector.vector.VectorSimilarityFunction;
import io.github.jbellis.jvector.vector.VectorizationProvider;
import io.github.jbellis.jvector.vector.types.VectorFloat;
import io.github.jbellis.jvector.vector.types.VectorTypeSupport;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.spolia.bench.common.Options;
import org.spolia.bench.common.Pinning;
import org.spolia.bench.common.Ratios;
import org.spolia.statistics.representation.CosineSearch;
import org.spolia.statistics.representation.Retrieval;

/**
 * Compares the exact search for nearest neighbours, as in stage probe, with JVector's graph, on one thread. The vectors
 * are the outputs of a random network for points of a few dimensions, because embeddings of an encoder lie near a
 * manifold. It prints for each number of vectors the time of the exact search, the time to build the graph, its recall,
 * and its speed-up.
 *
 * <p>Options: {@code --vectors N,N}, {@code --dimension N}, {@code --queries N}, {@code --repetitions N}.
 */
public final class Neighbours {
    private static final VectorTypeSupport VECTORS =
            VectorizationProvider.getInstance().getVectorTypeSupport();
    private static final int LATENT = 8;
    private static final int FOUND = 10;

    // The values in JVector's README.
    private static final int DEGREE = 16;
    private static final int BEAM = 100;
    private static final float OVERFLOW = 1.2f;
    private static final float ALPHA = 1.2f;

    /** Candidates per neighbour: more of them are slower and increase the recall. */
    private static final int CANDIDATES = 5 * FOUND;

    private final List<Integer> sizes;
    private final int dimension;
    private final int queries;
    private final int repetitions;

    public Neighbours(Options options) {
        this.sizes = options.numbers("vectors", List.of(10_000, 100_000));
        this.dimension = options.number("dimension", 64);
        this.queries = options.number("queries", 256);
        this.repetitions = options.number("repetitions", 5);
    }

    public void run() throws IOException, InterruptedException {
        Pinning pinning = Pinning.ofThisThread();
        System.out.printf(
                Locale.ROOT,
                "%d neighbours of each of %d queries, vectors of %d numbers, median of %d, one thread %s, JDK %s%n",
                FOUND,
                queries,
                dimension,
                repetitions,
                pinning,
                Runtime.version());
        for (int size : sizes) {
            compare(size);
        }
    }

    private void compare(int size) throws IOException {
        Random random = new Random(size);
        double[][] network = normal(LATENT, dimension, random);
        double[][] corpus = vectors(size, network, random);
        double[][] wanted = vectors(queries, network, random);
        CosineSearch exact = CosineSearch.over(corpus);
        List<VectorFloat<?>> floats = floats(corpus);
        ListRandomAccessVectorValues values = new ListRandomAccessVectorValues(floats, dimension);
        BuildScoreProvider scores =
                BuildScoreProvider.randomAccessScoreProvider(values, VectorSimilarityFunction.COSINE);
        long start = System.nanoTime();
        try (GraphIndexBuilder builder = new GraphIndexBuilder(scores, dimension, DEGREE, BEAM, OVERFLOW, ALPHA);
                GraphIndex graph = builder.build(values)) {
            double build = (System.nanoTime() - start) / 1e9;
            List<VectorFloat<?>> questions = floats(wanted);
            int[][] truth = exact.nearest(wanted, FOUND);
            int[][] found = search(graph, values, questions);
            double[] ratios = new double[repetitions];
            double[] alone = new double[repetitions];
            for (int i = 0; i < repetitions; i++) {
                long before = System.nanoTime();
                exact.nearest(wanted, FOUND);
                long between = System.nanoTime();
                search(graph, values, questions);
                alone[i] = (between - before) / 1e6 / queries;
                ratios[i] = (double) (between - before) / (System.nanoTime() - between);
            }
            double recall = 0;
            for (int query = 0; query < queries; query++) {
                recall += Retrieval.recall(found[query], truth[query]) / queries;
            }
            System.out.printf(
                    Locale.ROOT, "neighbours.exact.%d\tmilliseconds a query\t%.3f%n", size, Ratios.median(alone));
            System.out.printf(Locale.ROOT, "neighbours.graph.build.%d\tseconds\t%.1f%n", size, build);
            System.out.printf(Locale.ROOT, "neighbours.graph.recall.%d\tshare\t%.3f%n", size, recall);
            System.out.printf(
                    Locale.ROOT, "neighbours.exact-over-graph.%d\tratio\t%.1f%n", size, Ratios.median(ratios));
        }
    }

    private static int[][] search(GraphIndex graph, ListRandomAccessVectorValues values, List<VectorFloat<?>> questions)
            throws IOException {
        int[][] found = new int[questions.size()][];
        try (GraphSearcher searcher = new GraphSearcher(graph)) {
            for (int query = 0; query < found.length; query++) {
                SearchScoreProvider score =
                        SearchScoreProvider.exact(questions.get(query), VectorSimilarityFunction.COSINE, values);
                SearchResult.NodeScore[] nodes =
                        searcher.search(score, CANDIDATES, Bits.ALL).getNodes();
                found[query] = Arrays.stream(nodes)
                        .limit(FOUND)
                        .mapToInt(node -> node.node)
                        .toArray();
            }
        }
        return found;
    }

    private static List<VectorFloat<?>> floats(double[][] vectors) {
        return Arrays.stream(vectors)
                .<VectorFloat<?>>map(vector -> {
                    float[] values = new float[vector.length];
                    for (int i = 0; i < values.length; i++) {
                        values[i] = (float) vector[i];
                    }
                    return VECTORS.createFloatVector(values);
                })
                .toList();
    }

    private double[][] vectors(int count, double[][] network, Random random) {
        double[][] vectors = new double[count][dimension];
        for (double[] vector : vectors) {
            for (double[] weights : network) {
                double latent = random.nextGaussian();
                for (int i = 0; i < dimension; i++) {
                    vector[i] += latent * weights[i];
                }
            }
            for (int i = 0; i < dimension; i++) {
                vector[i] = Math.tanh(vector[i]);
            }
        }
        return vectors;
    }

    private static double[][] normal(int rows, int columns, Random random) {
        double[][] values = new double[rows][columns];
        for (double[] row : values) {
            Arrays.setAll(row, i -> random.nextGaussian() / Math.sqrt(LATENT));
        }
        return values;
    }
}
