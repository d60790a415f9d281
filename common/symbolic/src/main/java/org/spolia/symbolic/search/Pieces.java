package org.spolia.symbolic.search;

/**
 * The independent pieces of an epoch. Each is a pure function of the search, of what all pieces share, and of its own
 * state. Pieces may be computed in any order and in any place. In this process, {@link #compute} changes the search. In
 * another one, a {@link Replica} turns the bytes of {@link #shared} and {@link #state} into the bytes for
 * {@link #accept}, as often as it likes.
 */
public interface Pieces {
    /** The number of pieces. */
    int count();

    /** The number of the first pieces that only {@link #compute} can compute. */
    int kept();

    /** The approximate cost of all pieces, in node-rows. */
    long nodeRows();

    /** Returns whether the caller has asked to end the epoch early; pieces without a result then stay as they are. */
    boolean stopped();

    /** Computes a piece here. */
    void compute(int piece);

    /** Returns what all pieces of the epoch share. */
    byte[] shared();

    /** Returns the state of a piece before the epoch. */
    byte[] state(int piece);

    /** Takes the result of a piece from a replica. */
    void accept(int piece, byte[] result);
}
