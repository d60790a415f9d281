package org.spolia.embedding.token;

/** Codes as places from -1 to 1, in the middle of equal parts. */
final class Places {
    private Places() {}

    static double of(int code, int codes) {
        return (2.0 * code + 1) / codes - 1;
    }
}
