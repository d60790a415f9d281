package org.spolia.field;

/**
 * The weights of values at given nodes in a derivative at zero of the polynomial through them (Fornberg, Mathematics of
 * Computation 51 (1988) 699). The weights for the first nodes are extended node by node to all of them.
 */
final class FornbergWeights {
    private FornbergWeights() {}

    static double[] derivative(double[] nodes, int order) {
        double[][] weights = new double[nodes.length][order + 1];
        weights[0][0] = 1;
        double product = 1;
        for (int last = 1; last < nodes.length; last++) {
            double nextProduct = 1;
            double[] before = weights[last - 1].clone();
            for (int node = 0; node < last; node++) {
                double distance = nodes[last] - nodes[node];
                nextProduct *= distance;
                for (int k = order; k >= 0; k--) {
                    double lower = k == 0 ? 0 : k * weights[node][k - 1];
                    weights[node][k] = (nodes[last] * weights[node][k] - lower) / distance;
                }
            }
            for (int k = order; k >= 0; k--) {
                double lower = k == 0 ? 0 : k * before[k - 1];
                weights[last][k] = product / nextProduct * (lower - nodes[last - 1] * before[k]);
            }
            product = nextProduct;
        }
        double[] ofOrder = new double[nodes.length];
        for (int node = 0; node < nodes.length; node++) {
            ofOrder[node] = weights[node][order];
        }
        return ofOrder;
    }
}
