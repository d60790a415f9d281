package org.spolia.bench.laws;

/** A draw that gives no law. The generator draws again. */
final class Unsuitable extends RuntimeException {
    private static final long serialVersionUID = 1;

    Unsuitable(String reason) {
        super(reason, null, false, false);
    }
}
