package org.spolia.statistics.representation;

import java.util.Arrays;
import org.spolia.statistics.Nearest;
import org.spolia.statistics.Vectors;

/**
 * An exact search for the vectors of a corpus with the highest cosine similarity to a query. Queries are processed in
 * blocks, so that a vector of the corpus is read once for each block.
 */
public final class CosineSearch {
    /**
     * The queries of a block, which stay in the processor's cache together with the vectors that they are compared
     * with.
     */
    private static final int BLOCK = 32;

    private final double[][] corpus;

    private CosineSearch(double[][] corpus) {
        this.corpus = corpus;
    }

    /**
     * Creates a search in a corpus.
     *
     * @param vectors finite; a zero vector has the cosine 0 with all others
     */
    public static CosineSearch over(double[][] vectors) {
        return new CosineSearch(normalised(vectors));
    }

    /**
     * Returns for each query the indices in the corpus of the most similar vectors, the best first; of equal
     * similarities the first.
     *
     * @param queries finite
     * @param count the number of results for each query; all vectors if the corpus has fewer
     */
    public int[][] nearest(double[][] queries, int count) {
        double[][] wanted = normalised(queries);
        int[][] found = new int[queries.length][];
        for (int start = 0; start < wanted.length; start += BLOCK) {
            Nearest[] block = new Nearest[Math.min(BLOCK, wanted.length - start)];
            Arrays.setAll(block, query -> new Nearest(Math.min(count, corpus.length)));
            for (int place = 0; place < corpus.length; place++) {
                for (int query = 0; query < block.length; query++) {
                    block[query].offer(place, -Vectors.dot(wanted[start + query], corpus[place]));
                }
            }
            for (int query = 0; query < block.length; query++) {
                found[start + query] = block[query].places();
            }
        }
        return found;
    }

    private static double[][] normalised(double[][] vectors) {
        double[][] normalised = new double[vectors.length][];
        for (int row = 0; row < vectors.length; row++) {
            double length = Math.sqrt(Vectors.dot(vectors[row], vectors[row]));
            normalised[row] = vectors[row].clone();
            for (int i = 0; i < normalised[row].length && length > 0; i++) {
                normalised[row][i] /= length;
            }
        }
        return normalised;
    }
}
